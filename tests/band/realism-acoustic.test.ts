import { beforeAll, describe, expect, it } from 'vitest';
import { recordSong } from '../../src/band/record.ts';
import { framesIn } from '../../src/band/signal/sample-rate.ts';
import { acoustic } from '../../src/band/songs/acoustic/song.ts';
import { panGains } from '../../src/dsp/pan.ts';
import { crestDb, floorOf, levelSpreadDb, loudnessOf, peakToLoudnessLu } from './measures/dynamics.ts';
import { activePart, monoOf } from './measures/frame-power.ts';
import {
  bandDb,
  longTermSpectrum,
  rollOff95Hz,
  slopeDbPerOctave,
  thirdDb,
  thirdOctavesDb,
  topDb,
} from './measures/long-term-spectrum.ts';
import { hitTimbre, mainHits, peakVariation, repeatedShare } from './measures/main-hits.ts';
import { correlation, correlations } from './measures/stereo-correlation.ts';

/** Where a plain mix puts the stems; every fader stays at 0 dB. */
const PAN: Record<string, number> = {
  'guitar-1': -0.8,
  'guitar-2': 0.8,
  shaker: 0.5,
  'harmony-low': -0.5,
  'harmony-high': 0.5,
};
const SECTION_SECONDS = 9;

/** The good takes, before anything went wrong: bounds are those of recorded stems, see the measures. */
const takes = new Map<string, Float32Array[]>();
const active = (id: string): Float32Array[] => activePart(takes.get(id)!);

beforeAll(async () => {
  for (const { plan, channels } of await recordSong(acoustic, true)) takes.set(plan.id, channels);
});

describe.each(['guitar-1', 'guitar-2'])('The steel guitar %s', (id) => {
  it('is neither nasal nor dull: 3.15 kHz lies from 3 dB below to 8 dB above 500 Hz', () => {
    const spectrum = longTermSpectrum(active(id));
    const tilt = thirdDb(spectrum, 3175) - thirdDb(spectrum, 500);
    expect(tilt).toBeGreaterThan(-3);
    expect(tilt).toBeLessThan(8);
  });

  it('keeps the pick in its top: 16 kHz is less than 45 dB below its strongest band', () => {
    expect(thirdOctavesDb(longTermSpectrum(active(id))).at(-1)).toBeGreaterThan(-45);
  });

  it('never strikes the same sound twice', () => {
    const [samples] = active(id);
    expect(repeatedShare(samples, mainHits(samples))).toBeLessThan(0.05);
  });
});

describe('The piano', () => {
  it('is played with dynamics: crest above 14 dB, range above 2.2 LU, 300 ms levels 5 dB apart and more', () => {
    expect(crestDb(active('piano'))).toBeGreaterThan(14);
    expect(loudnessOf(active('piano')).loudnessRangeLu).toBeGreaterThan(2.2);
    expect(levelSpreadDb(active('piano'))).toBeGreaterThan(5);
    expect(peakVariation(mainHits(monoOf(active('piano'))))).toBeGreaterThan(0.2);
  });

  it('is wide: its two microphones correlate by less than 0.9', () => {
    expect(correlation(active('piano'))).toBeLessThan(0.9);
  });

  it('is open: 5 to 10 kHz is less than 20 dB below 1 to 2.5 kHz', () => {
    const spectrum = longTermSpectrum(active('piano'));
    expect(bandDb(spectrum, 5000, 10_000) - bandDb(spectrum, 1000, 2500)).toBeGreaterThan(-20);
  });
});

describe('The bass', () => {
  it('stays below the guitars: 0.8 to 1.25 kHz at least 14 dB under its strongest band, 95 % of it below 600 Hz', () => {
    const spectrum = longTermSpectrum(active('bass'));
    const thirds = thirdOctavesDb(spectrum);
    expect(Math.max(...thirds.slice(14, 17))).toBeLessThan(-14);
    expect(rollOff95Hz(spectrum)).toBeLessThan(600);
  });
});

describe('The cajón', () => {
  it('has no two strokes alike and hits neither like a machine nor at random: a peak varies by 10 to 35 %', () => {
    const [samples] = active('cajon');
    const hits = mainHits(samples);
    expect(repeatedShare(samples, hits)).toBeLessThan(0.05);
    expect(peakVariation(hits)).toBeGreaterThan(0.1);
    expect(peakVariation(hits)).toBeLessThan(0.35);
  });

  it('sounds different where it is struck: the share above 4 kHz of its strokes spreads by 1.5 dB and more', () => {
    const [samples] = active('cajon');
    expect(hitTimbre(samples, mainHits(samples)).trebleShareSdDb).toBeGreaterThan(1.5);
  });
});

describe('The shaker', () => {
  it('hisses rather than clicks: crest between 18 and 28 dB', () => {
    expect(crestDb(active('shaker'))).toBeGreaterThan(18);
    expect(crestDb(active('shaker'))).toBeLessThan(28);
  });
});

describe('The room', () => {
  it.each(['guitar-1', 'piano', 'cajon', 'shaker'])('goes on behind the %s: no digital silence', (id) => {
    expect(floorOf(active(id)).silentShare).toBe(0);
  });
});

describe('The band, panned, with every fader at 0 dB', () => {
  let mix: Float32Array[];

  beforeAll(() => {
    mix = [new Float32Array(acoustic.loopFrames), new Float32Array(acoustic.loopFrames)];
    for (const [id, channels] of takes) {
      const { left, right } = panGains(PAN[id] ?? 0, channels.length > 1);
      [left, right].forEach((gain, side) => {
        const heard = channels[side] ?? channels[0];
        for (let i = 0; i < heard.length; i++) mix[side][i] = mix[side][i] + gain * heard[i];
      });
    }
  });

  it('is as wide as a record: correlation 0.70–0.96, at least 0.95 below 150 Hz, 0.4–0.7 above 2 kHz', () => {
    const { overall, below150Hz, above2kHz } = correlations(mix);
    expect(overall).toBeGreaterThan(0.7);
    expect(overall).toBeLessThan(0.96);
    expect(below150Hz).toBeGreaterThan(0.95);
    expect(above2kHz).toBeGreaterThan(0.4);
    expect(above2kHz).toBeLessThan(0.7);
  });

  it('falls by 1.3 to 2.4 dB per octave from 1 to 10 kHz, and above 10 kHz is 7 to 13 dB below 1 to 4 kHz', () => {
    const spectrum = longTermSpectrum(mix);
    expect(slopeDbPerOctave(spectrum)).toBeGreaterThan(-2.4);
    expect(slopeDbPerOctave(spectrum)).toBeLessThan(-1.3);
    expect(topDb(spectrum)).toBeGreaterThan(-13);
    expect(topDb(spectrum)).toBeLessThan(-7);
  });

  it('keeps its dynamics: peaks 17 to 21 LU above its loudness, a range of 5 LU and more', () => {
    expect(peakToLoudnessLu(mix)).toBeGreaterThan(17);
    expect(peakToLoudnessLu(mix)).toBeLessThan(21);
    expect(loudnessOf(mix).loudnessRangeLu).toBeGreaterThan(5);
  });

  it('grows from section to section, by 1 LU at the least', () => {
    const sections = [0, 1, 2, 3].map((section) => {
      const from = framesIn(section * SECTION_SECONDS);
      return loudnessOf(mix.map((side) => side.slice(from, from + framesIn(SECTION_SECONDS)))).integratedLufs;
    });
    for (const later of [1, 2, 3]) expect(sections[later] - sections[later - 1]).toBeGreaterThan(1);
  });
});
