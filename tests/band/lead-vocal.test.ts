import { beforeAll, describe, expect, it } from 'vitest';
import { gainToDb } from '../../src/dsp/decibels.ts';
import { measureLoudness } from '../../src/dsp/loudness.ts';
import type { Groove } from '../../src/band/groove.ts';
import { frequencyHzFromMidi, midiFromName } from '../../src/band/signal/pitch.ts';
import { rmsOf } from '../../src/band/signal/level.ts';
import { framesIn, SAMPLE_RATE_HZ } from '../../src/band/signal/sample-rate.ts';
import * as electronicMelody from '../../src/band/songs/electronic/melody.ts';
import * as electronicScore from '../../src/band/songs/electronic/score.ts';
import * as indieMelody from '../../src/band/songs/indie-pop/melody.ts';
import * as indieScore from '../../src/band/songs/indie-pop/score.ts';
import type { ScoredLine } from '../../src/band/voice/scored-line.ts';
import { committedManifest, committedStem, type SongId } from './committed-stems.ts';
import { trackPitch } from './pitch-tracker.ts';

interface Note {
  midi: number;
  startSeconds: number;
  durationSeconds: number;
}

/** Every note of these lines, in seconds of the loop. */
const notesOf = (lines: readonly ScoredLine[], groove: Groove, firstBeat = 0): Note[] =>
  lines.flatMap((line) =>
    line.syllables.flatMap((syllable) =>
      syllable.notes.map(([name, beat, beats]) => ({
        midi: midiFromName(name),
        startSeconds: groove.secondsAt(firstBeat + beat),
        durationSeconds: beats * groove.beatSeconds,
      })),
    ),
  );

const indieNotes = Array.from({ length: indieMelody.VERSES }, (_, verse) =>
  notesOf(indieMelody.MELODY, indieScore.groove, verse * indieMelody.BEATS_PER_VERSE),
).flat();
const electronicNotes = notesOf(electronicMelody.MELODY, electronicScore.groove);
const doubledNotes = notesOf(
  electronicMelody.DOUBLED_LINES.map((line) => electronicMelody.MELODY[line]),
  electronicScore.groove,
);

const between = (track: Float32Array, startSeconds: number, endSeconds: number): Float32Array =>
  track.subarray(framesIn(startSeconds), framesIn(endSeconds));

/** How far each note is sung from the score, in cents. */
const errorsCents = (track: Float32Array, notes: readonly Note[]): number[] =>
  notes.map(({ midi, startSeconds, durationSeconds }) => {
    const middle = between(
      track,
      startSeconds + 0.25 * durationSeconds,
      startSeconds + 0.72 * durationSeconds + 0.05,
    );
    return 1200 * Math.log2(median(trackPitch(middle)) / frequencyHzFromMidi(midi));
  });

const shareWithin = (cents: number, errors: readonly number[]): number =>
  errors.filter((error) => Math.abs(error) <= cents).length / errors.length;

describe.each<{ song: SongId; notes: Note[]; count: number }>([
  { song: 'indie-pop', notes: indieNotes, count: 58 },
  { song: 'electronic', notes: electronicNotes, count: 61 },
])('The lead vocal of the $song song', ({ song, notes, count }) => {
  const manifest = committedManifest(song);
  let vocal: Float32Array;

  beforeAll(async () => {
    [vocal] = await committedStem(song, 'vocal');
  });

  it(`sings at least 95 % of its ${count} notes within 25 cents of the score`, () => {
    expect(notes).toHaveLength(count);
    expect(shareWithin(25, errorsCents(vocal, notes))).toBeGreaterThanOrEqual(0.95);
  });

  it('differs by 8 to 14 LU between its loudest and quietest line, for the fader to even out', () => {
    const loudness = manifest.lines.map(({ startSeconds, endSeconds }) => {
      const line = between(vocal, startSeconds, endSeconds);
      return measureLoudness([line, line], SAMPLE_RATE_HZ).integratedLufs;
    });
    const spread = Math.max(...loudness) - Math.min(...loudness);
    expect(spread).toBeGreaterThan(8);
    expect(spread).toBeLessThan(14);
  });

  it('keeps a room tone 35 to 62 dB under the voice where nobody sings', () => {
    const level = gainToDb(rmsOf(vocal));
    const gaps = manifest.lines.map(({ endSeconds }, i) => {
      const nextSeconds = manifest.lines[i + 1]?.startSeconds ?? manifest.loopFrames / SAMPLE_RATE_HZ;
      return quietestDb(between(vocal, endSeconds, nextSeconds));
    });
    for (const gap of gaps) {
      expect(level - gap).toBeGreaterThan(35);
      expect(level - gap).toBeLessThan(62);
    }
  });
});

describe('The lead vocal of the indie-pop song', () => {
  it('pops at every P and B: 5 low thumps each time round, all above −20 dB', async () => {
    const [vocal] = await committedStem('indie-pop', 'vocal');
    const stems = committedManifest('indie-pop').stems;
    const pops = stems.at(-1)!.faults.filter((fault) => fault.what === 'P and B pop');
    expect(pops).toHaveLength(10);
    for (const pop of pops) {
      const peak = Math.max(...between(vocal, pop.endSeconds! - 0.02, pop.endSeconds! + 0.04).map(Math.abs));
      expect(gainToDb(peak)).toBeGreaterThan(-20);
    }
  });
});

describe('The hard-tuned voices of the electronic song', () => {
  it.each([
    { id: 'vocal', notes: electronicNotes, sharpCents: 0 },
    { id: 'double', notes: doubledNotes, sharpCents: 10 },
  ])(
    '$id holds 95 % of its notes within 5 cents of $sharpCents cents above the score',
    async ({ id, notes, sharpCents }) => {
      const [track] = await committedStem('electronic', id);
      const errors = errorsCents(track, notes).map((cents) => cents - sharpCents);
      expect(shareWithin(5, errors)).toBeGreaterThanOrEqual(0.95);
    },
  );

  it('are two takes, not one copied: they differ where both sing', async () => {
    const [[vocal], [double]] = await Promise.all([
      committedStem('electronic', 'vocal'),
      committedStem('electronic', 'double'),
    ]);
    const { lines } = committedManifest('electronic');
    for (const line of electronicMelody.DOUBLED_LINES) {
      const { startSeconds, endSeconds } = lines[line];
      const a = between(vocal, startSeconds, endSeconds);
      const b = between(double, startSeconds, endSeconds);
      const product = a.reduce((sum, x, i) => sum + x * b[i], 0) / a.length;
      expect(Math.abs(product / (rmsOf(a) * rmsOf(b)))).toBeLessThan(0.9);
    }
  });
});

/** Level of the quietest 50 ms. */
function quietestDb(samples: Float32Array): number {
  const window = framesIn(0.05);
  const starts = Array.from({ length: Math.floor((samples.length - window) / 480) }, (_, k) => k * 480);
  return Math.min(...starts.map((start) => gainToDb(rmsOf(samples.subarray(start, start + window)))));
}

function median(values: readonly number[]): number {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
