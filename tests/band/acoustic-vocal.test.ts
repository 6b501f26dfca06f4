import { beforeAll, describe, expect, it } from 'vitest';
import { gainToDb } from '../../src/dsp/decibels.ts';
import { measureLoudness } from '../../src/dsp/loudness.ts';
import { frequencyHzFromMidi, midiFromName } from '../../src/band/signal/pitch.ts';
import { framesIn, SAMPLE_RATE_HZ } from '../../src/band/signal/sample-rate.ts';
import { MELODY } from '../../src/band/songs/acoustic/melody.ts';
import { bars, BPM, groove, LOOP_FRAMES } from '../../src/band/songs/acoustic/score.ts';
import { committedManifest, committedStem } from './committed-stems.ts';
import { trackPitch } from './pitch-tracker.ts';

const manifest = committedManifest('acoustic');
let vocal: Float32Array;

beforeAll(async () => {
  [vocal] = await committedStem('acoustic', 'vocal');
});

const between = (startSeconds: number, endSeconds: number): Float32Array =>
  vocal.subarray(framesIn(startSeconds), framesIn(endSeconds));

const notes = MELODY.flatMap(({ firstBeat, syllables }) =>
  syllables.flatMap((syllable) =>
    syllable.notes.map(([name, beat, beats]) => ({
      midi: midiFromName(name),
      startSeconds: groove.secondsAt(firstBeat + beat),
      durationSeconds: beats * groove.beatSeconds,
    })),
  ),
);

describe('The acoustic song', () => {
  it('fits 16 bars of three at 80 BPM into 1 728 000 frames exactly', () => {
    expect(BPM).toBe(80);
    expect(bars).toHaveLength(16);
    expect(groove.frameAt(48) - groove.frameAt(0)).toBe(LOOP_FRAMES);
    expect(LOOP_FRAMES).toBe(1_728_000);
  });
});

describe('The lead vocal of the acoustic song', () => {
  it('sings at least 95 % of its 45 notes within 25 cents of the score', () => {
    const errors = notes.map(({ midi, startSeconds, durationSeconds }) => {
      const middle = between(
        startSeconds + 0.25 * durationSeconds,
        startSeconds + 0.72 * durationSeconds + 0.05,
      );
      return 1200 * Math.log2(median(trackPitch(middle)) / frequencyHzFromMidi(midi));
    });
    expect(notes).toHaveLength(45);
    const wrong = errors.filter((cents) => !(Math.abs(cents) <= 25));
    expect(1 - wrong.length / errors.length, `cents: ${wrong.join(', ')}`).toBeGreaterThanOrEqual(0.95);
  });

  it('stays in the middle of its range, B3 to B4, and begins no eighth note with two consonants', () => {
    const midis = notes.map(({ midi }) => midi);
    expect(Math.min(...midis)).toBe(midiFromName('B3'));
    expect(Math.max(...midis)).toBe(midiFromName('B4'));
    const eighths = MELODY.flatMap(({ syllables }) =>
      syllables.filter(({ notes: own }) => own[0][2] <= 0.5).map(({ phones }) => phones.split(' ')),
    );
    for (const phones of eighths) expect(phones.length).toBeLessThanOrEqual(2);
  });

  it('differs by 8 to 14 LU between its loudest and quietest line, for the fader to even out', () => {
    const loudness = manifest.lines.map(({ startSeconds, endSeconds }) => {
      const line = between(startSeconds, endSeconds);
      return measureLoudness([line, line], SAMPLE_RATE_HZ).integratedLufs;
    });
    const spread = Math.max(...loudness) - Math.min(...loudness);
    expect(loudness).toHaveLength(8);
    expect(spread).toBeGreaterThan(8);
    expect(spread).toBeLessThan(14);
  });

  it('pops at every P and B: 7 low thumps, all above −20 dB', () => {
    const pops = manifest.stems.at(-1)!.faults.filter((fault) => fault.what === 'P and B pop');
    expect(pops).toHaveLength(7);
    for (const pop of pops) {
      const peak = Math.max(...between(pop.endSeconds! - 0.02, pop.endSeconds! + 0.04).map(Math.abs));
      expect(gainToDb(peak)).toBeGreaterThan(-20);
    }
  });
});

function median(values: readonly number[]): number {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
