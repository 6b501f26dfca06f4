import { metalHat, type MetalHat } from '../../instruments/metal-hat.ts';
import { noiseClap } from '../../instruments/noise-clap.ts';
import { sineKick, type SineKick } from '../../instruments/sine-kick.ts';
import { filter, highPass } from '../../signal/filter.ts';
import { addWrapped, throughLoop } from '../../signal/loop.ts';
import type { Take } from '../../take.ts';
import { clapsOf, hatsOf, kicksOf, type HatName, type Hits } from './drum-patterns.ts';
import { bars, groove, LOOP_FRAMES, type Bar } from './score.ts';

export const KICK: SineKick = {
  bodyHz: 50,
  punchHz: 110,
  clickHz: 900,
  decaySeconds: 0.55,
  drive: 0.7,
  tick: 0.25,
};

const HATS: Record<HatName, MetalHat> = {
  tight: { seed: 'tight hat', fallSeconds: 0.018, noise: 1.3 },
  closed: { seed: 'closed hat', fallSeconds: 0.032, noise: 1 },
  half: { seed: 'half-open hat', fallSeconds: 0.09, noise: 0.9 },
  open: { seed: 'open hat', fallSeconds: 0.19, noise: 0.8 },
};

/** Kick, clap and hats of a drum machine: the same samples every time, on the grid. */
export function playDrums(): { kick: Take; clap: Take; hats: Take } {
  const kick = playHits([sineKick(KICK)], kicksOf);
  const clap = playHits([noiseClap('clap')], clapsOf);
  const hats = [new Float32Array(LOOP_FRAMES), new Float32Array(LOOP_FRAMES)];
  for (const name of ['tight', 'closed', 'half', 'open'] as const) {
    playHits(metalHat(HATS[name]), (bar) => hatsOf(bar)[name], hats);
  }
  return {
    kick: { channels: kick.map((x) => throughLoop(x, (loop) => filter(loop, highPass(20)))), marks: [] },
    clap: { channels: clap, marks: [] },
    hats: { channels: hats, marks: [] },
  };
}

/** Add a sound, one channel to a track, wherever its pattern says. */
function playHits(
  sound: readonly Float32Array[],
  hitsOf: (bar: Bar) => Hits,
  tracks = sound.map(() => new Float32Array(LOOP_FRAMES)),
): Float32Array[] {
  for (const bar of bars) {
    for (const [beat, level] of hitsOf(bar)) {
      tracks.forEach((track, channel) => {
        addWrapped(track, sound[channel], groove.frameAt(bar.firstBeat + beat), level);
      });
    }
  }
  return tracks;
}
