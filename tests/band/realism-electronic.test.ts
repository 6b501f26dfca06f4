import { beforeAll, describe, expect, it } from 'vitest';
import { gainToDb } from '../../src/dsp/decibels.ts';
import { withFaults } from '../../src/band/fault.ts';
import { bell, filter } from '../../src/band/signal/filter.ts';
import { peakOf } from '../../src/band/signal/level.ts';
import { framesIn, SAMPLE_RATE_HZ } from '../../src/band/signal/sample-rate.ts';
import { FAULTS } from '../../src/band/songs/electronic/faults.ts';
import { groove } from '../../src/band/songs/electronic/score.ts';
import type { Take } from '../../src/band/take.ts';
import { balancedMix, machineTakes, mendedVoice, type Channels } from './electronic-mix.ts';
import { loudnessOf, peakToLoudnessLu } from './measures/dynamics.ts';
import { activePart } from './measures/frame-power.ts';
import {
  bandDb,
  longTermSpectrum,
  rollOff95Hz,
  slopeDbPerOctave,
  thirdDb,
  thirdOctavesDb,
  THIRDS_HZ,
  topDb,
} from './measures/long-term-spectrum.ts';
import { mainHits, repeatedShare } from './measures/main-hits.ts';
import { correlation, correlations } from './measures/stereo-correlation.ts';

let takes: Map<string, Take>;
const channelsOf = (id: string): Channels => takes.get(id)!.channels;
const spectrumOf = (channels: Channels): Float64Array => longTermSpectrum(activePart(channels));

beforeAll(() => {
  takes = machineTakes();
});

/** Centre of the strongest third octave, in Hz. */
const strongestThirdHz = (spectrum: Float64Array): number => THIRDS_HZ[thirdOctavesDb(spectrum).indexOf(0)];

describe('Kick and bass of the electronic song', () => {
  const raw = (id: 'kick' | 'bass'): Channels => withFaults(takes.get(id)!, FAULTS[id], id).channels;

  it.each([
    ['good', (id: 'kick' | 'bass') => channelsOf(id)],
    ['raw', raw],
  ])('both peak in the third octave at 50 Hz in their %s takes: one masks the other', (_, channels) => {
    expect(strongestThirdHz(spectrumOf(channels('kick')))).toBeCloseTo(49.6, 1);
    expect(strongestThirdHz(spectrumOf(channels('bass')))).toBeCloseTo(49.6, 1);
  });

  it('part with 6 dB of EQ: the raw kick then leads at 80 Hz and the bass at 50 Hz, each by 3 dB', () => {
    const kick = spectrumOf(raw('kick').map((x) => filter(x, bell(48, 1.4, -6), bell(85, 1.4, 6))));
    const bass = spectrumOf(raw('bass').map((x) => filter(x, bell(82, 1.4, -6))));
    expect(thirdDb(kick, 78.7) - thirdDb(kick, 49.6)).toBeGreaterThan(3);
    expect(thirdDb(bass, 49.6) - thirdDb(bass, 78.7)).toBeGreaterThan(3);
  });
});

describe('The bass of the electronic song', () => {
  it('is a bass: 95 % of it below 600 Hz, and 0.8–1.25 kHz at least 14 dB below its strongest third', () => {
    const spectrum = spectrumOf(channelsOf('bass'));
    expect(rollOff95Hz(spectrum)).toBeLessThan(600);
    for (const hz of [794, 1000, 1260]) {
      const below = thirdDb(spectrum, hz) - Math.max(...THIRDS_HZ.map((third) => thirdDb(spectrum, third)));
      expect(below).toBeLessThan(-14);
    }
  });

  it('is heard where small loudspeakers begin: 250–500 Hz no more than 24 dB below its strongest third', () => {
    const spectrum = spectrumOf(channelsOf('bass'));
    const strongest = thirdDb(spectrum, strongestThirdHz(spectrum));
    expect(bandDb(spectrum, 250, 500) - strongest).toBeGreaterThan(-24);
  });
});

describe('The drum machine of the electronic song', () => {
  it('plays one kick: every hit is the one before', () => {
    const [kick] = channelsOf('kick');
    expect(repeatedShare(kick, mainHits(kick))).toBe(1);
  });

  it.each(['kick', 'clap'])('plays the %s on the grid of sixteenths, to 1 ms between the hits', (id) => {
    const [track] = channelsOf(id);
    const sixteenthMs = (1000 * groove.beatSeconds) / 4;
    const late = mainHits(track).map(({ frame }) => {
      const sixteenths = ((1000 * frame) / SAMPLE_RATE_HZ - 1000 * groove.secondsAt(0)) / sixteenthMs;
      return (sixteenths - Math.round(sixteenths)) * sixteenthMs;
    });
    expect(late.length).toBeGreaterThan(15);
    expect(Math.max(...late) - Math.min(...late)).toBeLessThan(1);
  });

  it('has hats that are wide and bright: correlation 0.1–0.6, strongest at 6–13 kHz, air at 16 kHz within 12 dB', () => {
    const hats = channelsOf('hats');
    const spectrum = spectrumOf(hats);
    const strongest = strongestThirdHz(spectrum);
    expect(correlation(hats)).toBeGreaterThan(0.1);
    expect(correlation(hats)).toBeLessThan(0.6);
    expect(strongest).toBeGreaterThan(6000);
    expect(strongest).toBeLessThan(13_000);
    expect(thirdDb(spectrum, 16_000) - thirdDb(spectrum, strongest)).toBeGreaterThan(-12);
  });
});

describe('A plain balance of the good takes of the electronic song', () => {
  let mix: [Float32Array, Float32Array];

  beforeAll(async () => {
    const stems = new Map<string, Channels>([...takes].map(([id, { channels }]) => [id, channels]));
    stems.set('vocal', await mendedVoice('vocal'));
    stems.set('double', await mendedVoice('double'));
    mix = balancedMix(stems);
  });

  const section = (index: number): Channels =>
    mix.map((side) => side.subarray(framesIn(10 * index), framesIn(10 * (index + 1))));

  it('has the contrast of an unmastered mix: true peak 17–21 LU above its loudness, range at least 5 LU', () => {
    expect(peakToLoudnessLu(mix)).toBeGreaterThan(17);
    expect(peakToLoudnessLu(mix)).toBeLessThan(21);
    expect(loudnessOf(mix).loudnessRangeLu).toBeGreaterThan(5);
  });

  it('grows with every section of four bars: by 3 LU into the lift, then by half a LU or more', () => {
    const [verse, lift, hook, drop] = [0, 1, 2, 3].map((i) => loudnessOf(section(i)).integratedLufs);
    expect(lift - verse).toBeGreaterThan(3);
    expect(hook - lift).toBeGreaterThan(0.5);
    expect(drop - hook).toBeGreaterThan(0.5);
  });

  it('opens upwards with every section: more above 5 kHz than in the one before', () => {
    const top = [0, 1, 2, 3].map((i) => bandDb(longTermSpectrum(section(i)), 5000, 20_000));
    expect(top).toEqual(top.toSorted((a, b) => a - b));
  });

  it('is as wide as records are: correlation 0.70–0.96 overall, above 0.95 below 150 Hz, 0.4–0.7 above 2 kHz', () => {
    const { overall, below150Hz, above2kHz } = correlations(mix);
    expect(overall).toBeGreaterThan(0.7);
    expect(overall).toBeLessThan(0.96);
    expect(below150Hz).toBeGreaterThan(0.95);
    expect(above2kHz).toBeGreaterThan(0.4);
    expect(above2kHz).toBeLessThan(0.7);
  });

  it('has a top as records have: −2.4 to −1.3 dB per octave from 1 to 10 kHz, air 7–13 dB below 1–4 kHz', () => {
    const spectrum = longTermSpectrum(mix);
    expect(slopeDbPerOctave(spectrum)).toBeGreaterThan(-2.4);
    expect(slopeDbPerOctave(spectrum)).toBeLessThan(-1.3);
    expect(topDb(spectrum)).toBeGreaterThan(-13);
    expect(topDb(spectrum)).toBeLessThan(-7);
  });

  it('stands on its bass: more power below 120 Hz than from 250 Hz to 2 kHz', () => {
    const spectrum = longTermSpectrum(mix);
    expect(bandDb(spectrum, 30, 120) - bandDb(spectrum, 250, 2000)).toBeGreaterThan(1);
  });
});

describe('The seam of the electronic song', () => {
  it.each(['kick', 'clap', 'hats', 'bass', 'pad', 'arp', 'lead'])(
    '%s rings over it: the first 10 ms carry on where the last 10 ms end',
    (id) => {
      for (const channel of channelsOf(id)) {
        const step = Math.abs(channel[0] - channel.at(-1)!);
        const around = channel.subarray(0, framesIn(0.01));
        const steepest = around.reduce(
          (most, x, i) => Math.max(most, i > 0 ? Math.abs(x - around[i - 1]) : 0),
          0,
        );
        expect(step).toBeLessThanOrEqual(Math.max(steepest, 1e-5) * 1.5);
        expect(gainToDb(peakOf(channel))).toBeLessThan(-3);
      }
    },
  );
});
