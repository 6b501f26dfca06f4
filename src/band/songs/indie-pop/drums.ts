import { drumHit, loadDrum, type Drum } from '../../instruments/drum-bank.ts';
import { recordKit } from '../../instruments/drum-kit.ts';
import { tambourineStroke } from '../../instruments/tambourine.ts';
import { addWrapped } from '../../signal/loop.ts';
import { createRandom } from '../../signal/random.ts';
import { framesIn } from '../../signal/sample-rate.ts';
import type { Take } from '../../take.ts';
import { bars, groove, isStill, LOOP_FRAMES, SWING, type Bar } from './score.ts';

/** [beat in the bar, velocity] */
type Hits = readonly (readonly [beat: number, velocity: number])[];

const KICK: Record<Bar['section'], Hits> = {
  verse: [
    [0, 0.78],
    [2.5, 0.6],
  ],
  lift: [
    [0, 0.92],
    [2, 0.85],
    [2.5, 0.72],
  ],
  break: [
    [0, 0.7],
    [2, 0.66],
  ],
  chorus: [
    [0, 0.97],
    [1.5, 0.84],
    [2.5, 0.95],
    [3.75, 0.72],
  ],
};
const BACKBEAT: Record<Bar['section'], Hits> = {
  verse: [[3, 0.76]],
  lift: [
    [1, 0.84],
    [3, 0.88],
  ],
  break: [],
  chorus: [
    [1, 0.92],
    [3, 0.97],
  ],
};
const GHOST_NOTES: Record<Bar['section'], Hits> = {
  verse: [[2.75 + SWING, 0.16]],
  lift: [[2.75 + SWING, 0.16]],
  break: [],
  chorus: [
    [1.75 + SWING, 0.17],
    [2.25 + SWING, 0.21],
  ],
};
/** Eighths that grow under the second half of the break. */
const BUILD: readonly Hits[] = [
  [
    [0, 0.62],
    [1, 0.64],
    [2, 0.67],
    [3, 0.7],
  ],
  [
    [0, 0.7],
    [0.5, 0.64],
    [1, 0.74],
    [1.5, 0.68],
    [2, 0.78],
    [2.5, 0.74],
    [3, 0.84],
  ],
];
const SNARE_FILL: Hits = [
  [3.25, 0.72],
  [3.5, 0.78],
  [3.75, 0.86],
];
const TOM_FILL: Hits = [
  [3.5, 0.6],
  [3.75, 0.75],
];
const SOFT_QUARTERS: Hits = [
  [0, 0.42],
  [1, 0.5],
  [2, 0.4],
  [3, 0.52],
];
/** Two and four, while the band holds still. */
const FOOT: Hits = [
  [1, 0.3],
  [3, 0.34],
];
const TAMBOURINE: Hits = [
  [0, 0.4],
  [0.5, 0.3],
  [1, 0.85],
  [1.5, 0.35],
  [2, 0.4],
  [2.5, 0.3],
  [3, 0.9],
  [3.5, 0.38],
];
const OPEN_HAT_SECONDS = 0.3;
const CHOKE_FADE_FRAMES = 900;

/** Where a player's hits fall: how late on average, and how much they scatter. */
interface Feel {
  lateMs: number;
  scatterMs: number;
}

const STEADY: Feel = { lateMs: 0, scatterMs: 3 };
const LAID_BACK: Feel = { lateMs: 7, scatterMs: 3 };
const LOOSE: Feel = { lateMs: 3, scatterMs: 4.5 };

/** Kick, snare and overheads of the drum kit. */
export async function playDrums(): Promise<{ kick: Take; snare: Take; overheads: Take }> {
  const random = createRandom('indie pop drums');
  const newTrack = (): Float32Array => new Float32Array(LOOP_FRAMES);
  const kit = {
    kick: newTrack(),
    snare: newTrack(),
    hats: newTrack(),
    crash: newTrack(),
    toms: newTrack(),
    tambourine: newTrack(),
  };
  const drums = {
    kick: await loadDrum('drum_bass_soft', 'drum_bass_hard', 14),
    snare: await loadDrum('drum_snare_soft', 'drum_snare_hard', 30),
    closedHat: await loadDrum('drum_cymbal_pedal', 'drum_cymbal_closed', 9),
    openHat: await loadDrum('drum_cymbal_open', 'drum_cymbal_open', 9),
    crash: await loadDrum('drum_cymbal_soft', 'drum_cymbal_hard', 9),
    tom: await loadDrum('drum_tom_lo_soft', 'drum_tom_lo_hard', 12),
  };

  const strike = (
    track: Float32Array,
    drum: Drum,
    beat: number,
    velocity: number,
    feel: Feel,
    chokeSeconds?: number,
  ): void => {
    const struck = Math.max(0.08, Math.min(1, velocity + 0.045 * random.normal()));
    const hit = drumHit(drum, struck, random);
    const sound = chokeSeconds === undefined ? hit : choked(hit, chokeSeconds);
    addWrapped(track, sound, groove.frameAt(beat, feel.lateMs + feel.scatterMs * random.normal()));
  };
  const playHits = (track: Float32Array, drum: Drum, bar: Bar, hits: Hits, feel: Feel): void => {
    for (const [beat, velocity] of hits) strike(track, drum, bar.firstBeat + beat, velocity, feel);
  };

  for (const bar of bars) {
    const { section, place, firstBeat } = bar;
    const still = isStill(bar);
    const last = place === 3;
    if (still) {
      strike(kit.kick, drums.kick, firstBeat, 0.62, STEADY);
      playHits(kit.hats, drums.closedHat, bar, FOOT, LOOSE);
      continue;
    }
    playHits(kit.kick, drums.kick, bar, last ? KICK[section].slice(0, -1) : KICK[section], STEADY);
    playHits(kit.snare, drums.snare, bar, BACKBEAT[section], LAID_BACK);
    playHits(kit.snare, drums.snare, bar, GHOST_NOTES[section], LOOSE);
    if (section === 'break') playHits(kit.snare, drums.snare, bar, BUILD[place - 2], LOOSE);
    if (last && section !== 'verse') playHits(kit.snare, drums.snare, bar, SNARE_FILL, LOOSE);
    if (last && section === 'verse') playHits(kit.toms, drums.tom, bar, TOM_FILL, LOOSE);
    if (place === 0 && section === 'lift') strike(kit.crash, drums.crash, firstBeat, 0.65, STEADY);
    if (section === 'chorus' && place % 2 === 0) strike(kit.crash, drums.crash, firstBeat, 0.85, STEADY);
    playHits(kit.hats, drums.closedHat, bar, hatsOf(bar, last), LOOSE);
    if (last) strike(kit.hats, drums.openHat, firstBeat + 3.5, 0.55, LOOSE, OPEN_HAT_SECONDS);
    if (section === 'chorus') {
      for (const [beat, velocity] of TAMBOURINE) {
        const struck = velocity + 0.05 * random.normal();
        const frame = groove.frameAt(firstBeat + beat, 4 + 5 * random.normal());
        addWrapped(kit.tambourine, tambourineStroke(struck, random), frame);
      }
    }
  }

  const tracks = recordKit(kit);
  return {
    kick: { channels: [tracks.kick], marks: [] },
    snare: { channels: [tracks.snare], marks: [] },
    overheads: { channels: [tracks.overheadLeft, tracks.overheadRight], marks: [] },
  };
}

/** Quarters of the foot in the verse, eighths in the lift, accented eighths with two sixteenths in the chorus. */
function hatsOf({ section }: Bar, openAtEnd: boolean): Hits {
  if (section === 'verse' || section === 'break')
    return openAtEnd ? SOFT_QUARTERS.slice(0, -1) : SOFT_QUARTERS;
  const accent = section === 'chorus' ? 0.86 : 0.66;
  const eighths = Array.from(
    { length: openAtEnd ? 7 : 8 },
    (_, i) => [i / 2, i % 2 === 0 ? accent : 0.45] as const,
  );
  if (section === 'lift') return eighths;
  return [...eighths, [1.25 + SWING, 0.3], [2.75 + SWING, 0.3]];
}

/** The pedal closes on an open hat. */
function choked(hit: Float32Array, seconds: number): Float32Array {
  const short = hit.slice(0, framesIn(seconds));
  const fade = Math.min(short.length, CHOKE_FADE_FRAMES);
  for (let i = 0; i < fade; i++) short[short.length - 1 - i] = short[short.length - 1 - i] * (i / fade);
  return short;
}
