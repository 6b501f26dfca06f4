import type { Pluck } from '../../instruments/pluck.ts';
import { playString, type StringBuild } from '../../instruments/string.ts';
import { filter, highPass, lowPass, lowShelf } from '../../signal/filter.ts';
import { mix } from '../../signal/level.ts';
import { throughLoop } from '../../signal/loop.ts';
import { frequencyHzFromMidi, midiFromName } from '../../signal/pitch.ts';
import { createRandom } from '../../signal/random.ts';
import { framesIn, SAMPLE_RATE_HZ } from '../../signal/sample-rate.ts';
import { throughValve } from '../../signal/waveshaper.ts';
import type { Mark, Take } from '../../take.ts';
import { bars, groove, isStill, LOOP_FRAMES, SWING, type Bar } from './score.ts';

const BASS: StringBuild = {
  pickupPosition: 0.14,
  stiffness: -0.2,
  edge: { softHz: 350, velocityHz: 1100 },
};

interface BassNote {
  beat: number;
  midi: number;
  beats: number;
  velocity: number;
  /** Muted by the left hand: a thump rather than a note. */
  dead?: boolean;
}

/** A finger-plucked bass with the tone control turned down, straight into the desk. */
export function playBass(): Take {
  const random = createRandom('indie pop bass');
  const plucks = bars.flatMap(bassLine).map((note, i): Pluck => {
    const startFrame = groove.frameAt(note.beat, 2 + 3.5 * random.normal());
    return {
      startFrame,
      frequencyHz: frequencyHzFromMidi(note.midi),
      velocity: Math.min(1, note.velocity + 0.05 * random.normal()),
      position: random.between(0.19, 0.23),
      decaySeconds: note.dead ? 0.08 : 5,
      damping: 0.22,
      scratch: 0.05,
      releaseFrame: startFrame + framesIn(note.beats * groove.beatSeconds),
      seed: `bass ${i}`,
    };
  });
  const pickup = playString(plucks, LOOP_FRAMES, BASS);
  const body = throughLoop(pickup, (x) =>
    filter(x, highPass(30), lowShelf(95, 7), lowPass(390, 0.8), lowPass(900)),
  );
  const fingers = throughLoop(pickup, (x) => filter(x, highPass(1600), lowPass(2800)));
  const played = throughLoop(mix([body, 1], [fingers, 0.25]), (x) => throughValve(x, 1.3, 0.12));
  return { channels: [played], marks: plucks.map(markOf) };
}

function bassLine(bar: Bar): BassNote[] {
  const root = midiFromName(bar.chord.bassNote);
  const next = midiFromName(bar.nextChord.bassNote);
  const at = (beat: number): number => bar.firstBeat + beat;
  if (isStill(bar)) return [{ beat: at(0), midi: root, beats: 3.6, velocity: 0.4 }];
  if (bar.section === 'verse') {
    return [
      { beat: at(0), midi: root, beats: 1.8, velocity: 0.58 },
      { beat: at(2.5), midi: root, beats: 1.2, velocity: 0.5 },
    ];
  }
  if (bar.section !== 'chorus') {
    return [
      { beat: at(0), midi: root, beats: 1.4, velocity: 0.76 },
      { beat: at(1.5), midi: root, beats: 0.4, velocity: 0.55 },
      { beat: at(2), midi: root, beats: 0.45, velocity: 0.7 },
      { beat: at(2.5), midi: root, beats: 0.9, velocity: 0.68 },
      { beat: at(3.5), midi: next + (next > root ? -2 : 2), beats: 0.45, velocity: 0.58 },
    ];
  }
  const eighths = Array.from({ length: 8 }, (_, i): BassNote => {
    if (i === 7) return { beat: at(3.5), midi: next + (next >= root ? -1 : 1), beats: 0.42, velocity: 0.6 };
    if (i === 4 && bar.place % 2 === 0) return { beat: at(2), midi: root + 12, beats: 0.4, velocity: 0.74 };
    return { beat: at(i / 2), midi: root, beats: 0.44, velocity: i % 2 === 0 ? 0.74 : 0.56 };
  });
  return [...eighths, { beat: at(1.75 + SWING), midi: root, beats: 0.1, velocity: 0.22, dead: true }];
}

function markOf({ startFrame, releaseFrame = startFrame }: Pluck): Mark {
  return {
    kind: 'note',
    name: '',
    startSeconds: startFrame / SAMPLE_RATE_HZ,
    endSeconds: releaseFrame / SAMPLE_RATE_HZ,
  };
}
