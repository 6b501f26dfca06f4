import { powerDb } from '../../band/measures/frame-power.ts';
import type { Stereo } from '../../mixes/measures.ts';

const RATE = 48000;

/** As long as a drum is recognised by: its knock and the beginning of its body. */
const HIT_SECONDS = 0.1;

/** How far a drum stands above another sound while it strikes, in dB of power over all hits. */
export function hitAboveDb(drum: Stereo, other: Stereo, hits: readonly number[]): number {
  return powerDb(energyAt(drum, hits)) - powerDb(energyAt(other, hits));
}

function energyAt([left, right]: Stereo, hits: readonly number[]): number {
  let energy = 0;
  for (const hit of hits) {
    const end = Math.min(left.length, Math.round((hit + HIT_SECONDS) * RATE));
    for (let i = Math.round(hit * RATE); i < end; i++) energy += left[i] ** 2 + right[i] ** 2;
  }
  return energy;
}
