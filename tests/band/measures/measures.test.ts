import { beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/band/signal/random.ts';
import { framesIn, SAMPLE_RATE_HZ } from '../../../src/band/signal/sample-rate.ts';
import { crestDb, floorOf, levelSpreadDb, loudnessOf, peakToLoudnessLu } from './dynamics.ts';
import { activePart, monoOf } from './frame-power.ts';
import {
  longTermSpectrum,
  rollOff95Hz,
  slopeDbPerOctave,
  THIRDS_HZ,
  thirdOctavesDb,
  topDb,
} from './long-term-spectrum.ts';
import { hitTimbre, mainHits, peakVariation, repeatedShare } from './main-hits.ts';
import { pitchLife } from './pitch-life.ts';
import { crudeSinger, sampledLoop } from './reference-signals.ts';
import { correlations } from './stereo-correlation.ts';
import { vocalTone } from './vocal-tone.ts';
import { voiceFrames } from './voice-frames.ts';

/** Figures of an independent implementation (NumPy and SciPy) for the same samples. Loops are read as 48 kHz. */
const REFERENCE = [
  {
    name: 'loop_compus',
    lufs: -22.61,
    lraLu: 0.28,
    plrLu: 20.33,
    crestDb: 23.19,
    spreadDb: 14.75,
    floorDb: 51.82,
    overall: 0.93,
    below150Hz: 1,
    above2kHz: 0.734,
    rollOffHz: 13204,
    topDb: -0.95,
    slope: 2.428,
    thirds: { 100: -1.8, 1000: -18.8, 10_000: -8.9 },
    hits: 23,
    variation: 0.5434,
    repeated: 0.3636,
    trebleSdDb: 6.444,
    levelToTreble: -0.692,
  },
  {
    name: 'loop_safari',
    lufs: -20.5,
    lraLu: 2,
    plrLu: 20.51,
    crestDb: 22.43,
    spreadDb: 10.57,
    floorDb: 23.82,
    overall: 0.884,
    below150Hz: 0.934,
    above2kHz: 0.86,
    rollOffHz: 1497,
    topDb: -25.19,
    slope: -8.379,
    thirds: { 100: -8.6, 1000: -10.3, 10_000: -32.9 },
    hits: 31,
    variation: 0.4721,
    repeated: 0,
    trebleSdDb: 6.528,
    levelToTreble: -0.436,
  },
  {
    name: 'loop_tabla',
    lufs: -26.41,
    lraLu: 1.34,
    plrLu: 16.67,
    crestDb: 18.77,
    spreadDb: 14.56,
    floorDb: 37.22,
    overall: 1,
    below150Hz: 1,
    above2kHz: 1,
    rollOffHz: 1365,
    topDb: -17.75,
    slope: -3.11,
    thirds: { 100: -12.1, 1000: -23.6, 10_000: -30.9 },
    hits: 60,
    variation: 0.392,
    repeated: 0.0339,
    trebleSdDb: 6.123,
    levelToTreble: -0.539,
  },
];

describe.each(REFERENCE)('The measures of $name', ({ name, ...wanted }) => {
  let whole: Float32Array[];
  let active: Float32Array[];

  beforeAll(async () => {
    whole = await sampledLoop(name);
    active = activePart(whole);
  });

  it('agree with the reference in loudness and dynamics, within 0.05 dB', () => {
    expect(loudnessOf(active).integratedLufs).toBeCloseTo(wanted.lufs, 1);
    expect(peakToLoudnessLu(active)).toBeCloseTo(wanted.plrLu, 1);
    expect(crestDb(active)).toBeCloseTo(wanted.crestDb, 1);
    expect(levelSpreadDb(active)).toBeCloseTo(wanted.spreadDb, 1);
    expect(floorOf(active).belowP95Db).toBeCloseTo(wanted.floorDb, 1);
    // Percentiles of the few short-term values of a short loop are read a rank apart.
    expect(Math.abs(loudnessOf(active).loudnessRangeLu - wanted.lraLu)).toBeLessThan(0.2);
  });

  it('agree in the long-term spectrum, within 0.05 dB', () => {
    const spectrum = longTermSpectrum(active);
    const thirds = thirdOctavesDb(spectrum);
    for (const [hz, db] of Object.entries(wanted.thirds))
      expect(thirds[THIRDS_HZ.findIndex((centre) => Math.abs(centre / Number(hz) - 1) < 0.02)]).toBeCloseTo(
        db,
        1,
      );
    expect(rollOff95Hz(spectrum)).toBeCloseTo(wanted.rollOffHz, -1);
    expect(topDb(spectrum)).toBeCloseTo(wanted.topDb, 1);
    expect(slopeDbPerOctave(spectrum)).toBeCloseTo(wanted.slope, 1);
  });

  it('agree in correlation, within 0.005', () => {
    const found = correlations(active);
    expect(found.overall).toBeCloseTo(wanted.overall, 2);
    expect(found.below150Hz).toBeCloseTo(wanted.below150Hz, 2);
    expect(found.above2kHz).toBeCloseTo(wanted.above2kHz, 2);
  });

  it('find the same hits, and as many of them repeated', () => {
    const mono = monoOf(whole);
    const hits = mainHits(mono);
    expect(hits).toHaveLength(wanted.hits);
    expect(peakVariation(hits)).toBeCloseTo(wanted.variation, 3);
    expect(repeatedShare(mono, hits)).toBeCloseTo(wanted.repeated, 3);
    const timbre = hitTimbre(mono, hits);
    expect(timbre.trebleShareSdDb).toBeCloseTo(wanted.trebleSdDb, 2);
    expect(timbre.levelToTreble).toBeCloseTo(wanted.levelToTreble, 2);
  });
});

describe('The measures of a crude singer', () => {
  const frames = voiceFrames(monoOf(activePart([crudeSinger()])));

  it('agree with the reference in tone, within 0.25 dB', () => {
    const tone = vocalTone(frames);
    expect(Math.abs(tone.airDb - -30.35)).toBeLessThan(0.25);
    expect(Math.abs(tone.airRePresenceDb - (-30.35 + 16.54))).toBeLessThan(0.25);
    expect(Math.abs(tone.presenceDb - -16.54)).toBeLessThan(0.25);
    expect(Math.abs(tone.fricativeDb - -8.83)).toBeLessThan(0.25);
  });

  it('agree in pitch, within 0.05 cents, and in vibrato within 1 cent', () => {
    const pitch = pitchLife(frames);
    expect(pitch.residualSdCents).toBeCloseTo(4.405, 1);
    expect(pitch.driftSdCents).toBeCloseTo(16.66, 1);
    expect(pitch.stillShare).toBeCloseTo(0.116, 3);
    expect(pitch.offGridCents).toBeCloseTo(8.28, 1);
    expect(pitch.vibratoHz).toBeCloseTo(5.47, 2);
    expect(Math.abs(pitch.vibratoCents - 22.24)).toBeLessThan(1);
    expect(pitch.vibratoShare).toBe(1);
  });
});

const SECONDS = 10;
const noise = (seed: string, seconds = SECONDS): Float32Array => {
  const random = createRandom(seed);
  return Float32Array.from({ length: framesIn(seconds) }, () => 0.1 * random.normal());
};
const sine = (hz: number): Float32Array =>
  Float32Array.from(
    { length: framesIn(SECONDS) },
    (_, i) => 0.5 * Math.sin((2 * Math.PI * hz * i) / SAMPLE_RATE_HZ),
  );

describe('Known signals', () => {
  it('measure a sine’s crest of 3.01 dB, no level spread, and its power up to its own frequency', () => {
    const tone = [sine(1000)];
    expect(crestDb(tone)).toBeCloseTo(3.01, 2);
    expect(levelSpreadDb(tone)).toBeCloseTo(0, 2);
    expect(Math.abs(rollOff95Hz(longTermSpectrum(tone)) - 1000)).toBeLessThan(6);
  });

  it('measure white noise as rising 3 dB an octave, with 5.2 dB more power at 10–20 kHz than at 1–4 kHz', () => {
    const spectrum = longTermSpectrum([noise('white')]);
    expect(slopeDbPerOctave(spectrum)).toBeCloseTo(3.01, 1);
    expect(topDb(spectrum)).toBeCloseTo(10 * Math.log10(10 / 3), 1);
  });

  it('measure a correlation of 0.5 where a common noise meets an equally loud one of each side’s own', () => {
    const [common, left, right] = ['common', 'left', 'right'].map((seed) => noise(seed));
    const channels = [common.map((x, i) => x + left[i]), common.map((x, i) => x + right[i])];
    expect(correlations(channels).overall).toBeCloseTo(0.5, 2);
    expect(correlations(channels).above2kHz).toBeCloseTo(0.5, 2);
  });

  it('measure a floor as far below the level as it is, and digital silence as silence', () => {
    const loud = noise('floor');
    const gaps = loud.map((x, i) => (i % SAMPLE_RATE_HZ < 0.2 * SAMPLE_RATE_HZ ? x * 0.01 : x));
    expect(Math.abs(floorOf([gaps]).belowP95Db - 40)).toBeLessThan(1);
    const halfSilent = loud.map((x, i) => (i % SAMPLE_RATE_HZ < SAMPLE_RATE_HZ / 2 ? 0 : x));
    expect(floorOf([halfSilent]).silentShare).toBeCloseTo(0.5, 2);
  });

  it('measure a machine’s hits as all repeated and equally loud, and no hit of fresh noise as repeated', () => {
    const machine = hitsOf(() => noise('one hit', 0.1));
    const drummer = hitsOf((hit) => noise(`hit ${hit}`, 0.1));
    const machineHits = mainHits(machine);
    expect(machineHits).toHaveLength(20);
    expect(repeatedShare(machine, machineHits)).toBe(1);
    expect(peakVariation(machineHits)).toBeLessThan(0.01);
    expect(repeatedShare(drummer, mainHits(drummer))).toBe(0);
  });

  it('measure a steady tone’s pitch as still and on the grid', () => {
    const pitch = pitchLife(voiceFrames(sine(440)));
    expect(pitch.stillShare).toBe(1);
    expect(pitch.residualSdCents).toBeLessThan(0.1);
    expect(pitch.vibratoShare).toBe(0);
  });
});

/** A hit every half second. */
function hitsOf(sound: (hit: number) => Float32Array): Float32Array {
  const track = new Float32Array(framesIn(SECONDS));
  for (let hit = 0; hit < 2 * SECONDS; hit++) {
    const fading = sound(hit).map((x, i) => x * Math.exp(-i / framesIn(0.02)));
    track.set(fading, framesIn(hit / 2 + 0.1));
  }
  return track;
}
