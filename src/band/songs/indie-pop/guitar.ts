import { playThroughAmp, type AmpSetting } from '../../instruments/amp.ts';
import type { Pluck } from '../../instruments/pluck.ts';
import { playString, type StringBuild } from '../../instruments/string.ts';
import { filter, highPass, lowPass } from '../../signal/filter.ts';
import { mix } from '../../signal/level.ts';
import { throughLoop } from '../../signal/loop.ts';
import { frequencyHzFromMidi, midiFromName } from '../../signal/pitch.ts';
import { createRandom } from '../../signal/random.ts';
import { framesIn } from '../../signal/sample-rate.ts';
import type { Take } from '../../take.ts';
import { bars, groove, isStill, LOOP_FRAMES, type Bar, type Chord } from './score.ts';

const OPEN_STRINGS = ['E2', 'A2', 'D3', 'G3', 'B3', 'E4'].map(midiFromName);
const ELECTRIC: StringBuild = {
  pickupPosition: 0.23,
  stiffness: -0.1,
  edge: { softHz: 1400, velocityHz: 7500 },
};

type Touch = 'open' | 'palmMuted' | 'ghost';

const DAMPING: Record<Touch, number> = { open: 0.16, palmMuted: 0.42, ghost: 0.42 };
const SCRATCH: Record<Touch, number> = { open: 0.09, palmMuted: 0.09, ghost: 0.4 };

interface Strum {
  beat: number;
  chord: Chord;
  direction: 'down' | 'up';
  velocity: number;
  touch: Touch;
  /** How many of the chord's strings the pick crosses. */
  strings: number;
}

/** One of two takes of the same part, for left and right: other hands, other voicings, another amplifier. */
export type GuitarTake = 'left' | 'right';

const AMPS: Record<GuitarTake, AmpSetting> = {
  left: { drive: 5.5, middleHz: 700 },
  right: { drive: 4.2, middleHz: 600 },
};
/** The second guitar leaves the low strings to the first. */
const LOWEST_STRING: Record<GuitarTake, number> = { left: 0, right: 2 };

/** An electric guitar through its amplifier: palm-muted eighths, silent in the break, strummed in the chorus. */
export function playGuitar(take: GuitarTake): Take {
  const random = createRandom(`indie pop guitar ${take}`);
  const tuning = OPEN_STRINGS.map(() => 1 + 0.0009 * random.normal());
  const plucks: Pluck[][] = OPEN_STRINGS.map(() => []);

  for (const strum of bars.flatMap((bar) => strumming(bar, take))) {
    const baseFrame = groove.frameAt(strum.beat, 4 * random.normal());
    const slowness = strum.touch === 'ghost' ? 0.014 : 0.012 + 0.014 * (1 - strum.velocity);
    const crossingFrames = framesIn(slowness * random.between(0.85, 1.15));
    crossedStrings(strum, LOWEST_STRING[take]).forEach((string, order) => {
      const frequencyHz =
        frequencyHzFromMidi(OPEN_STRINGS[string] + strum.chord.frets[string]!) *
        tuning[string] *
        (1 + 0.0006 * strum.velocity);
      const weight = strum.direction === 'down' ? 1 - 0.04 * order : 0.95 - 0.06 * order;
      const velocity = strum.velocity * random.between(0.85, 1.15) * weight;
      plucks[string].push({
        startFrame: baseFrame + Math.round((crossingFrames * order) / 5),
        frequencyHz,
        velocity: Math.max(0.1, Math.min(1, velocity)),
        position: random.between(0.12, 0.17) - (strum.touch === 'palmMuted' ? 0.03 : 0),
        decaySeconds: decayOf(strum.touch, frequencyHz),
        damping: DAMPING[strum.touch],
        scratch: SCRATCH[strum.touch],
        seed: `guitar ${take} ${string} ${plucks[string].length}`,
      });
    });
  }

  const strings = plucks.map((own): [Float32Array, number] => [playString(own, LOOP_FRAMES, ELECTRIC), 0.5]);
  const amplified = throughLoop(mix(...strings), (x) =>
    playThroughAmp(filter(x, highPass(40), lowPass(4600, 1.6)), AMPS[take]),
  );
  return { channels: [amplified], marks: [] };
}

function strumming(bar: Bar, take: GuitarTake): Strum[] {
  const at = (beat: number): number => bar.firstBeat + beat;
  if (isStill(bar) || (bar.section === 'verse' && take === 'right')) return [];
  if (bar.section === 'verse' || bar.section === 'lift') {
    const loud = bar.section === 'lift' ? 1 : 0.72;
    return Array.from({ length: 8 }, (_, i): Strum => {
      const accent = i === 0 || i === 3 || i === 6;
      return {
        beat: at(i / 2),
        chord: bar.chord,
        direction: 'down',
        velocity: loud * (accent ? 0.72 : 0.48),
        touch: i === 6 ? 'open' : 'palmMuted',
        strings: accent ? 3 : 2,
      };
    });
  }
  if (bar.section === 'break') {
    // One chord a bar, let ring, into the chorus.
    return [
      {
        beat: at(0),
        chord: bar.chord,
        direction: 'down',
        velocity: 0.34 + 0.1 * bar.place,
        touch: 'open',
        strings: 6,
      },
    ];
  }
  const offBeat = 0.02; // ghost strums between the eighths drag
  const strum = (beat: number, direction: 'down' | 'up', velocity: number, touch: Touch = 'open'): Strum => ({
    beat: at(beat),
    chord: beat >= 2 ? bar.secondChord : bar.chord,
    direction,
    velocity,
    touch,
    strings: direction === 'down' ? 6 : 4,
  });
  return [
    strum(0, 'down', 0.85),
    strum(1, 'down', 0.6),
    strum(1.5, 'up', 0.5),
    strum(2, 'down', 0.25, 'ghost'),
    strum(2.5, 'up', 0.66),
    strum(3, 'down', 0.7),
    strum(3.25 + offBeat, 'up', 0.22, 'ghost'),
    strum(3.5, 'up', 0.55),
  ];
}

/** The strings that sound, in the order in which the pick meets them. */
function crossedStrings({ chord, direction, strings }: Strum, lowest: number): number[] {
  const sounding = chord.frets.flatMap((fret, string) => (fret === null || string < lowest ? [] : [string]));
  return (direction === 'down' ? sounding : sounding.toReversed()).slice(0, strings);
}

/** Thicker strings ring longer. */
function decayOf(touch: Touch, frequencyHz: number): number {
  if (touch === 'open') return 3.2 * Math.pow(110 / frequencyHz, 0.35);
  return touch === 'palmMuted' ? 0.32 : 0.05;
}
