import { pianoNote } from '../../instruments/piano.ts';
import { roomResponse, type Room } from '../../instruments/room.ts';
import { convolveLoop } from '../../signal/convolution.ts';
import { mix } from '../../signal/level.ts';
import { addWrapped } from '../../signal/loop.ts';
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

/** A grand piano on a pair of microphones: single notes that answer the voice in the verse, broken chords in the chorus. */
export function playPiano(): Take {
  const random = createRandom('acoustic piano');
  const dry = [new Float32Array(LOOP_FRAMES), new Float32Array(LOOP_FRAMES)];
  for (const { beat, note, beats, velocity } of bars.flatMap(played)) {
    const stroke = {
      midi: midiFromName(note),
      velocity: Math.max(0.12, Math.min(1, velocity + 0.05 * random.normal())),
      holdSeconds: beats * groove.beatSeconds,
    };
    const startFrame = groove.frameAt(beat, 3 + 5 * random.normal());
    pianoNote(stroke, random).forEach((side, s) => addWrapped(dry[s], side, startFrame, 0.4));
  }
  const channels = dry.map((side, s) =>
    mix([side, 1], [convolveLoop(side, roomResponse(ROOM, MICROPHONES[s])), 0.7]),
  );
  return { channels: channels.map((channel) => trimmed(channel)), marks: [] };
}

function played({ firstBeat, section, place, chord }: Bar): Struck[] {
  const [left, low, middle, high] = chord.pianoNotes;
  const at = (beat: number, note: string, beats: number, velocity: number): Struck => ({
    beat: firstBeat + beat,
    note,
    beats,
    velocity,
  });
  if (section === 'alone') {
    // Only the ends of the lines, where the voice rests.
    return place % 2 === 0 ? [] : [at(2, middle, 1.2, 0.38), at(2.5, high, 1.5, 0.46)];
  }
  if (section === 'joined') {
    return [
      at(0, left, 2.9, 0.48),
      at(1, low, 1.9, 0.38),
      at(1.5, middle, 1.4, 0.4),
      at(2.5, high, 0.9, 0.48),
    ];
  }
  const lift = section === 'full' ? 0.12 : 0;
  return [
    at(0, left, 2.9, 0.6 + lift),
    at(0, low, 0.95, 0.46 + lift),
    at(0.012, high, 0.95, 0.58 + lift),
    at(1, middle, 0.95, 0.4 + lift),
    at(1.5, low, 0.9, 0.34 + lift),
    at(2, middle, 0.9, 0.42 + lift),
    at(2.5, high, 0.55, 0.52 + lift),
  ];
}

/** Strings and room leave a small offset; a microphone's transformer does not pass it. */
function trimmed(loop: Float32Array): Float32Array {
  const offset = loop.reduce((sum, x) => sum + x, 0) / loop.length;
  return loop.map((x) => x - offset);
}
