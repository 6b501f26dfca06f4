import { describe, expect, it } from 'vitest';
import { drumHit, loadDrum } from '../../src/band/instruments/drum-bank.ts';
import { electricPianoNote } from '../../src/band/instruments/electric-piano.ts';
import type { Pluck } from '../../src/band/instruments/pluck.ts';
import { roomResponse } from '../../src/band/instruments/room.ts';
import { playString } from '../../src/band/instruments/string.ts';
import { frequencyHzFromMidi, midiFromName } from '../../src/band/signal/pitch.ts';
import { createRandom } from '../../src/band/signal/random.ts';
import { resample } from '../../src/band/signal/resample.ts';
import { rmsOf } from '../../src/band/signal/level.ts';
import { SAMPLE_RATE_HZ } from '../../src/band/signal/sample-rate.ts';
import { shapeWave } from '../../src/band/signal/waveshaper.ts';
import { partialHz, powerSpectrum } from './spectrum.ts';

const pluckOf = (frequencyHz: number, more: Partial<Pluck> = {}): Pluck => ({
  startFrame: 100,
  frequencyHz,
  velocity: 0.7,
  position: 0.15,
  decaySeconds: 6,
  damping: 0.16,
  scratch: 0.05,
  seed: 'test',
  ...more,
});
const STRING = { pickupPosition: 0.2, stiffness: -0.1, edge: { softHz: 1400, velocityHz: 7500 } };

describe('A plucked string', () => {
  it.each(['E1', 'E2', 'A3', 'E4', 'B4'])('tuned to %s sounds within 1.5 cents of it', (name) => {
    const hz = frequencyHzFromMidi(midiFromName(name));
    const sound = playString([pluckOf(hz)], 2 * SAMPLE_RATE_HZ, STRING);
    const measured = partialHz(sound.subarray(8000, 8000 + 65_536), hz);
    expect(Math.abs(1200 * Math.log2(measured / hz))).toBeLessThan(1.5);
  });

  it('falls by 60 dB in the time it is given, within 15 %', () => {
    const sound = playString(
      [pluckOf(220, { decaySeconds: 1.5, damping: 0.02 })],
      4 * SAMPLE_RATE_HZ,
      STRING,
    );
    const level = (seconds: number): number => {
      const start = Math.round(seconds * SAMPLE_RATE_HZ);
      return 20 * Math.log10(rmsOf(sound.subarray(start, start + 4800)));
    };
    const secondsPer60Db = 60 / (level(0.5) - level(1.5));
    expect(Math.abs(secondsPer60Db / 1.5 - 1)).toBeLessThan(0.15);
  });

  it('goes round a loop without a seam: a stroke just before the end rings on at the beginning', () => {
    const loop = playString([pluckOf(220, { startFrame: 47_000 })], 48_000, STRING);
    expect(rmsOf(loop.subarray(0, 4800))).toBeGreaterThan(0.5 * rmsOf(loop.subarray(47_200)));
  });
});

describe('An electric piano note', () => {
  it('struck harder has relatively more overtones, not only more level', () => {
    const overtonesDb = (velocity: number): number => {
      const note = electricPianoNote(60, velocity, 1, createRandom('piano'));
      const power = powerSpectrum(note.subarray(2400, 2400 + 32_768));
      const fundamental = Math.round((frequencyHzFromMidi(60) * 32_768) / SAMPLE_RATE_HZ);
      const upTo = (from: number, to: number): number =>
        power.subarray(from, to).reduce((sum, p) => sum + p, 0);
      return 10 * Math.log10(upTo(fundamental * 1.5, 16_000) / upTo(fundamental * 0.5, fundamental * 1.5));
    };
    expect(overtonesDb(0.9) - overtonesDb(0.3)).toBeGreaterThan(6);
  });
});

describe('A room', () => {
  it('fades by 60 dB in its decay time, within 20 %', () => {
    const response = roomResponse(
      {
        seed: 'test',
        sizeMetres: [6, 5, 3],
        sourceMetres: [2, 2, 1],
        decaySeconds: 0.5,
        earlyGain: 0,
        tailGain: 1,
      },
      [4, 3, 1.5],
    );
    const level = (ms: number): number =>
      20 * Math.log10(rmsOf(response.subarray(48 * (ms - 20), 48 * (ms + 20))));
    const secondsPer60Db = (60 / (level(100) - level(300))) * 0.2;
    expect(Math.abs(secondsPer60Db / 0.5 - 1)).toBeLessThan(0.2);
  });
});

describe('A drum', () => {
  it('sounds different each time it is hit, and the same when the song is rendered again', async () => {
    const drum = await loadDrum('drum_cymbal_pedal', 'drum_cymbal_closed', 9);
    const random = createRandom('hats');
    const [first, second] = [drumHit(drum, 0.7, random), drumHit(drum, 0.7, random)];
    expect(second).not.toEqual(first);
    expect(drumHit(drum, 0.7, createRandom('hats'))).toEqual(first);
  });
});

const sine = (hz: number, frames: number, sampleRateHz = SAMPLE_RATE_HZ): Float32Array =>
  Float32Array.from({ length: frames }, (_, i) => 0.8 * Math.sin((2 * Math.PI * hz * i) / sampleRateHz));

describe('Resampling', () => {
  it('44.1 to 48 kHz keeps a 5 kHz sine a 5 kHz sine, to −80 dB', () => {
    const out = resample(sine(5000, 44_100, 44_100), 44_100 / 48_000);
    const expected = sine(5000, 48_000);
    const error = out.subarray(1000, 40_000).map((x, i) => x - expected[i + 1000]);
    expect(20 * Math.log10(rmsOf(error) / rmsOf(expected))).toBeLessThan(-80);
  });
});

describe('Wave shaping', () => {
  it('aliases less than −80 dB when tanh bends a 1.2 kHz sine hard', () => {
    const size = 32_768;
    const bins = 843; // exactly on a bin, so that harmonics are too
    const bent = shapeWave(sine((bins * SAMPLE_RATE_HZ) / size, size + 512), (x) => Math.tanh(5 * x));
    const power = powerSpectrum(bent.subarray(512));
    let harmonics = 0;
    let aliases = 0;
    power.forEach((p, k) => {
      if (Math.abs(k / bins - Math.round(k / bins)) * bins < 6) harmonics += p;
      else aliases += p;
    });
    expect(10 * Math.log10(aliases / harmonics)).toBeLessThan(-80);
  });
});
