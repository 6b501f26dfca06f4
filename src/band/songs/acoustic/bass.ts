import type { Pluck } from '../../instruments/pluck.ts';
import { playString, type StringBuild } from '../../instruments/string.ts';
import { roomTone } from '../../instruments/vocal-booth.ts';
import { bell, filter, highPass, lowPass } from '../../signal/filter.ts';
import { mix } from '../../signal/level.ts';
import { throughLoop } from '../../signal/loop.ts';
import { frequencyHzFromMidi, midiFromName } from '../../signal/pitch.ts';
import { createRandom } from '../../signal/random.ts';
import { framesIn, SAMPLE_RATE_HZ } from '../../signal/sample-rate.ts';
import { throughValve } from '../../signal/waveshaper.ts';
import type { Take } from '../../take.ts';
import { bars, groove, LOOP_FRAMES, type Bar } from './score.ts';

/** Flat-wound strings under the flesh of the thumb. */
const BASS: StringBuild = {
  pickupPosition: 0.2,
  stiffness: -0.15,
  edge: { softHz: 260, velocityHz: 700 },
};

const AMPLIFIER_NOISE_GAIN = 1e-4;

interface BassNote {
  beat: number;
  midi: number;
  beats: number;
  velocity: number;
}

/** A bass guitar played softly with the thumb; it joins at bar 5. */
export function playBass(): Take {
  const random = createRandom('acoustic bass');
  const plucks = bars.flatMap(bassLine).map((note, i): Pluck => {
    const startFrame = groove.frameAt(note.beat, 4 + 4 * random.normal());
    return {
      startFrame,
      frequencyHz: frequencyHzFromMidi(note.midi),
      velocity: Math.min(1, note.velocity + 0.05 * random.normal()),
      position: random.between(0.24, 0.3),
      decaySeconds: 4,
      damping: 0.3,
      scratch: 0.14,
      releaseFrame: startFrame + framesIn(note.beats * groove.beatSeconds),
      seed: `acoustic bass ${i}`,
    };
  });
  const pickup = playString(plucks, LOOP_FRAMES, BASS);
  const played = throughLoop(pickup, (x) =>
    throughValve(filter(x, highPass(32), lowPass(480, 0.8), lowPass(3200), bell(70, 0.8, 2)), 1.1, 0.08),
  );
  const marks = plucks.map(({ startFrame, releaseFrame = startFrame }) => ({
    kind: 'note' as const,
    name: '',
    startSeconds: startFrame / SAMPLE_RATE_HZ,
    endSeconds: releaseFrame / SAMPLE_RATE_HZ,
  }));
  return { channels: [mix([played, 1], [roomTone(LOOP_FRAMES, random), AMPLIFIER_NOISE_GAIN])], marks };
}

function bassLine({ section, firstBeat, place, chord, nextChord }: Bar): BassNote[] {
  const root = midiFromName(chord.bassNote);
  const next = midiFromName(nextChord.bassNote);
  const note = (beat: number, midi: number, beats: number, velocity: number): BassNote => ({
    beat: firstBeat + beat,
    midi,
    beats,
    velocity,
  });
  // A scale step that leads into the next bar.
  const leading = next + (next > root ? -2 : 2);
  if (section === 'alone') return [];
  if (section === 'joined') {
    return place === 3
      ? [note(0, root, 1.9, 0.66), note(2, root + 12, 0.9, 0.5)]
      : [note(0, root, 2.7, 0.66)];
  }
  const first = [note(0, root, 1.4, 0.76), note(1.5, root, 0.45, 0.5), note(2, root + 12, 0.45, 0.58)];
  // The last bar rings until the verse begins again.
  if (section === 'full' && place === 3) return [note(0, root, 2.8, 0.72)];
  return section === 'full' || place % 2 === 1
    ? [...first, note(2.5, leading, 0.45, 0.56)]
    : [...first.slice(0, 1), note(2, root, 0.9, 0.6)];
}
