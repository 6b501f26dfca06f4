import { DcBlocker } from './dc-blocker.ts';
import { dbToGain } from './decibels.ts';
import { DelayLine } from './delay-line.ts';
import type { Device } from './device.ts';
import { OVERSAMPLING_DELAY, OVERSAMPLING_SLICE } from './oversampling.ts';
import { OversampledShaper } from './oversampled-shaper.ts';
import { choiceOf, clampValues, defaultsOf, type ParameterTable, type Values } from './parameter.ts';
import { Ramp } from './ramp.ts';
import { sanitise } from './sanitise.ts';
import { curveAt, softSlope, type Curve } from './saturation-curves.ts';

/** Places in the list of kinds. */
export const TAPE = 0;
export const TUBE = 1;
export const HARD_CLIP = 2;

export const SATURATION_PARAMETERS = {
  kind: choiceOf('Kind', ['Tape', 'Tube', 'Hard clip']),
  driveDb: { label: 'Drive', unit: 'dB', min: 0, max: 24, default: 6, taper: 'linear', decimals: 1 },
  biasPercent: {
    label: 'Tube bias',
    unit: '%',
    min: 0,
    max: 100,
    default: 50,
    taper: 'linear',
    decimals: 0,
  },
  programmeDb: {
    label: 'Programme level',
    unit: 'dB',
    min: -40,
    max: -6,
    default: -20,
    taper: 'linear',
    decimals: 0,
  },
  mixPercent: { label: 'Mix', unit: '%', min: 0, max: 100, default: 100, taper: 'linear', decimals: 0 },
} as const satisfies ParameterTable;

export type SaturationSettings = Values<typeof SATURATION_PARAMETERS>;

/**
 * Harmonics lie where K-weighting hears more: dB of loudness that driven pink noise gains over its RMS for every dB by
 * which the curve squeezes it (measured).
 */
const BRIGHTNESS = 0.04;

/** Steps of the normal distribution, in standard deviations, from −6 to 6. */
const NORMAL_STEP = 0.05;
const NORMAL_END = 6;

/**
 * The curve of these settings, turned so that a programme of −18 dBFS RMS comes out as loud as it went in: noise, whose
 * samples are normally distributed, of which the curve's mean square can be summed.
 *
 * Tape is an odd function and makes odd harmonics only: the bend of a tape's magnetisation, without its hysteresis, head
 * losses or wow. Tube is the same bend off its centre, as a triode is by its grid bias, and adds even harmonics
 * (J. Pakarinen, D. Yeh, "A review of digital techniques for modeling vacuum-tube guitar amplifiers", Computer Music
 * Journal 33(2), 2009). Hard clip is ±1 and nothing in between is touched. With no drive all have slope 1 at 0 and
 * reach ±1 at full scale at the earliest.
 */
export function saturationCurve({ kind, driveDb, biasPercent, programmeDb }: SaturationSettings): Curve {
  const curve: Curve = {
    hard: kind === HARD_CLIP,
    gain: dbToGain(driveDb),
    bias: kind === TUBE ? biasPercent / 100 : 0,
    linear: 0,
    scale: 1,
  };
  const programme = dbToGain(programmeDb);
  let weights = 0;
  let mean = 0;
  let square = 0;
  for (let z = -NORMAL_END; z <= NORMAL_END; z += NORMAL_STEP) {
    const weight = Math.exp(-0.5 * z * z);
    const y = curveAt(curve, programme * z);
    weights += weight;
    mean += weight * y;
    square += weight * y * y;
  }
  const rms = Math.sqrt(square / weights - (mean / weights) ** 2);
  const squeezed = rms / (programme * curve.gain * softSlope(curve.bias));
  return { ...curve, scale: (programme / rms) * Math.pow(squeezed, BRIGHTNESS) };
}

/**
 * Saturator: drive into a bend or a clip at eight times the sample rate, with its level held and its DC taken out, mixed
 * with the dry signal, which is delayed as much. Within 0.25 dB of flat from 20 Hz to 20 kHz,
 * of linear phase above the bass, and no tone filter, so that wet and dry never comb.
 */
export class Saturation implements Device<Partial<SaturationSettings>> {
  readonly latencySamples = OVERSAMPLING_DELAY;
  private settings: SaturationSettings = defaultsOf(SATURATION_PARAMETERS);
  private readonly shaper = new OversampledShaper(saturationCurve(this.settings));
  private readonly delay = new DelayLine(OVERSAMPLING_DELAY);
  private readonly dcBlocker = new DcBlocker();
  private readonly mix = new Ramp(1);
  private readonly dryLeft = new Float64Array(OVERSAMPLING_SLICE);
  private readonly dryRight = new Float64Array(OVERSAMPLING_SLICE);
  private readonly wetLeft = new Float64Array(OVERSAMPLING_SLICE);
  private readonly wetRight = new Float64Array(OVERSAMPLING_SLICE);
  private fresh = true;

  prepare(sampleRate: number): void {
    this.shaper.prepare(sampleRate);
    this.dcBlocker.prepare(sampleRate);
    this.mix.prepare(sampleRate);
    this.reset();
  }

  set(settings: Partial<SaturationSettings>): void {
    this.settings = clampValues(SATURATION_PARAMETERS, settings);
    const curve = saturationCurve(this.settings);
    const mix = this.settings.mixPercent / 100;
    if (this.fresh) {
      this.shaper.jump(curve);
      this.mix.jump(mix);
    } else {
      this.shaper.move(curve);
      this.mix.to(mix);
    }
  }

  reset(): void {
    this.shaper.reset();
    this.delay.reset();
    this.dcBlocker.reset();
    this.fresh = true;
    this.set(this.settings);
  }

  process(left: Float64Array, right: Float64Array, frames: number): void {
    this.fresh = false;
    sanitise(left, right, frames);
    const { dryLeft, dryRight, wetLeft, wetRight, mix } = this;
    for (let from = 0; from < frames; from += OVERSAMPLING_SLICE) {
      const count = Math.min(OVERSAMPLING_SLICE, frames - from);
      for (let i = 0; i < count; i++) {
        dryLeft[i] = wetLeft[i] = left[from + i];
        dryRight[i] = wetRight[i] = right[from + i];
      }
      this.shaper.process(wetLeft, wetRight, count);
      this.dcBlocker.process(wetLeft, wetRight, count);
      this.delay.process(dryLeft, dryRight, count);
      for (let i = 0; i < count; i++) {
        const share = mix.next();
        left[from + i] = dryLeft[i] + share * (wetLeft[i] - dryLeft[i]);
        right[from + i] = dryRight[i] + share * (wetRight[i] - dryRight[i]);
      }
    }
  }
}
