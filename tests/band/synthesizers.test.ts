import { describe, expect, it } from 'vitest';
import { gainToDb } from '../../src/dsp/decibels.ts';
import { harmonicTone, sawPartial } from '../../src/band/instruments/harmonic-tone.ts';
import { metalHat, type MetalHat } from '../../src/band/instruments/metal-hat.ts';
import { noiseClap } from '../../src/band/instruments/noise-clap.ts';
import { sawPadNote } from '../../src/band/instruments/saw-pad.ts';
import { sawPluck } from '../../src/band/instruments/saw-pluck.ts';
import { sineKick } from '../../src/band/instruments/sine-kick.ts';
import { squareLead } from '../../src/band/instruments/square-lead.ts';
import { saturatedBass, subBassNote } from '../../src/band/instruments/sub-bass.ts';
import { frequencyHzFromMidi, midiFromName } from '../../src/band/signal/pitch.ts';
import { rmsOf } from '../../src/band/signal/level.ts';
import { createRandom } from '../../src/band/signal/random.ts';
import { framesIn, SAMPLE_RATE_HZ } from '../../src/band/signal/sample-rate.ts';
import { KICK } from '../../src/band/songs/electronic/drums.ts';
import { shapeWave } from '../../src/band/signal/waveshaper.ts';
import { correlation } from './measures/stereo-correlation.ts';
import { partialHz, powerSpectrum } from './spectrum.ts';

const SIZE = 32_768;
/** Bins that a partial occupies through a Blackman-Harris window. */
const HALF_WIDTH_BINS = 6;

/**
 * Energy between the harmonics of a steady tone, in dB relative to all of it: whatever has folded back lands there.
 * @param spreadCents how far detuned voices take each harmonic from its place
 */
function betweenHarmonicsDb(samples: Float32Array, fundamentalHz: number, spreadCents = 0): number {
  const power = powerSpectrum(samples);
  const spacing = (fundamentalHz * samples.length) / SAMPLE_RATE_HZ;
  const spread = 2 ** (spreadCents / 1200) - 1;
  let harmonic = 0;
  let between = 0;
  power.forEach((p, k) => {
    const away = Math.abs(k / spacing - Math.round(k / spacing)) * spacing;
    if (away < HALF_WIDTH_BINS + spread * k) harmonic += p;
    else between += p;
  });
  return 10 * Math.log10(between / (harmonic + between));
}

/** Energy above a frequency, in dB relative to all of it. */
function aboveDb(samples: Float32Array, frequencyHz: number): number {
  const power = powerSpectrum(samples);
  const sum = (part: Float64Array): number => part.reduce((total, p) => total + p, 0);
  const edge = Math.round((frequencyHz * samples.length) / SAMPLE_RATE_HZ);
  return 10 * Math.log10(sum(power.subarray(edge)) / sum(power));
}

const steadySaw = (frequencyHz: number): Float32Array =>
  harmonicTone({
    frames: SIZE,
    frequencyHzAt: () => frequencyHz,
    highestHz: frequencyHz,
    partialGain: sawPartial,
    brightnessAt: () => 1,
    levelAt: () => 1,
    startCycle: 0,
  });

describe('A harmonic tone', () => {
  it.each([110.3, 440.7, 1318.5, 4186])('at %f Hz aliases less than −80 dB', (frequencyHz) => {
    expect(betweenHarmonicsDb(steadySaw(frequencyHz), frequencyHz)).toBeLessThan(-80);
  });

  it('as a sawtooth has every partial n at 1/n, to 0.1 dB', () => {
    const frequencyHz = (64 * SAMPLE_RATE_HZ) / SIZE;
    const power = powerSpectrum(steadySaw(frequencyHz));
    for (const n of [2, 3, 10, 50]) {
      const db = 10 * Math.log10(power[64 * n] / power[64]);
      expect(db).toBeCloseTo(-20 * Math.log10(n), 1);
    }
  });
});

describe('A pad note', () => {
  it('spreads its voices: left and right differ, and each side keeps the note within 10 cents', () => {
    const [left, right] = sawPadNote(60, 2, 3000, createRandom('pad'));
    expect(left).not.toEqual(right);
    for (const side of [left, right]) {
      const measured = partialHz(side.subarray(24_000, 24_000 + SIZE), frequencyHzFromMidi(60));
      expect(Math.abs(1200 * Math.log2(measured / frequencyHzFromMidi(60)))).toBeLessThan(10);
    }
  });
});

describe('A pad note of the song', () => {
  it('is brighter with its filter open: 4500 Hz lets 10 dB more through above 2 kHz than 700 Hz', () => {
    const above2kDb = (cutoffHz: number): number =>
      aboveDb(sawPadNote(60, 2, cutoffHz, createRandom('pad'))[0].subarray(24_000, 24_000 + SIZE), 2000);
    expect(above2kDb(4500) - above2kDb(700)).toBeGreaterThan(10);
  });
});

describe('A plucked sawtooth', () => {
  it('closes its filter: 0.15 s on, the share above 2 kHz has fallen by 3 dB', () => {
    const note = sawPluck(65, 0.6, 1);
    const share = (start: number): number => aboveDb(note.subarray(start, start + 4096), 2000);
    expect(share(200) - share(200 + 7200)).toBeGreaterThan(3);
  });

  it.each([84, 89])('as high as the song goes (MIDI %i) leaves nothing above 20 kHz, to −80 dB', (midi) => {
    expect(aboveDb(sawPluck(midi, 0.6, 1).subarray(0, 16_384), 20_000)).toBeLessThan(-80);
  });
});

describe('A lead phrase', () => {
  it('reaches each of its notes within 10 cents', () => {
    const phrase = squareLead([
      { midi: 72, startSeconds: 0, durationSeconds: 0.6 },
      { midi: 79, startSeconds: 0.6, durationSeconds: 0.6 },
    ]);
    for (const [midi, start] of [
      [72, 0.15],
      [79, 0.75],
    ]) {
      const first = Math.round(start * SAMPLE_RATE_HZ);
      const measured = partialHz(phrase.subarray(first, first + 8192), frequencyHzFromMidi(midi));
      expect(Math.abs(1200 * Math.log2(measured / frequencyHzFromMidi(midi)))).toBeLessThan(10);
    }
  });
});

describe('A sub bass', () => {
  it('saturates without aliasing: a steady note has less than −80 dB above 3 kHz', () => {
    const note = saturatedBass(subBassNote({ midi: 29, holdSeconds: 1.5 }));
    expect(aboveDb(note.subarray(4800, 4800 + SIZE), 3000)).toBeLessThan(-80);
  });

  it('slides to the note it is told, and is in tune before that', () => {
    const note = subBassNote({ midi: 29, holdSeconds: 2, slideToMidi: 37 });
    const measured = partialHz(note.subarray(9600, 9600 + 65_536), frequencyHzFromMidi(29));
    expect(Math.abs(1200 * Math.log2(measured / frequencyHzFromMidi(29)))).toBeLessThan(5);
  });
});

describe('A synthetic kick', () => {
  const kick = sineKick(KICK);
  /** The hit in the middle of the window, where it counts. */
  const hit = new Float32Array(SIZE);
  hit.set(kick.subarray(0, SIZE / 2), SIZE / 2);

  it('settles on its body’s pitch', () => {
    const tail = kick.subarray(9600, 9600 + 16_384);
    expect(Math.abs(partialHz(tail, KICK.bodyHz) - KICK.bodyHz)).toBeLessThan(1);
  });

  it('ends well below half the sample rate: above 16 kHz less than −80 dB', () => {
    expect(aboveDb(hit, 16_000)).toBeLessThan(-80);
  });

  it('ticks for small loudspeakers: there is something above 2 kHz, 20 to 45 dB below all of it', () => {
    const bandDb = aboveDb(hit, 2000);
    expect(bandDb).toBeGreaterThan(-45);
    expect(bandDb).toBeLessThan(-20);
  });

  it('saturates without aliasing: bending its fastest click hard folds back less than −80 dB', () => {
    const bins = 683; // 1 kHz, where the kick starts, exactly on a bin
    const sine = Float32Array.from({ length: SIZE + 512 }, (_, i) =>
      Math.sin((2 * Math.PI * bins * i) / SIZE),
    );
    const bent = shapeWave(sine, (x) => Math.tanh(KICK.drive * x)).subarray(512);
    expect(betweenHarmonicsDb(bent, (bins * SAMPLE_RATE_HZ) / SIZE)).toBeLessThan(-80);
  });
});

/** Each from when it is steady on, as long as a power of two; the lead before its vibrato. */
const pluck = (midi: number): Float32Array => sawPluck(midi, 0.375, 1).subarray(240, 240 + 16_384);
const leadNote = (midi: number): Float32Array =>
  squareLead([{ midi, startSeconds: 0, durationSeconds: 1 }]).subarray(2400, 2400 + 8192);
const bassNote = (midi: number): Float32Array =>
  saturatedBass(subBassNote({ midi, holdSeconds: 1.5 })).subarray(9600, 9600 + SIZE);
const padNote = (midi: number): Float32Array =>
  sawPadNote(midi, 2, 4500, createRandom('pad'))[0].subarray(24_000, 24_000 + SIZE);

describe('The synthesizers of the electronic song, at the lowest and the highest note they play,', () => {
  it.each<[string, (midi: number) => Float32Array, string, number]>([
    ['arpeggio', pluck, 'Eb4', 0],
    ['arpeggio', pluck, 'F6', 0],
    ['lead', leadNote, 'C5', 0],
    ['lead', leadNote, 'C6', 0],
    ['bass', bassNote, 'F1', 0],
    ['bass', bassNote, 'Ab2', 0],
    ['pad', padNote, 'Db3', 10],
    ['pad', padNote, 'F4', 10],
  ])('alias less than −80 dB: $0 at $2', (_, note, name, spreadCents) => {
    const midi = midiFromName(name);
    expect(betweenHarmonicsDb(note(midi), frequencyHzFromMidi(midi), spreadCents)).toBeLessThan(-80);
    expect(aboveDb(note(midi), 19_500)).toBeLessThan(-80);
  });
});

describe('Synthetic hats and claps', () => {
  const CLOSED: MetalHat = { seed: 'closed', fallSeconds: 0.03, noise: 1 };
  const OPEN: MetalHat = { seed: 'open', fallSeconds: 0.2, noise: 1 };

  it('are the same sample every time', () => {
    expect(metalHat(CLOSED)).toEqual(metalHat(CLOSED));
    expect(noiseClap('clap')).toEqual(noiseClap('clap'));
  });

  it('of metal ring as long as they are told: 100 ms on, closed has fallen 25 dB further than open', () => {
    const fallenDb = ([left]: [Float32Array, Float32Array]): number =>
      gainToDb(rmsOf(left.subarray(framesIn(0.1), framesIn(0.11))) / rmsOf(left.subarray(0, framesIn(0.01))));
    expect(fallenDb(metalHat(OPEN)) - fallenDb(metalHat(CLOSED))).toBeGreaterThan(25);
  });

  it('of metal are wide, not two mono hats: the sides correlate between 0.1 and 0.6', () => {
    const sides = metalHat(OPEN);
    expect(correlation(sides)).toBeGreaterThan(0.1);
    expect(correlation(sides)).toBeLessThan(0.6);
  });

  it('of metal and noise hiss more, the more noise they are told: the gaps between partials fill up', () => {
    // 205.3 and 304.4 Hz and their like leave gaps; noise does not.
    const flatness = (noise: number): number => {
      const power = powerSpectrum(metalHat({ ...OPEN, noise })[0].subarray(0, SIZE)).subarray(5000, 8000);
      const logMean = power.reduce((sum, p) => sum + Math.log(p), 0) / power.length;
      return Math.exp(logMean) / (power.reduce((sum, p) => sum + p, 0) / power.length);
    };
    expect(flatness(1)).toBeGreaterThan(5 * flatness(0));
  });
});
