import { describe, expect, it } from 'vitest';
import { gainToDb } from '../../src/dsp/decibels.ts';
import { measureLoudness } from '../../src/dsp/loudness.ts';
import {
  HARD_CLIP,
  Saturation,
  saturationCurve,
  SATURATION_PARAMETERS,
  TAPE,
  TUBE,
  type SaturationSettings,
} from '../../src/dsp/saturation.ts';
import { clampValues } from '../../src/dsp/parameter.ts';
import { curveAt } from '../../src/dsp/saturation-curves.ts';
import { committedStem } from '../band/committed-stems.ts';
import { describeContract, largestDifference, run } from './contract.ts';
import { crossfadeErrorDb, harmonicDb, pinkNoise, spectrumDb } from './colour.ts';

const SAMPLE_RATE = 48000;
/** Analysis length; frequencies are whole numbers of cycles in it. */
const FRAMES = 1 << 16;
const KINDS = [
  ['tape', TAPE],
  ['tube', TUBE],
  ['hard clip', HARD_CLIP],
] as const;

for (const [name, kind] of KINDS)
  describeContract({
    name: `The saturator (${name})`,
    create: () => new Saturation(),
    working: { kind, driveDb: 12, biasPercent: 50, mixPercent: 100 },
    other: { kind: (kind + 1) % 3, driveDb: 3, biasPercent: 20, mixPercent: 50 },
    exact: { kind, mixPercent: 0 },
  });

function prepared(settings: Partial<SaturationSettings>): Saturation {
  const saturation = new Saturation();
  saturation.prepare(SAMPLE_RATE);
  saturation.set(settings);
  return saturation;
}

/** The settled left output for a sine of whole cycles, FRAMES long. */
function settled(settings: Partial<SaturationSettings>, cycles: number, peak: number): Float64Array {
  const sine = Float64Array.from(
    { length: 2 * FRAMES },
    (_, i) => peak * Math.sin((2 * Math.PI * cycles * i) / FRAMES),
  );
  return run(prepared(settings), [sine, sine], 128)[0].subarray(FRAMES);
}

const cyclesOf = (frequencyHz: number): number => Math.round((frequencyHz * FRAMES) / SAMPLE_RATE) | 1;

describe.each(KINDS)('The saturator as %s', (_name, kind) => {
  it('at full drive folds nothing of a full-scale 5 kHz sine back into 0–20 kHz above −80 dB', () => {
    const cycles = cyclesOf(5000);
    const spectrum = spectrumDb(settled({ kind, driveDb: 24 }, cycles, 1));
    const aliases = spectrum
      .subarray(0, Math.floor((20000 * FRAMES) / SAMPLE_RATE))
      .filter((_, bin) => bin % cycles !== 0);
    expect(Math.max(...aliases) - spectrum[cycles]).toBeLessThan(-80);
  });

  it.each([6, 18])(
    'with %i dB of drive makes the harmonics that its curve has, within 0.02 dB',
    (driveDb) => {
      const settings = clampValues(SATURATION_PARAMETERS, { kind, driveDb });
      const curve = saturationCurve(settings);
      const cycles = cyclesOf(1000);
      const spectrum = spectrumDb(settled(settings, cycles, 0.5));
      const fundamentalDb = harmonicDb((x) => curveAt(curve, x), 0.5, 1);
      for (const harmonic of [1, 2, 3, 4, 5]) {
        const expectedDb = harmonicDb((x) => curveAt(curve, x), 0.5, harmonic);
        if (expectedDb - fundamentalDb < -120)
          expect(spectrum[harmonic * cycles] - fundamentalDb).toBeLessThan(-120);
        else expect(Math.abs(spectrum[harmonic * cycles] - expectedDb)).toBeLessThan(0.02);
      }
    },
  );

  it('keeps the loudness of pink noise at its programme level within 0.5 dB over the whole drive', () => {
    const pink = [pinkNoise(5 * SAMPLE_RATE, 1, -18), pinkNoise(5 * SAMPLE_RATE, 2, -18)] as const;
    const before = measureLoudness(pink, SAMPLE_RATE).integratedLufs;
    for (const driveDb of [0, 6, 12, 18, 24]) {
      const output = run(prepared({ kind, driveDb, programmeDb: -18 }), [...pink], 128);
      expect(Math.abs(measureLoudness(output, SAMPLE_RATE).integratedLufs - before)).toBeLessThan(0.5);
    }
  });

  it('puts out no DC, also where its curve makes some', () => {
    const out = settled({ kind, driveDb: 18, biasPercent: 100 }, cyclesOf(200), 0.5);
    expect(gainToDb(out.reduce((sum, value) => sum + value, 0) / FRAMES)).toBeLessThan(-100);
  });

  it('lines dry and wet up: a quiet sine at 50 % mix is as loud as at 0 % up to 15 kHz, within 0.15 dB', () => {
    for (const frequencyHz of [100, 1000, 10000, 15000]) {
      const cycles = cyclesOf(frequencyHz);
      const quiet = (mixPercent: number): number =>
        spectrumDb(settled({ kind, driveDb: 0, mixPercent, programmeDb: -40 }, cycles, 0.001))[cycles];
      expect(Math.abs(quiet(50) - quiet(0))).toBeLessThan(0.15);
    }
  });

  it('passes a quiet sound within 0.25 dB from 20 Hz to 20 kHz', () => {
    for (const frequencyHz of [20, 100, 1000, 10000, 20000]) {
      const cycles = cyclesOf(frequencyHz);
      const out = settled({ kind, driveDb: 0, biasPercent: 0, programmeDb: -40 }, cycles, 0.001);
      expect(Math.abs(spectrumDb(out)[cycles] + 60)).toBeLessThan(0.25);
    }
  });

  it('moves to any other settings as a crossfade of both: all that differs above 2 kHz is below −110 dB', () => {
    const from = { kind, driveDb: 6, biasPercent: 80 };
    const to = { kind: (kind + 1) % 3, driveDb: 18, biasPercent: 10 };
    // The crossfade, in steps of an eighth of a sample, is followed by 18 samples of delay on the way down.
    expect(crossfadeErrorDb(() => new Saturation(), from, to, 18 + 7 / 8)).toBeLessThan(-110);
  });
});

describe('The saturator', () => {
  it('leaves what is under a hard clip alone but for a delay and its gain, within −80 dB up to 10 kHz', () => {
    const cycles = cyclesOf(10000);
    const out = spectrumDb(settled({ kind: HARD_CLIP, driveDb: 6 }, cycles, 0.25));
    const others = out.filter((_, bin) => bin !== cycles && bin > 0);
    expect(Math.max(...others) - out[cycles]).toBeLessThan(-80);
  });

  it('tape makes no even harmonics, and a tube’s second grows with its bias', () => {
    const cycles = cyclesOf(1000);
    const second = (settings: Partial<SaturationSettings>): number => {
      const spectrum = spectrumDb(settled({ driveDb: 12, ...settings }, cycles, 0.25));
      return spectrum[2 * cycles] - spectrum[cycles];
    };
    expect(second({ kind: TAPE })).toBeLessThan(-200);
    expect(second({ kind: TUBE, biasPercent: 10 })).toBeLessThan(second({ kind: TUBE, biasPercent: 40 }) - 6);
  });

  it('keeps the indie-pop vocal within 0.65 dB of its loudness over the whole drive, its level being told', async () => {
    const [samples] = await committedStem('indie-pop', 'vocal');
    const vocal = Float64Array.from(samples);
    const before = measureLoudness([vocal, vocal], SAMPLE_RATE).integratedLufs;
    for (const [, kind] of KINDS)
      for (const driveDb of [6, 12, 18, 24]) {
        const output = run(prepared({ kind, driveDb, programmeDb: before }), [vocal, vocal], 128);
        expect(Math.abs(measureLoudness(output, SAMPLE_RATE).integratedLufs - before)).toBeLessThan(0.65);
      }
  });

  it('at 0 % mix is an exact delay', () => {
    const input = pinkNoise(4000, 3, -12);
    const device = prepared({ mixPercent: 0, driveDb: 24 });
    const [out] = run(device, [input, input], 128);
    const late = out.subarray(device.latencySamples);
    expect(
      largestDifference([late, late], [input.subarray(0, late.length), input.subarray(0, late.length)]),
    ).toBe(0);
  });
});
