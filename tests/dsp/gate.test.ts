import { describe, expect, it } from 'vitest';
import { dbToGain, gainToDb } from '../../src/dsp/decibels.ts';
import { Gate, type GateSettings } from '../../src/dsp/gate.ts';
import { expansionDb, FOLLOWER_MS } from '../../src/dsp/gate-gain.ts';
import { describeContract, run } from './contract.ts';
import { tone } from './signals.ts';

const SAMPLE_RATE = 48000;

describeContract({
  name: 'The gate',
  create: () => new Gate(),
  working: { thresholdDb: -8, ratio: 4, hysteresisDb: 1, attackMs: 2, holdMs: 1, releaseMs: 20, rangeDb: 30 },
  other: { thresholdDb: -20, ratio: 2, hysteresisDb: 6, attackMs: 10, holdMs: 5, releaseMs: 80, rangeDb: 12 },
});

function prepared(settings: Partial<GateSettings>): Gate {
  const gate = new Gate();
  gate.prepare(SAMPLE_RATE);
  gate.set(settings);
  return gate;
}

const steady = (levelDb: number, seconds: number): Float64Array =>
  new Float64Array(Math.round(seconds * SAMPLE_RATE)).fill(dbToGain(levelDb));

/** Output level in dB of a steady level after 2 s, from closed. */
function settledDb(settings: Partial<GateSettings>, levelDb: number): number {
  const input = steady(levelDb, 2);
  return gainToDb(run(prepared(settings), [input, input], 128)[0].at(-1)!);
}

const hard = {
  thresholdDb: -40,
  ratio: 50,
  hysteresisDb: 6,
  attackMs: 1,
  holdMs: 50,
  releaseMs: 50,
  rangeDb: 60,
};

describe('The gate', () => {
  it('open, passes a sine bit-exact once the attack is over', () => {
    const sine = tone(SAMPLE_RATE, [[1, -20]], 200);
    const [left] = run(prepared(hard), [sine, sine], 128);
    expect(left.subarray(24000)).toEqual(sine.subarray(24000));
  });

  it('closed, turns down by its range and no further', () => {
    expect(settledDb(hard, -60)).toBeCloseTo(-120, 4);
    expect(settledDb({ ...hard, rangeDb: 12 }, -60)).toBeCloseTo(-72, 4);
  });

  it.each([
    [-42, 4],
    [-45, 10],
    [-52, 20],
  ])(
    'as a 3:1 expander with 20 dB of range turns %f dB under a threshold of −40 dB down by %f dB',
    (level, by) => {
      const expander = { ...hard, ratio: 3, rangeDb: 20 };
      expect(expansionDb(level, -40, 3, 20)).toBe(by);
      expect(level - settledDb(expander, level)).toBeCloseTo(by, 4);
    },
  );

  it('1:1 does nothing at any level', () => {
    expect(settledDb({ ...hard, ratio: 1 }, -70)).toBe(gainToDb(dbToGain(-70)));
  });

  it('stays open between threshold and threshold minus hysteresis, and does not open there', () => {
    const gate = prepared(hard);
    const open = steady(-38, 1);
    const between = steady(-44, 1);
    run(gate, [open, open], 128);
    expect(gainToDb(run(gate, [between, between], 128)[0].at(-1)!)).toBeCloseTo(-44, 6);
    expect(settledDb(hard, -44)).toBeCloseTo(-104, 4);
  });

  it('a 5 ms attack has given back 63 % of the range after that time', () => {
    const gate = prepared({ ...hard, attackMs: 5, rangeDb: 40 });
    const loud = steady(-20, 0.005);
    const [left] = run(gate, [loud, loud], 128);
    expect((-20 - gainToDb(left.at(-1)!)) / 40).toBeCloseTo(Math.exp(-1), 6);
  });

  it('holds for 100 ms after the level has fallen below, then closes by 63 % within its release', () => {
    const gate = prepared({ ...hard, holdMs: 100, releaseMs: 200, rangeDb: 40 });
    const loud = steady(-20, 0.5);
    run(gate, [loud, loud], 128);
    const quiet = steady(-90, 0.5);
    const [left] = run(gate, [quiet, quiet], 128);
    // The level follower falls 26 dB to where the gate may close.
    const fallen = (FOLLOWER_MS / 1000) * Math.log(dbToGain(26));
    const at = (seconds: number): number =>
      -90 - gainToDb(left[Math.round((fallen + 0.1 + seconds) * SAMPLE_RATE)]!);
    expect(at(-0.001)).toBeCloseTo(0, 6);
    expect(at(0.001)).toBeGreaterThan(0.1);
    expect(at(0.2) / 40).toBeCloseTo(1 - Math.exp(-1), 2);
  });

  it('does not chatter: a 50 Hz sine 1 dB over the threshold opens it once and for all', () => {
    const sine = tone(SAMPLE_RATE, [[2, -39]], 50);
    const [left] = run(prepared({ ...hard, hysteresisDb: 0 }), [sine, sine], 128);
    expect(left.subarray(SAMPLE_RATE)).toEqual(sine.subarray(SAMPLE_RATE));
  });

  it('opens for a key alone: a loud sound with a silent key stays shut', () => {
    const loud = steady(-6, 1);
    const silence = new Float64Array(loud.length);
    const shut = [loud.slice(), loud.slice()] as const;
    prepared(hard).processKeyed(shut[0], shut[1], silence, silence, loud.length);
    expect(gainToDb(shut[0].at(-1)!)).toBeCloseTo(-66, 4);
    const quiet = steady(-70, 1);
    const opened = [quiet.slice(), quiet.slice()] as const;
    prepared(hard).processKeyed(opened[0], opened[1], loud, loud, loud.length);
    expect(gainToDb(opened[1].at(-1)!)).toBeCloseTo(-70, 6);
  });

  it('says how far it turns down', () => {
    const gate = prepared(hard);
    const quiet = steady(-80, 1);
    run(gate, [quiet, quiet], 128);
    expect(gate.takeGainReductionDb()).toBeCloseTo(60, 6);
  });
});
