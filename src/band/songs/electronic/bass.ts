import { saturatedBass, subBassNote } from '../../instruments/sub-bass.ts';
import { addWrapped, throughLoop } from '../../signal/loop.ts';
import { midiFromName } from '../../signal/pitch.ts';
import type { Mark, Take } from '../../take.ts';
import { bars, BEATS_PER_BAR, groove, LOOP_FRAMES, type Bar } from './score.ts';
import { kicksOf } from './drums.ts';

interface BassNote {
  beat: number;
  beats: number;
  midi: number;
  slideToMidi?: number;
}

/** A sub bass that strikes with every kick, between F1 and Db2: both want 40 to 90 Hz. */
export function playBass(): Take {
  const track = new Float32Array(LOOP_FRAMES);
  const marks: Mark[] = [];
  for (const { beat, beats, ...pitch } of bars.flatMap(bassLine)) {
    const holdSeconds = beats * groove.beatSeconds;
    addWrapped(track, subBassNote({ ...pitch, holdSeconds }), groove.frameAt(beat));
    const startSeconds = groove.secondsAt(beat);
    marks.push({ kind: 'note', name: '', startSeconds, endSeconds: startSeconds + holdSeconds });
  }
  return { channels: [throughLoop(track, saturatedBass)], marks };
}

/** From each kick to shortly before the next; the last one slides towards the next chord. */
function bassLine(bar: Bar): BassNote[] {
  const midi = midiFromName(bar.chord.bassNote);
  const next = midiFromName(bar.nextChord.bassNote);
  const starts = kicksOf(bar).map(([beat]) => beat);
  return starts.map((start, i) => {
    const isLast = i === starts.length - 1;
    const beats = (isLast ? BEATS_PER_BAR : starts[i + 1]) - start - 0.12;
    const slides = isLast && bar.section !== 'verse' && next !== midi && beats > 0.6;
    return { beat: bar.firstBeat + start, beats, midi, ...(slides ? { slideToMidi: next } : {}) };
  });
}
