import { fft } from '../../../src/analysis/fft.ts';
import type { MixSpec } from '../../../src/dsp/mix-spec.ts';
import { framePowers, powerDb } from '../../band/measures/frame-power.ts';

/** The mix of one stem with nothing done to it: the take itself. */
export function asRecorded(spec: MixSpec, stem: string): MixSpec {
  const untouched = { levelDb: 0, trimDb: 0, pan: 0, group: null, automation: [], sends: [], devices: [] };
  return {
    ...spec,
    strips: spec.strips.map((strip) => ({ ...strip, ...untouched, muted: strip.stem !== stem })),
    groups: [],
    returns: [],
    master: [],
  };
}

/** The same mix without what its returns add: rooms and echoes are no distortion. */
export function withoutReturns(spec: MixSpec): MixSpec {
  return { ...spec, returns: spec.returns.map((entry) => ({ ...entry, muted: true })) };
}

const MS_FRAMES = 48;
const LATEST_MS = 400;

/** By how many milliseconds the rises and falls of `sound` come after those of `take`, loops of the same length at 48 kHz. */
export function latenessMs(take: Float32Array, sound: Float32Array): number {
  const [before, after] = [take, sound].map((samples) => envelope(samples));
  let best = { match: -Infinity, lag: 0 };
  for (let lag = -LATEST_MS; lag <= LATEST_MS; lag++) {
    let match = 0;
    for (let i = 0; i < before.length; i++)
      match += before[i] * after[(i + lag + after.length) % after.length];
    if (match > best.match) best = { match, lag };
  }
  return best.lag;
}

/** Loudness in steps of 1 ms, roughly as it is felt, without its mean. */
function envelope(samples: Float32Array): Float64Array {
  const felt = framePowers([samples], MS_FRAMES, MS_FRAMES).map((power) => power ** 0.3);
  const mean = felt.reduce((sum, value) => sum + value, 0) / felt.length;
  return felt.map((value) => value - mean);
}

const SIZE = 2048;
/** Frames further below the loudest one are pauses. */
const PAUSE_DB = 30;
const FROM_HZ = 100;
const BIN_HZ = 48_000 / SIZE;

/**
 * Power of what no equaliser or fader makes of `take`, against all of `sound`, in dB: the part that is not coherent with the
 * take (J. S. Bendat, A. G. Piersol, "Random data"), in windows of 43 ms, each brought to one level so that slow gain
 * changes do not count. A square wave against its sine has −7.2 dB.
 */
export function distortionDb(take: Float32Array, sound: Float32Array): number {
  const frames = framePowers([take], SIZE, SIZE / 2);
  const loudest = frames.reduce((most, power) => Math.max(most, power), 0);
  const bins = SIZE / 2;
  const [xx, yy, re, im] = Array.from({ length: 4 }, () => new Float64Array(bins));
  frames.forEach((power, frame) => {
    if (powerDb(power) < powerDb(loudest) - PAUSE_DB) return;
    const x = spectrumOf(take, (frame * SIZE) / 2);
    const y = spectrumOf(sound, (frame * SIZE) / 2);
    for (let k = Math.ceil(FROM_HZ / BIN_HZ); k < bins; k++) {
      xx[k] += x.real[k] ** 2 + x.imaginary[k] ** 2;
      yy[k] += y.real[k] ** 2 + y.imaginary[k] ** 2;
      re[k] += x.real[k] * y.real[k] + x.imaginary[k] * y.imaginary[k];
      im[k] += x.real[k] * y.imaginary[k] - x.imaginary[k] * y.real[k];
    }
  });
  const total = yy.reduce((sum, power) => sum + power, 0);
  const strange = yy.reduce(
    (sum, power, k) => sum + (xx[k] > 0 ? Math.max(0, power - (re[k] ** 2 + im[k] ** 2) / xx[k]) : power),
    0,
  );
  return powerDb(strange / total);
}

/** One Hann window of a sound, of power 1. */
function spectrumOf(samples: Float32Array, from: number): { real: Float64Array; imaginary: Float64Array } {
  const real = Float64Array.from(
    { length: SIZE },
    (_, i) => samples[from + i] * (0.5 - 0.5 * Math.cos((2 * Math.PI * i) / SIZE)),
  );
  const gain = 1 / Math.sqrt(real.reduce((sum, value) => sum + value * value, 1e-20));
  for (let i = 0; i < SIZE; i++) real[i] *= gain;
  const imaginary = new Float64Array(SIZE);
  fft(real, imaginary);
  return { real, imaginary };
}
