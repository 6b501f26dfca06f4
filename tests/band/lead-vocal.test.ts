import { beforeAll, describe, expect, it } from 'vitest';
import { gainToDb } from '../../src/dsp/decibels.ts';
import { measureLoudness } from '../../src/dsp/loudness.ts';
import { frequencyHzFromMidi, midiFromName } from '../../src/band/signal/pitch.ts';
import { rmsOf } from '../../src/band/signal/level.ts';
import { framesIn, SAMPLE_RATE_HZ } from '../../src/band/signal/sample-rate.ts';
import { BEATS_PER_VERSE, MELODY, VERSES } from '../../src/band/songs/indie-pop/melody.ts';
import { groove } from '../../src/band/songs/indie-pop/score.ts';
import { committedStem, manifest } from './committed-stems.ts';
import { trackPitch } from './pitch-tracker.ts';

let vocal: Float32Array;

beforeAll(async () => {
  [vocal] = await committedStem('vocal');
});

const between = (startSeconds: number, endSeconds: number): Float32Array =>
  vocal.subarray(framesIn(startSeconds), framesIn(endSeconds));

/** Every note of the score, in seconds of the loop. */
const notes = Array.from({ length: VERSES }, (_, verse) =>
  MELODY.flatMap((line) =>
    line.syllables.flatMap((syllable) =>
      syllable.notes.map(([name, beat, beats]) => ({
        midi: midiFromName(name),
        startSeconds: groove.secondsAt(verse * BEATS_PER_VERSE + beat),
        durationSeconds: beats * groove.beatSeconds,
      })),
    ),
  ),
).flat();

describe('The lead vocal', () => {
  it('sings at least 95 % of its 58 notes within 25 cents of the score', () => {
    const errors = notes.map(({ midi, startSeconds, durationSeconds }) => {
      const middle = between(
        startSeconds + 0.25 * durationSeconds,
        startSeconds + 0.72 * durationSeconds + 0.05,
      );
      return 1200 * Math.log2(median(trackPitch(middle)) / frequencyHzFromMidi(midi));
    });
    expect(notes).toHaveLength(58);
    expect(errors.filter((cents) => Math.abs(cents) <= 25).length / errors.length).toBeGreaterThanOrEqual(
      0.95,
    );
  });

  it('differs by 8 to 14 LU between its loudest and quietest line, for the fader to even out', () => {
    const loudness = manifest.lines.map(({ startSeconds, endSeconds }) => {
      const line = between(startSeconds, endSeconds);
      return measureLoudness([line, line], SAMPLE_RATE_HZ).integratedLufs;
    });
    const spread = Math.max(...loudness) - Math.min(...loudness);
    expect(spread).toBeGreaterThan(8);
    expect(spread).toBeLessThan(14);
  });

  it('keeps a room tone 35 to 62 dB under the voice where nobody sings', () => {
    const level = gainToDb(rmsOf(vocal));
    const gaps = manifest.lines.map(({ endSeconds }) =>
      gainToDb(rmsOf(between(endSeconds + 0.25, endSeconds + 0.4))),
    );
    for (const gap of gaps) {
      expect(level - gap).toBeGreaterThan(35);
      expect(level - gap).toBeLessThan(62);
    }
  });

  it('pops at every P and B: 5 low thumps each time round, all above −20 dB', () => {
    const pops = manifest.stems.at(-1)!.faults.filter((fault) => fault.what === 'P and B pop');
    expect(pops).toHaveLength(10);
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
