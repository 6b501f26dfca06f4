import { drumHit, loadDrum, type Drum } from '../../instruments/drum-bank.ts';
import { recordKit } from '../../instruments/drum-kit.ts';
import { addWrapped } from '../../signal/loop.ts';
import { createRandom } from '../../signal/random.ts';
import { framesIn } from '../../signal/sample-rate.ts';
import type { Take } from '../../take.ts';
import { bars, groove, LOOP_FRAMES, SWING, type Bar } from './score.ts';

/** [beat in the bar, velocity] */
type Hits = readonly (readonly [beat: number, velocity: number])[];

const KICK: Record<Bar['section'], Hits> = {
  verse: [
    [0, 0.92],
    [2, 0.85],
    [2.5, 0.72],
  ],
  chorus: [
    [0, 0.95],
    [1.5, 0.8],
    [2.5, 0.92],
    [3.75, 0.7],
  ],
};
const BACKBEAT: Hits = [
  [1, 0.84],
  [3, 0.9],
];
const GHOST_NOTES: Record<Bar['section'], Hits> = {
  verse: [[2.75 + SWING, 0.2]],
  chorus: [
    [1.75 + SWING, 0.22],
    [2.25 + SWING, 0.3],
  ],
};
const SNARE_FILL: Hits = [
  [3.25, 0.5],
  [3.5, 0.66],
  [3.75, 0.8],
];
const TOM_FILL: Hits = [
  [3.5, 0.6],
  [3.75, 0.75],
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
  const kit = { kick: newTrack(), snare: newTrack(), hats: newTrack(), crash: newTrack(), toms: newTrack() };
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
    const ending = bar.place === 3 || bar.place === 7;
    const kicks = bar.place === 7 ? KICK.chorus.slice(0, -1) : KICK[bar.section];
    playHits(kit.kick, drums.kick, bar, kicks, STEADY);
    playHits(kit.snare, drums.snare, bar, BACKBEAT, LAID_BACK);
    playHits(kit.snare, drums.snare, bar, GHOST_NOTES[bar.section], LOOSE);
    if (bar.place === 7) playHits(kit.snare, drums.snare, bar, SNARE_FILL, LOOSE);
    if (bar.place === 3) playHits(kit.toms, drums.tom, bar, TOM_FILL, LOOSE);
    if (bar.place === 0) strike(kit.crash, drums.crash, bar.firstBeat, 0.8, STEADY);
    if (bar.place === 4) strike(kit.crash, drums.crash, bar.firstBeat, 0.65, STEADY);
    playHits(kit.hats, drums.closedHat, bar, hatsOf(bar, ending), LOOSE);
    if (ending) strike(kit.hats, drums.openHat, bar.firstBeat + 3.5, 0.55, LOOSE, OPEN_HAT_SECONDS);
  }

  const tracks = recordKit(kit);
  return {
    kick: { channels: [tracks.kick], marks: [] },
    snare: { channels: [tracks.snare], marks: [] },
    overheads: { channels: [tracks.overheadLeft, tracks.overheadRight], marks: [] },
  };
}

/** Accented eighths; the chorus adds two sixteenths. */
function hatsOf(bar: Bar, openAtEnd: boolean): Hits {
  const accent = bar.section === 'chorus' ? 0.82 : 0.7;
  const eighths = Array.from(
    { length: openAtEnd ? 7 : 8 },
    (_, i) => [i / 2, i % 2 === 0 ? accent : 0.45] as const,
  );
  if (bar.section === 'verse') return eighths;
  return [...eighths, [1.25 + SWING, 0.3], [2.75 + SWING, 0.3]];
}

/** The pedal closes on an open hat. */
function choked(hit: Float32Array, seconds: number): Float32Array {
  const short = hit.slice(0, framesIn(seconds));
  const fade = Math.min(short.length, CHOKE_FADE_FRAMES);
  for (let i = 0; i < fade; i++) short[short.length - 1 - i] = short[short.length - 1 - i] * (i / fade);
  return short;
}
