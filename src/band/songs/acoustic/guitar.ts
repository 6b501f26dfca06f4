import { throughGuitarBody } from '../../instruments/guitar-body.ts';
import { pickNoise } from '../../instruments/pick-noise.ts';
import type { Pluck } from '../../instruments/pluck.ts';
import { playString, type StringBuild } from '../../instruments/string.ts';
import { roomTone } from '../../instruments/vocal-booth.ts';
import { mix } from '../../signal/level.ts';
import { addWrapped } from '../../signal/loop.ts';
import { frequencyHzFromMidi, midiFromName } from '../../signal/pitch.ts';
import { createRandom, type Random } from '../../signal/random.ts';
import { framesIn } from '../../signal/sample-rate.ts';
import type { Mark, Take } from '../../take.ts';
import { strokesOf, type GuitarTake, type Stroke } from './guitar-strokes.ts';
import { addSqueaks, WOUND_STRINGS } from './guitar-squeaks.ts';
import { bars, groove, LOOP_FRAMES } from './score.ts';

const OPEN_STRINGS = ['E2', 'A2', 'D3', 'G3', 'B3', 'E4'].map(midiFromName);
/** Heard at the bridge, where a steel string is brightest. */
const STEEL: StringBuild = {
  pickupPosition: 0.11,
  stiffness: -0.16,
  edge: { softHz: 2800, velocityHz: 10_000 },
};
/** Share of each pass that air, winding and finger take from the top, at 220 Hz; higher strings pass more often. */
const DAMPING_AT_220_HZ = 0.075;
/** A quiet room in front of a condenser microphone. */
const ROOM_TONE_GAIN = 3e-4;
const NOISE_GAIN = { finger: 0.05, pick: 0.085 };

/** A steel-string guitar, close to one microphone; the two are there to be panned apart. */
export function playGuitar(take: GuitarTake): Take {
  const seed = `acoustic guitar ${take}`;
  const random = createRandom(seed);
  const tuning = OPEN_STRINGS.map(() => 1 + 0.0006 * random.normal());
  const plucks: Pluck[][] = OPEN_STRINGS.map(() => []);
  const handling = new Float32Array(LOOP_FRAMES);
  for (const bar of bars) {
    const beats = new Map<number, number>();
    for (const stroke of strokesOf(bar, take, random)) {
      if (!beats.has(stroke.beat)) beats.set(stroke.beat, groove.frameAt(stroke.beat, 5 * random.normal()));
      const { string, touch } = stroke;
      const own = plucks[string];
      const pluck = pluckOf(
        stroke,
        beats.get(stroke.beat)!,
        tuning[string],
        `${seed} ${string} ${own.length}`,
        random,
      );
      own.push(pluck);
      const noise = pickNoise(pluck.velocity, string < WOUND_STRINGS, random);
      addWrapped(handling, noise, pluck.startFrame - framesIn(0.006), NOISE_GAIN[touch]);
    }
  }
  const marks: Mark[] = addSqueaks(handling, take);
  const strings = plucks.map((own): [Float32Array, number] => [playString(own, LOOP_FRAMES, STEEL), 0.5]);
  const guitar = throughGuitarBody(mix(...strings, [handling, 1]), take);
  return { channels: [mix([guitar, 1], [roomTone(LOOP_FRAMES, random), ROOM_TONE_GAIN])], marks };
}

function pluckOf(stroke: Stroke, beatFrame: number, tuning: number, seed: string, random: Random): Pluck {
  const { string, fret, touch } = stroke;
  const frequencyHz = frequencyHzFromMidi(OPEN_STRINGS[string] + fret) * tuning;
  const pick = touch === 'pick';
  return {
    startFrame: beatFrame + framesIn(stroke.delaySeconds),
    frequencyHz,
    velocity: Math.max(0.12, Math.min(1, stroke.velocity * random.between(0.86, 1.14))),
    position: pick ? random.between(0.11, 0.17) : random.between(0.17, 0.25),
    decaySeconds: 4.6 * Math.pow(110 / frequencyHz, 0.32),
    damping: Math.max(0.04, Math.min(0.14, (DAMPING_AT_220_HZ * 220) / frequencyHz)),
    scratch: pick ? 0.16 : 0.1,
    releaseFrame: groove.frameAt(stroke.endBeat, -25 + 8 * random.normal()),
    seed,
  };
}
