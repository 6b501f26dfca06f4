import { beforeAll, describe, expect, it } from 'vitest';
import { bounceSpec } from '../../src/demos/bounce-spec.ts';
import { truePeakDbtp } from '../../src/dsp/true-peak.ts';
import { crushedIndiePop } from '../../src/mixes/indie-pop.ts';
import { REFERENCE_MIXES } from '../../src/mixes/all.ts';
import { correlations } from '../band/measures/stereo-correlation.ts';
import {
  heard,
  largestMoveDb,
  lineSpreadLu,
  loudnessOf,
  monoLossLu,
  peakThirdHz,
  samplePeakDbfs,
  shareDb,
  tiltOf,
  voiceAboveBandDb,
  type Stereo,
} from './measures.ts';

describe.each([...REFERENCE_MIXES])('From raw to mixed: %s', (_song, { raw, mixed }) => {
  let rawSound: Stereo;
  let mixedSound: Stereo;
  beforeAll(async () => {
    [rawSound, mixedSound] = [await bounceSpec(raw), await bounceSpec(mixed)];
  });

  it('the mix is about −18 LUFS and peaks at or below −6 dBFS: room for the master', () => {
    const lufs = loudnessOf(mixedSound);
    const peak = samplePeakDbfs(mixedSound);
    console.log(`mix ${lufs.toFixed(2)} LUFS, ${peak.toFixed(2)} dBFS`);
    expect(Math.abs(lufs + 18)).toBeLessThanOrEqual(1);
    expect(peak).toBeLessThanOrEqual(-6);
  });

  it('the lead voice rises at least 3 dB above the band in 1–4 kHz', async () => {
    const [before, after] = [await voiceAboveBandDb(raw), await voiceAboveBandDb(mixed)];
    console.log(`voice above band ${before.toFixed(1)} → ${after.toFixed(1)} dB`);
    expect(after - before).toBeGreaterThanOrEqual(3);
  });

  it('sung lines that lie at least 8 LU apart come within 3 LU', async () => {
    const [before, after] = [await lineSpreadLu(raw), await lineSpreadLu(mixed)];
    console.log(`line spread ${before.toFixed(1)} → ${after.toFixed(1)} LU`);
    expect(before).toBeGreaterThanOrEqual(8);
    expect(after).toBeLessThanOrEqual(3);
  });

  it('the share of 200–500 Hz, where mud gathers, goes down', () => {
    const [before, after] = [shareDb(rawSound, 200, 500), shareDb(mixedSound, 200, 500)];
    console.log(`200–500 Hz ${before.toFixed(2)} → ${after.toFixed(2)} dB`);
    expect(after).toBeLessThan(before);
  });

  it('the low drum and the bass no longer peak in the same third-octave', async () => {
    const drum = mixed.strips.some(({ stem }) => stem === 'kick') ? 'kick' : 'cajon';
    const peak = async (spec: typeof mixed, stem: string): Promise<number> =>
      peakThirdHz(await heard(spec, (id) => id === stem));
    const before = [await peak(raw, drum), await peak(raw, 'bass')];
    const after = [await peak(mixed, drum), await peak(mixed, 'bass')];
    console.log(`${drum} and bass peak at ${before.join(' and ')} Hz → ${after.join(' and ')} Hz`);
    expect(after[0]).not.toBe(after[1]);
  });

  it('summed to mono it loses less than 1.5 LU', () => {
    const loss = monoLossLu(mixedSound);
    console.log(`mono loss ${loss.toFixed(2)} LU`);
    expect(loss).toBeLessThan(1.5);
  });
});

describe.each([...REFERENCE_MIXES])('From mixed to mastered: %s', (_song, { mixed, mastered }) => {
  let mixedSound: Stereo;
  let masteredSound: Stereo;
  beforeAll(async () => {
    [mixedSound, masteredSound] = [await bounceSpec(mixed), await bounceSpec(mastered)];
  });

  it('the master is about −14 LUFS, ≤ −1 dBTP at 16×, and keeps a peak-to-loudness ratio of at least 9 dB', () => {
    const lufs = loudnessOf(masteredSound);
    const peak = truePeakDbtp(masteredSound, 16);
    console.log(`master ${lufs.toFixed(2)} LUFS, ${peak.toFixed(2)} dBTP, PLR ${(peak - lufs).toFixed(1)}`);
    expect(Math.abs(lufs + 14)).toBeLessThanOrEqual(0.5);
    expect(peak).toBeLessThanOrEqual(-1);
    expect(peak - lufs).toBeGreaterThanOrEqual(9);
  });

  it('is the same song: no third-octave moves more than 3 dB against the loudness', () => {
    const move = largestMoveDb(mixedSound, masteredSound);
    console.log(`largest move ${move.toFixed(2)} dB`);
    expect(move).toBeLessThanOrEqual(3);
  });

  it('falls 1–3 dB per octave from 63 Hz to 10 kHz, no band more than 6 dB off that line', () => {
    const { slopeDbPerOctave, largestDeviationDb } = tiltOf(masteredSound);
    console.log(
      `slope ${slopeDbPerOctave.toFixed(3)} dB/octave, deviation ${largestDeviationDb.toFixed(2)} dB`,
    );
    expect(slopeDbPerOctave).toBeLessThanOrEqual(-1);
    expect(slopeDbPerOctave).toBeGreaterThanOrEqual(-3);
    expect(largestDeviationDb).toBeLessThanOrEqual(6);
  });

  it('is wide, and firm in the middle below 150 Hz: correlation 0.70–0.96, ≥ 0.95 there', () => {
    const { overall, below150Hz: low } = correlations(masteredSound);
    console.log(`correlation ${overall.toFixed(3)}, below 150 Hz ${low.toFixed(3)}`);
    expect(overall).toBeGreaterThanOrEqual(0.7);
    expect(overall).toBeLessThanOrEqual(0.96);
    expect(low).toBeGreaterThanOrEqual(0.95);
  });
});

it('The crushed master of the indie pop song, for the loudness war, is about −8 LUFS', async () => {
  const lufs = loudnessOf(await bounceSpec(crushedIndiePop));
  console.log(`crushed ${lufs.toFixed(2)} LUFS`);
  expect(Math.abs(lufs + 8)).toBeLessThanOrEqual(0.5);
});
