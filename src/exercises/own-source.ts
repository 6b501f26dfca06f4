import { mixSpec } from '../dsp/mix-draft.ts';
import { loopExcerpt } from '../stem-sets/loop-excerpt.ts';
import { madeStems, type MadeStems } from '../stem-sets/made-stems.ts';
import type { Source } from '../training/exercise.ts';
import { measuredLevels } from './source-levels.ts';

/** A file of the learner's, decoded: one channel or two. */
export interface OwnStem {
  /** As it is shown. */
  readonly name: string;
  readonly channels: readonly Float32Array[];
}

export const OWN_SECONDS = 10;
/** The sum of all stems comes down, or up, to this peak, so that questions have room. */
const PEAK_DBFS = -8;
const ID = 'own';

/** Where the loudest stretch of the excerpt's length begins, in seconds: there is most to hear. */
export function loudestStart(stems: readonly OwnStem[], sampleRate: number): number {
  const frames = lengthOf(stems);
  const seconds = Math.floor(frames / sampleRate);
  const energies = Array.from({ length: seconds }, (_, second) => {
    let energy = 0;
    for (const { channels } of stems)
      for (const channel of channels)
        for (let i = second * sampleRate; i < (second + 1) * sampleRate; i += 4)
          energy += (channel[i] ?? 0) ** 2;
    return energy;
  });
  let best = 0;
  let most = -1;
  for (let start = 0; start + OWN_SECONDS <= seconds; start++) {
    const energy = energies.slice(start, start + OWN_SECONDS).reduce((sum, one) => sum + one, 0);
    if (energy > most) [best, most] = [start, energy];
  }
  return best;
}

/** Length of the longest stem in frames; shorter ones are silent to its end. */
export function lengthOf(stems: readonly OwnStem[]): number {
  return Math.max(0, ...stems.map(({ channels }) => channels[0]?.length ?? 0));
}

/** A learner's own audio as something to practise on, and its samples. @param stems not silent as a whole */
export function ownSource(
  stems: readonly OwnStem[],
  startSeconds: number,
  sampleRate: number,
): { source: Source; made: MadeStems } {
  const length = lengthOf(stems);
  const frames = Math.min(length, OWN_SECONDS * sampleRate);
  const from = Math.max(0, Math.min(length - frames, Math.round(startSeconds * sampleRate)));
  const cut = stems.map(({ name, channels }) => ({
    name,
    channels: channels.map((channel) => {
      const whole = new Float32Array(length);
      whole.set(channel.subarray(0, length));
      return loopExcerpt(whole, from, frames, sampleRate);
    }),
  }));
  const scale = 10 ** (PEAK_DBFS / 20) / Math.max(1e-4, summedPeak(cut, frames));
  const scaled = cut.map(({ name, channels }) => ({
    name,
    channels: channels.map((channel) => channel.map((sample) => sample * scale)),
  }));
  const ids = idsOf(scaled);
  const made = madeStems(
    'own',
    'Your own audio',
    sampleRate,
    Object.fromEntries(scaled.map((stem, i) => [ids[i], stem])),
  );
  const base = mixSpec({ song: 'own', strips: Object.fromEntries(ids.map((id) => [id, {}])) });
  return {
    made,
    source: {
      id: ID,
      label: scaled.length === 1 ? `Your own: ${scaled[0].name}` : `Your own ${scaled.length} stems`,
      kind: 'own',
      base,
      stereo: scaled.some(({ channels }) => isStereo(channels)),
      fromHz: 40,
      toHz: 16_000,
      levels: measuredLevels(
        base,
        ids.map((id) => made.stems.get(id)!),
        sampleRate,
      ),
    },
  };
}

function summedPeak(stems: readonly OwnStem[], frames: number): number {
  let peak = 0;
  for (let i = 0; i < frames; i++)
    for (const side of [0, 1]) {
      let sum = 0;
      for (const { channels } of stems) sum += channels[Math.min(side, channels.length - 1)][i];
      peak = Math.max(peak, Math.abs(sum));
    }
  return peak;
}

function isStereo([left, right]: readonly Float32Array[]): boolean {
  return right !== undefined && left.some((sample, i) => Math.abs(sample - right[i]) > 1e-4);
}

/** "Lead Vox 2.wav" becomes "lead-vox-2"; a name that is there already gets a number. */
function idsOf(stems: readonly OwnStem[]): string[] {
  const ids: string[] = [];
  for (const { name } of stems) {
    const plain = name
      .replace(/\.[a-z0-9]+$/i, '')
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-+|-+$/g, '');
    const base = plain || 'stem';
    let id = base;
    for (let n = 2; ids.includes(id); n++) id = `${base}-${n}`;
    ids.push(id);
  }
  return ids;
}
