import { pianoHaloResponse } from '../../instruments/piano-halo.ts';
import { pianoNote } from '../../instruments/piano.ts';
import { roomResponse, type Room } from '../../instruments/room.ts';
import { roomTone } from '../../instruments/vocal-booth.ts';
import { convolveLoop } from '../../signal/convolution.ts';
import { filter, highPass, highShelf } from '../../signal/filter.ts';
import { mix } from '../../signal/level.ts';
import { addWrapped, throughLoop } from '../../signal/loop.ts';
import { midiFromName } from '../../signal/pitch.ts';
import { createRandom } from '../../signal/random.ts';
import type { Take } from '../../take.ts';
import { bars, groove, LOOP_FRAMES, type Bar } from './score.ts';

interface Struck {
  beat: number;
  note: string;
  beats: number;
  velocity: number;
}

const ROOM: Room = {
  seed: 'piano room',
  sizeMetres: [7.1, 5.2, 3.1],
  sourceMetres: [3.0, 2.4, 1.1],
  decaySeconds: 0.55,
  earlyGain: 0.28,
  tailGain: 0.3,
};
const MICROPHONES = [
  [3.4, 3.2, 1.7],
  [4.3, 2.6, 1.7],
] as const;
const HALO_GAIN = 0.5;
const ROOM_TONE_GAIN = 8e-4;

/** A grand piano on a pair of microphones: single notes that answer the voice in the verse, broken chords in the chorus. */
export function playPiano(): Take {
  const random = createRandom('acoustic piano');
  const dry = [new Float32Array(LOOP_FRAMES), new Float32Array(LOOP_FRAMES)];
  for (const { beat, note, beats, velocity } of bars.flatMap(played)) {
    const stroke = {
      midi: midiFromName(note),
      velocity: Math.max(0.12, Math.min(1, velocity + 0.06 * random.normal())),
      holdSeconds: beats * groove.beatSeconds,
    };
    const startFrame = groove.frameAt(beat, 3 + 5 * random.normal());
    pianoNote(stroke, random).forEach((side, s) => addWrapped(dry[s], side, startFrame, 0.4));
  }
  const channels = dry.map((side, s) => {
    const halo = convolveLoop(side, pianoHaloResponse(`acoustic ${s}`));
    const sounding = mix([side, 1], [halo, HALO_GAIN]);
    const heard = mix(
      [sounding, 1],
      [convolveLoop(sounding, roomResponse(ROOM, MICROPHONES[s])), 0.7],
      [roomTone(side.length, random), ROOM_TONE_GAIN],
    );
    return throughLoop(heard, (x) => filter(x, highPass(28), highShelf(5500, 4)));
  });
  return { channels, marks: [] };
}

function played({ firstBeat, section, place, chord }: Bar): Struck[] {
  const [left, low, middle, high] = chord.pianoNotes;
  const at = (beat: number, note: string, beats: number, velocity: number): Struck => ({
    beat: firstBeat + beat,
    note,
    beats,
    velocity,
  });
  switch (section) {
    case 'alone':
      // Only the ends of the lines, where the voice rests.
      return place % 2 === 0 ? [] : [at(2, middle, 1.2, 0.46), at(2.5, high, 1.5, 0.54)];
    case 'joined':
      return [
        at(0, left, 2.9, 0.5),
        at(1, low, 1.9, 0.37),
        at(1.5, middle, 1.4, 0.41),
        at(2.5, high, 0.9, place === 3 ? 0.58 : 0.5),
      ];
    case 'chorus':
      return [
        at(0, left, 2.9, 0.6),
        at(0, low, 2.4, 0.46),
        at(0.012, high, 2.4, 0.6),
        at(1, middle, 1.9, 0.38),
        at(1.5, low, 1.4, 0.32),
        at(2, middle, 0.9, 0.42),
        at(2.5, high, 0.5, 0.54),
      ];
    case 'full':
      return place === 3 ? rolled() : [...octaves(), ...chords()];
  }

  /** The left hand in octaves. */
  function octaves(): Struck[] {
    return [
      at(0, left, 2.9, 0.78),
      at(0.006, octaveAbove(left), 2.9, 0.66),
      at(1.5, octaveAbove(left), 1.4, 0.48),
    ];
  }
  /** The right hand in full chords, on the beats and pushing into the next bar. */
  function chords(): Struck[] {
    const chord = (beat: number, beats: number, velocity: number): Struck[] =>
      [low, middle, high].map((note, i) => at(beat + 0.008 * i, note, beats, velocity + 0.06 * (i - 1)));
    return [
      ...chord(0, 0.95, 0.74),
      at(0.5, octaveAbove(high), 0.45, 0.5),
      ...chord(1, 0.95, 0.54),
      ...chord(2, 0.45, 0.66),
      at(2.5, octaveAbove(high), 0.45, 0.62),
    ];
  }
  /** The last bar: one chord from the bottom up, left to ring. */
  function rolled(): Struck[] {
    return [left, octaveAbove(left), low, middle, high, octaveAbove(middle)].map((note, i) =>
      at(0.05 * i, note, 2.7 - 0.05 * i, 0.56 - 0.03 * i),
    );
  }
}

const octaveAbove = (note: string): string => note.replace(/\d/, (octave) => String(Number(octave) + 1));
