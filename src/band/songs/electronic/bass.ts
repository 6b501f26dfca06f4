import { saturatedBass, subBassNote } from '../../instruments/sub-bass.ts';
import { addWrapped, throughLoop } from '../../signal/loop.ts';
import { midiFromName } from '../../signal/pitch.ts';
import type { Mark, Take } from '../../take.ts';
import { bars, BEATS_PER_BAR, groove, LOOP_FRAMES, type Bar } from './score.ts';
import { kicksOf } from './drum-patterns.ts';

interface BassNote {
  beat: number;
  beats: number;
  /** As a factor, before saturation: a softer note is purer too. */
  level: number;
  midi: number;
  slideToMidi?: number;
}

const VERSE_LEVEL = 0.35;
const GAP_BEATS = 0.12;
/** In the hook and the drop a short last note jumps up an octave. */
const JUMP_SEMITONES = 12;
const LONGEST_JUMP_BEATS = 0.8;

/** A sub bass that strikes with every kick, mostly between F1 and Db2: both want 40 to 90 Hz. */
export function playBass(): Take {
  const track = new Float32Array(LOOP_FRAMES);
  const marks: Mark[] = [];
  for (const { beat, beats, level, ...pitch } of bars.flatMap(bassLine)) {
    const holdSeconds = beats * groove.beatSeconds;
    addWrapped(track, subBassNote({ ...pitch, holdSeconds }), groove.frameAt(beat), level);
    const startSeconds = groove.secondsAt(beat);
    marks.push({ kind: 'note', name: '', startSeconds, endSeconds: startSeconds + holdSeconds });
  }
  return { channels: [throughLoop(track, saturatedBass)], marks };
}

/** From each kick to shortly before the next; the last one slides towards the next chord. */
function bassLine(bar: Bar): BassNote[] {
  const midi = midiFromName(bar.chord.bassNote);
  const next = midiFromName(bar.nextChord.bassNote);
  const kicks = kicksOf(bar);
  return kicks.map(([start], i) => {
    const isLast = i === kicks.length - 1;
    const beats = (isLast ? BEATS_PER_BAR : kicks[i + 1][0]) - start - GAP_BEATS;
    const beat = bar.firstBeat + start;
    const full = bar.section === 'hook' || bar.section === 'drop';
    if (full && isLast && beats < LONGEST_JUMP_BEATS)
      return { beat, beats, level: 1, midi: midi + JUMP_SEMITONES };
    const slides = isLast && bar.section !== 'verse' && next !== midi && beats > LONGEST_JUMP_BEATS;
    const level = bar.section === 'verse' ? VERSE_LEVEL : 1;
    return { beat, beats, level, midi, ...(slides ? { slideToMidi: next } : {}) };
  });
}
