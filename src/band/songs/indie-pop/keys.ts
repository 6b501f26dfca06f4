import { electricPianoNote } from '../../instruments/electric-piano.ts';
import { filter, highPass, highShelf } from '../../signal/filter.ts';
import { addWrapped, throughLoop } from '../../signal/loop.ts';
import { midiFromName } from '../../signal/pitch.ts';
import { createRandom } from '../../signal/random.ts';
import { framesIn } from '../../signal/sample-rate.ts';
import { throughValve } from '../../signal/waveshaper.ts';
import type { Take } from '../../take.ts';
import { bars, groove, isStill, LOOP_FRAMES, type Bar } from './score.ts';

interface Struck {
  beat: number;
  notes: readonly string[];
  beats: number;
  velocity: number;
}

/** An electric piano through its stereo vibrato: broken chords, held ones where the band holds still, stabs in the chorus. */
export function playKeys(): Take {
  const random = createRandom('indie pop keys');
  const track = new Float32Array(LOOP_FRAMES);
  for (const { beat, notes, beats, velocity } of bars.flatMap(voicing)) {
    const baseFrame = groove.frameAt(beat, 5 * random.normal());
    notes.forEach((name, order) => {
      // The little finger carries the melody.
      const finger = order === notes.length - 1 ? 1.08 : 0.9;
      const struck = Math.min(1, Math.max(0.1, velocity * finger + 0.06 * random.normal()));
      const note = electricPianoNote(midiFromName(name), struck, beats * groove.beatSeconds, random);
      addWrapped(track, note, baseFrame + framesIn(0.004 * order + random.between(0, 0.006)), 0.5);
    });
  }
  const tone = throughLoop(track, (x) =>
    throughValve(filter(x, highPass(45), highShelf(3000, 2)), 0.8, 0.08),
  );
  return { channels: [swaying(tone, 1), swaying(tone, -1)], marks: [] };
}

/** The sound sways between both speakers of the cabinet, a whole number of times in the loop. */
const SWAYS_PER_LOOP = 187;
const SWAY_DEPTH = 0.5;

function swaying(tone: Float32Array, side: 1 | -1): Float32Array {
  const step = (2 * Math.PI * SWAYS_PER_LOOP) / LOOP_FRAMES;
  return tone.map((x, i) => x * (1 + side * SWAY_DEPTH * Math.sin(step * i)));
}

function voicing(bar: Bar): Struck[] {
  const { section, place, firstBeat, chord, secondChord } = bar;
  const { keysNotes } = chord;
  if (isStill(bar)) return [{ beat: firstBeat, notes: keysNotes, beats: 3.7, velocity: 0.44 }];
  if (section === 'verse') {
    return [
      { beat: firstBeat, notes: keysNotes.slice(0, 3), beats: 1.4, velocity: 0.42 },
      { beat: firstBeat + 1.5, notes: [keysNotes[3]], beats: 0.5, velocity: 0.32 },
      { beat: firstBeat + 2, notes: [keysNotes[2]], beats: 0.5, velocity: 0.26 },
      { beat: firstBeat + 2.5, notes: keysNotes.slice(1), beats: 1.2, velocity: 0.36 },
    ];
  }
  if (section !== 'chorus') {
    const growth = section === 'break' ? 0.08 * place : 0;
    return [
      { beat: firstBeat, notes: keysNotes.slice(0, 3), beats: 1.4, velocity: 0.52 + growth },
      { beat: firstBeat + 1.5, notes: [keysNotes[3]], beats: 0.5, velocity: 0.38 },
      { beat: firstBeat + 2, notes: [keysNotes[2]], beats: 0.5, velocity: 0.32 },
      { beat: firstBeat + 2.5, notes: keysNotes.slice(1), beats: 1.2, velocity: 0.46 + growth },
    ];
  }
  return [
    { beat: firstBeat, notes: keysNotes, beats: 1.2, velocity: 0.8 },
    { beat: firstBeat + 1.5, notes: keysNotes.slice(1), beats: 0.4, velocity: 0.5 },
    { beat: firstBeat + 2.5, notes: secondChord.keysNotes, beats: 0.9, velocity: 0.88 },
    { beat: firstBeat + 3.5, notes: secondChord.keysNotes.slice(2), beats: 0.4, velocity: 0.42 },
  ];
}
