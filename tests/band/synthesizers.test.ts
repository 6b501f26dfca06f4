import { describe, expect, it } from 'vitest';
import { harmonicTone, sawPartial } from '../../src/band/instruments/harmonic-tone.ts';
import { metalHat } from '../../src/band/instruments/metal-hat.ts';
import { noiseClap } from '../../src/band/instruments/noise-clap.ts';
import { sawPadNote } from '../../src/band/instruments/saw-pad.ts';
import { sawPluck } from '../../src/band/instruments/saw-pluck.ts';
import { sineKick } from '../../src/band/instruments/sine-kick.ts';
import { squareLead } from '../../src/band/instruments/square-lead.ts';
import { saturatedBass, subBassNote } from '../../src/band/instruments/sub-bass.ts';
import { frequencyHzFromMidi } from '../../src/band/signal/pitch.ts';
import { createRandom } from '../../src/band/signal/random.ts';
import { SAMPLE_RATE_HZ } from '../../src/band/signal/sample-rate.ts';
import { shapeWave } from '../../src/band/signal/waveshaper.ts';
import { partialHz, powerSpectrum } from './spectrum.ts';

const SIZE = 32_768;
/** Bins that a partial occupies through a Blackman-Harris window. */
const HALF_WIDTH_BINS = 6;

/** Energy between the harmonics of a steady tone, in dB relative to all of it: whatever has folded back lands there. */
function betweenHarmonicsDb(samples: Float32Array, fundamentalHz: number): number {
  const power = powerSpectrum(samples);
  const spacing = (fundamentalHz * SIZE) / SAMPLE_RATE_HZ;
  let harmonic = 0;
  let between = 0;
  power.forEach((p, k) => {
    if (Math.abs(k / spacing - Math.round(k / spacing)) * spacing < HALF_WIDTH_BINS) harmonic += p;
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
    const [left, right] = sawPadNote(60, 2, createRandom('pad'));
    expect(left).not.toEqual(right);
    for (const side of [left, right]) {
      const measured = partialHz(side.subarray(24_000, 24_000 + SIZE), frequencyHzFromMidi(60));
      expect(Math.abs(1200 * Math.log2(measured / frequencyHzFromMidi(60)))).toBeLessThan(10);
    }
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
  const kick = sineKick({ bodyHz: 52, punchHz: 110, clickHz: 900, decaySeconds: 0.85, drive: 1.8 });

  it('settles on its body’s pitch', () => {
    const tail = kick.subarray(9600, 9600 + 16_384);
    expect(Math.abs(partialHz(tail, 52) - 52)).toBeLessThan(1);
  });

  it('saturates without aliasing: bending its fastest click hard folds back less than −80 dB', () => {
    const bins = 683; // 1 kHz, where the kick starts, exactly on a bin
    const sine = Float32Array.from({ length: SIZE + 512 }, (_, i) =>
      Math.sin((2 * Math.PI * bins * i) / SIZE),
    );
    const bent = shapeWave(sine, (x) => Math.tanh(1.8 * x)).subarray(512);
    expect(betweenHarmonicsDb(bent, (bins * SAMPLE_RATE_HZ) / SIZE)).toBeLessThan(-80);
  });
});

describe('Synthetic hats and claps', () => {
  it('are the same sample every time', () => {
    expect(metalHat(0.03)).toEqual(metalHat(0.03));
    expect(noiseClap('clap')).toEqual(noiseClap('clap'));
  });

  it('of metal leave nothing above 20 kHz, to −60 dB: its square waves end below', () => {
    expect(aboveDb(metalHat(0.2).subarray(0, SIZE), 20_000)).toBeLessThan(-60);
  });
});
