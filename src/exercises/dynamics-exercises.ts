import type { Exercise } from '../training/exercise.ts';
import { compressionAmount } from './compression-amount.ts';
import { compressionAttack, compressionRelease } from './compression-times.ts';
import { limiting } from './limiting.ts';

/** What compressors and limiters do. */
export const DYNAMICS_EXERCISES: readonly Exercise[] = [
  compressionAmount,
  compressionAttack,
  compressionRelease,
  limiting,
];
