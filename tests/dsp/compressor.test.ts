import { describe, expect, it } from 'vitest';
import { Compressor, type CompressorSettings } from '../../src/dsp/compressor.ts';
import { staticReductionDb } from '../../src/dsp/compressor-curve.ts';
import { dbToGain, gainToDb } from '../../src/dsp/decibels.ts';
import { describeContract, run } from './contract.ts';
import { tone } from './signals.ts';

const SAMPLE_RATE = 48000;

describeContract({
  name: 'The compressor',
  create: () => new Compressor(),
  working: { thresholdDb: -30, ratio: 4, kneeDb: 6, attackMs: 5, releaseMs: 80, makeupDb: 0 },
  other: { thresholdDb: -12, ratio: 2, kneeDb: 12, attackMs: 30, releaseMs: 200, makeupDb: 6 },
});

describeContract({
  name: 'The compressor that senses RMS behind a sidechain high-pass',
  create: () => new Compressor(),
  working: { thresholdDb: -30, detector: 1, sidechainHighPassHz: 120, attackMs: 5, releaseMs: 80 },
  other: { thresholdDb: -30, detector: 0, sidechainHighPassHz: 20, attackMs: 5, releaseMs: 80 },
});

function prepared(settings: Partial<CompressorSettings>): Compressor {
  const compressor = new Compressor();
  compressor.prepare(SAMPLE_RATE);
  compressor.set(settings);
  return compressor;
}

/** Output level in dB of a steady level (DC stands for the crest of a wave) after `seconds`. */
function settledDb(settings: Partial<CompressorSettings>, levelDb: number, seconds = 2): number {
  const steady = new Float64Array(SAMPLE_RATE * seconds).fill(dbToGain(levelDb));
  const [left] = run(prepared(settings), [steady, steady], 128);
  return gainToDb(left.at(-1)!);
}

describe('The compressor', () => {
  const hard = { thresholdDb: -24, ratio: 4, kneeDb: 0, attackMs: 1, releaseMs: 50 };

  it('4:1 above threshold raises the output 1 dB for every 4 dB', () => {
    expect(settledDb(hard, -12) - settledDb(hard, -16)).toBeCloseTo(1, 3);
    expect(settledDb(hard, -16)).toBeCloseTo(-22, 3);
  });

  it('leaves a level below threshold bit-exact: there is no hidden makeup', () => {
    expect(settledDb(hard, -30)).toBe(gainToDb(dbToGain(-30)));
  });

  it('adds exactly the makeup gain that is asked for', () => {
    expect(settledDb({ ...hard, makeupDb: 6 }, -30)).toBeCloseTo(-24, 6);
  });

  it('1:1 does nothing at any level', () => {
    expect(settledDb({ ...hard, ratio: 1 }, -3)).toBe(gainToDb(dbToGain(-3)));
  });

  it.each([
    [-6, 0],
    [-3, 3 * 3 * 0.75 * (1 / 24)],
    [0, 6 * 6 * 0.75 * (1 / 24)],
    [6, 4.5],
    [12, 9],
  ])('a 12 dB knee at 4:1, %f dB over threshold, reduces by %f dB', (over, reductionDb) => {
    expect(staticReductionDb(-20 + over, -20, 4, 12)).toBeCloseTo(reductionDb, 9);
    const settings = { thresholdDb: -20, ratio: 4, kneeDb: 12, attackMs: 1, releaseMs: 50 };
    expect(-20 + over - settledDb(settings, -20 + over)).toBeCloseTo(reductionDb, 3);
  });

  it.each([1, 10, 50])('a %f ms attack has made 63 %% of its reduction after that time', (attackMs) => {
    const compressor = prepared({ ...hard, attackMs });
    const frames = Math.round((attackMs / 1000) * SAMPLE_RATE);
    const step = new Float64Array(frames).fill(dbToGain(-12));
    const [left] = run(compressor, [step, step], 128);
    expect((-12 - gainToDb(left.at(-1)!)) / 9).toBeCloseTo(1 - Math.exp(-1), 2);
  });

  it('a 200 ms release has given back 63 % of its reduction after that time', () => {
    const compressor = prepared({ ...hard, attackMs: 0.1, releaseMs: 200 });
    const loud = new Float64Array(SAMPLE_RATE).fill(dbToGain(-12));
    run(compressor, [loud, loud], 128);
    const quiet = new Float64Array(0.2 * SAMPLE_RATE).fill(dbToGain(-40));
    const [left] = run(compressor, [quiet, quiet], 128);
    expect((-40 - gainToDb(left.at(-1)!)) / 9).toBeCloseTo(Math.exp(-1), 2);
  });

  it('turns both sides down by the louder one, so that the picture does not move', () => {
    const left = new Float64Array(SAMPLE_RATE).fill(dbToGain(-12));
    const right = new Float64Array(SAMPLE_RATE).fill(dbToGain(-30));
    const [outLeft, outRight] = run(prepared(hard), [left, right], 128);
    expect(gainToDb(outRight.at(-1)!) + 30).toBeCloseTo(gainToDb(outLeft.at(-1)!) + 12, 6);
  });

  it('says how far it turned down: 9 dB for a level 12 dB over a 4:1 threshold, then less as it releases', () => {
    const compressor = prepared(hard);
    const loud = new Float64Array(SAMPLE_RATE).fill(dbToGain(-12));
    run(compressor, [loud, loud], 128);
    expect(compressor.takeGainReductionDb()).toBeCloseTo(9, 3);
    const quiet = new Float64Array(SAMPLE_RATE).fill(dbToGain(-60));
    run(compressor, [quiet, quiet], 128);
    compressor.takeGainReductionDb();
    expect(compressor.takeGainReductionDb()).toBeCloseTo(0, 3);
  });

  it('leaves every setting of before as it was: peak detector and no sidechain filter are the defaults', () => {
    const sine = tone(SAMPLE_RATE, [[0.5, -6]], 50);
    const [plain] = run(prepared(hard), [sine, sine], 128);
    const [spelt] = run(prepared({ ...hard, detector: 0, sidechainHighPassHz: 20 }), [sine, sine], 128);
    expect(spelt).toEqual(plain);
  });
});

describe('The RMS detector', () => {
  const rms = { thresholdDb: -24, ratio: 4, kneeDb: 0, attackMs: 20, releaseMs: 50, detector: 1 };

  it.each([1000, 5000])(
    'reads a %i Hz sine 3.01 dB below its peak: −12 dB of peak lie 8.99 dB over −24',
    (hz) => {
      const compressor = prepared(rms);
      const sine = tone(SAMPLE_RATE, [[1, -12]], hz);
      run(compressor, [sine, sine], 128);
      expect(compressor.takeGainReductionDb()).toBeCloseTo(0.75 * (12 - 3.0103), 1);
    },
  );

  it('reads a square wave at its peak', () => {
    const compressor = prepared(rms);
    const square = tone(SAMPLE_RATE, [[1, 0]], 1000).map((v) => (v < 0 ? -dbToGain(-12) : dbToGain(-12)));
    run(compressor, [square, square], 128);
    expect(compressor.takeGainReductionDb()).toBeCloseTo(9, 3);
  });

  it('has risen to 63 % of the power of a step after 10 ms', () => {
    // 4:1 over a threshold far below, with a fast attack, shows the level itself.
    const compressor = prepared({ ...rms, thresholdDb: -60, attackMs: 0.1 });
    const step = new Float64Array(480).fill(dbToGain(-12));
    const [left] = run(compressor, [step, step], 128);
    const levelDb = -60 + (-12 - gainToDb(left.at(-1)!)) / 0.75;
    expect(levelDb).toBeCloseTo(-12 + 10 * Math.log10(1 - Math.exp(-1)), 1);
  });
});

describe('The sidechain high-pass', () => {
  const keyed = { thresholdDb: -40, ratio: 20, kneeDb: 0, attackMs: 20, releaseMs: 500 };
  const reductionDb = (frequencyHz: number, sidechainHighPassHz: number): number => {
    const compressor = prepared({ ...keyed, sidechainHighPassHz });
    const sine = tone(SAMPLE_RATE, [[2, -6]], frequencyHz);
    run(compressor, [sine, sine], 128);
    // Its onset has been taken; what follows is steady.
    compressor.takeGainReductionDb();
    run(compressor, [sine, sine], 128);
    return compressor.takeGainReductionDb();
  };

  it.each([
    [50, 200],
    [100, 200],
    [200, 200],
    [800, 200],
  ])(
    'lets a %i Hz sine count as a Butterworth corner at %i Hz says, 12 dB an octave down',
    (hz, cornerHz) => {
      const tan = (f: number): number => Math.tan((Math.PI * f) / SAMPLE_RATE);
      const ratio = (tan(cornerHz) / tan(hz)) ** 4;
      expect(reductionDb(hz, 20) - reductionDb(hz, cornerHz)).toBeCloseTo(
        0.95 * 10 * Math.log10(1 + ratio),
        1,
      );
    },
  );

  it('does not filter what is heard: below threshold the sound passes bit-exact', () => {
    const sine = tone(SAMPLE_RATE, [[0.5, -50]], 50);
    const [left] = run(prepared({ ...keyed, sidechainHighPassHz: 300 }), [sine, sine], 128);
    expect(left).toEqual(sine);
  });
});

describe('The external key', () => {
  it('ducks: a key 12 dB over a 4:1 threshold turns a quiet sound down by 9 dB', () => {
    const compressor = prepared({ thresholdDb: -24, ratio: 4, kneeDb: 0, attackMs: 1, releaseMs: 50 });
    const quiet = new Float64Array(SAMPLE_RATE).fill(dbToGain(-40));
    const key = new Float64Array(SAMPLE_RATE).fill(dbToGain(-12));
    const [left, right] = [quiet.slice(), quiet.slice()];
    compressor.processKeyed(left, right, key, key, SAMPLE_RATE);
    expect(gainToDb(left.at(-1)!)).toBeCloseTo(-49, 3);
    expect(gainToDb(right.at(-1)!)).toBeCloseTo(-49, 3);
  });

  it('alone decides: a loud sound with a silent key passes bit-exact', () => {
    const compressor = prepared({ thresholdDb: -24, ratio: 4 });
    const loud = tone(SAMPLE_RATE, [[0.2, 0]]);
    const silence = new Float64Array(loud.length);
    const [left, right] = [loud.slice(), loud.slice()];
    compressor.processKeyed(left, right, silence, silence, loud.length);
    expect(left).toEqual(loud);
    expect(right).toEqual(loud);
  });
});
