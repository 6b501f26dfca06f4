import { metalHat } from '../../instruments/metal-hat.ts';
import { noiseClap } from '../../instruments/noise-clap.ts';
import { sineKick, type SineKick } from '../../instruments/sine-kick.ts';
import { filter, highPass } from '../../signal/filter.ts';
import { addWrapped, throughLoop } from '../../signal/loop.ts';
import type { Take } from '../../take.ts';
import { bars, groove, LOOP_FRAMES, type Bar, type Section } from './score.ts';

/** [beat in the bar, level as a factor] */
type Hits = readonly (readonly [beat: number, level: number])[];

const KICK: SineKick = { bodyHz: 52, punchHz: 110, clickHz: 900, decaySeconds: 0.85, drive: 1.8 };

const KICK_HITS: Record<Section, Hits> = {
  verse: [
    [0, 1],
    [2.5, 1],
  ],
  lift: [
    [0, 1],
    [1.5, 1],
    [2.5, 1],
  ],
  hook: [
    [0, 1],
    [0.75, 1],
    [2.5, 1],
    [3.5, 1],
  ],
  drop: [
    [0, 1],
    [2.5, 1],
    [3.25, 1],
  ],
};

/** Half time: the back beat comes once a bar. */
const BACKBEAT: Hits = [[2, 1]];
const CLAP_FILL: Hits = [
  [3, 0.5],
  [3.25, 0.6],
  [3.5, 0.75],
  [3.75, 0.9],
];
const CLOSED_HAT_SECONDS = 0.028;
const OPEN_HAT_SECONDS = 0.16;

/** Kick, clap and hats of a drum machine: one sample each, on the grid. */
export function playDrums(): { kick: Take; clap: Take; hats: Take } {
  const kick = new Float32Array(LOOP_FRAMES);
  const clap = new Float32Array(LOOP_FRAMES);
  const hats = new Float32Array(LOOP_FRAMES);
  const sounds = {
    kick: sineKick(KICK),
    clap: noiseClap('clap'),
    closedHat: metalHat(CLOSED_HAT_SECONDS),
    openHat: metalHat(OPEN_HAT_SECONDS),
  };
  const playHits = (track: Float32Array, sound: Float32Array, bar: Bar, hits: Hits): void => {
    for (const [beat, level] of hits) addWrapped(track, sound, groove.frameAt(bar.firstBeat + beat), level);
  };
  for (const bar of bars) {
    playHits(kick, sounds.kick, bar, kicksOf(bar));
    playHits(clap, sounds.clap, bar, clapsOf(bar));
    playHits(hats, sounds.closedHat, bar, closedHatsOf(bar));
    playHits(hats, sounds.openHat, bar, openHatsOf(bar));
  }
  return {
    kick: { channels: [throughLoop(kick, (x) => filter(x, highPass(20)))], marks: [] },
    clap: { channels: [clap], marks: [] },
    hats: { channels: [hats], marks: [] },
  };
}

/** The drop takes the ground away for a bar and a half. */
export function kicksOf({ section, place }: Bar): Hits {
  if (section === 'drop' && place < 2) return place === 0 ? [[0, 1]] : [[3.5, 1]];
  return KICK_HITS[section];
}

function clapsOf({ section, place }: Bar): Hits {
  if (section === 'verse') return place === 3 ? BACKBEAT : [];
  if (section === 'drop' && place === 1) return CLAP_FILL;
  return (section === 'hook' || section === 'lift') && place === 3 ? [...BACKBEAT, ...CLAP_FILL] : BACKBEAT;
}

/** Eighths, then sixteenths; a roll of thirty-seconds leads into every other bar of the hook. */
function closedHatsOf({ section, place }: Bar): Hits {
  const steps = section === 'verse' || section === 'drop' ? 8 : 16;
  const straight = Array.from({ length: steps }, (_, i): [number, number] => {
    const beat = (4 * i) / steps;
    return [beat, beat % 1 === 0 ? 1 : beat % 0.5 === 0 ? 0.7 : 0.4];
  });
  const rolls = section === 'hook' && place % 2 === 1;
  if (!rolls) return straight;
  const roll = Array.from({ length: 8 }, (_, i): [number, number] => [3 + i / 8, 0.35 + 0.08 * i]);
  return [...straight.filter(([beat]) => beat < 3), ...roll];
}

function openHatsOf({ section }: Bar): Hits {
  if (section === 'verse') return [];
  return section === 'lift'
    ? [[3.5, 0.6]]
    : [
        [1.5, 0.6],
        [3.5, 0.7],
      ];
}
