import { LEVELS_PER_SECOND, type DeviceLap } from '../analysis/lap-analysis.ts';

/** As long as a syllable or a beat: shorter, and the gaps between words would count as quiet. */
const BLOCK_SECONDS = 0.3;
/** Blocks further below the loudest one are pauses. */
const PAUSE_DB = 30;
/** Share of the sounding blocks that counts as loud, and as quiet. */
const SHARE = 0.2;

/** Mean gain reduction in dB (≥ 0) while what comes in is loud, and while it is quiet. */
export interface LoudAndQuiet {
  readonly loudDb: number;
  readonly quietDb: number;
}

/** How far a device turns its loud and its quiet moments down; null for one that reduces no gain, or hears nothing. */
export function loudAndQuiet({ inputDb, reductionDb }: DeviceLap): LoudAndQuiet | null {
  const length = Math.round(BLOCK_SECONDS * LEVELS_PER_SECOND);
  const blocks: { readonly levelDb: number; readonly reducedDb: number }[] = [];
  for (let from = 0; from + length <= Math.min(inputDb.length, reductionDb.length); from += length)
    blocks.push({
      levelDb: inputDb.subarray(from, from + length).reduce((loudest, db) => Math.max(loudest, db), -120),
      reducedDb: meanOf(reductionDb.subarray(from, from + length)),
    });
  const loudest = Math.max(-120, ...blocks.map(({ levelDb }) => levelDb));
  const sounding = blocks
    .filter(({ levelDb }) => levelDb > -100 && levelDb > loudest - PAUSE_DB)
    .sort((a, b) => a.levelDb - b.levelDb)
    .map(({ reducedDb }) => reducedDb);
  if (sounding.length === 0) return null;
  const some = Math.max(1, Math.round(SHARE * sounding.length));
  return { loudDb: meanOf(sounding.slice(-some)), quietDb: meanOf(sounding.slice(0, some)) };
}

function meanOf(values: Float32Array | readonly number[]): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}
