import { energyToLufs } from './lufs.ts';

const LOWEST_LUFS = -70;
const HIGHEST_LUFS = 10;
const BINS_PER_LU = 100;
const BINS = (HIGHEST_LUFS - LOWEST_LUFS) * BINS_PER_LU;

/**
 * Integrated loudness and loudness range of a programme of any length in constant memory, for live meters.
 *
 * Gating blocks and short-term windows are counted in bins of 0.01 LU. The bins also keep the exact sums of energy, so
 * integrated loudness is off only by the blocks that share the gate's bin (EBU Tech 3341 allows histograms).
 */
export class LoudnessHistogram {
  private readonly blocks = new Uint32Array(BINS);
  private readonly blockEnergy = new Float64Array(BINS);
  private readonly shortTerms = new Uint32Array(BINS);
  private readonly shortTermEnergy = new Float64Array(BINS);

  reset(): void {
    this.blocks.fill(0);
    this.blockEnergy.fill(0);
    this.shortTerms.fill(0);
    this.shortTermEnergy.fill(0);
  }

  pushBlock(energy: number): void {
    const bin = binOf(energy);
    if (bin < 0) return;
    this.blocks[bin]++;
    this.blockEnergy[bin] += energy;
  }

  pushShortTerm(energy: number): void {
    const bin = binOf(energy);
    if (bin < 0) return;
    this.shortTerms[bin]++;
    this.shortTermEnergy[bin] += energy;
  }

  /** As LoudnessHistory: gates at −70 LUFS and 10 LU below the mean; −∞ before 400 ms. */
  get integratedLufs(): number {
    const ungated = meanFrom(this.blocks, this.blockEnergy, 0);
    if (ungated === 0) return -Infinity;
    return energyToLufs(meanFrom(this.blocks, this.blockEnergy, firstAbove(ungated, -10)));
  }

  /** As LoudnessHistory: 10th to 95th percentile of short-term loudness, in LU, to 0.01. */
  get loudnessRangeLu(): number {
    const ungated = meanFrom(this.shortTerms, this.shortTermEnergy, 0);
    if (ungated === 0) return 0;
    const first = firstAbove(ungated, -20);
    let count = 0;
    for (let bin = first; bin < BINS; bin++) count += this.shortTerms[bin];
    const low = this.binOfRank(first, Math.round((count - 1) * 0.1));
    const high = this.binOfRank(first, Math.round((count - 1) * 0.95));
    return (high - low) / BINS_PER_LU;
  }

  private binOfRank(first: number, rank: number): number {
    let passed = 0;
    for (let bin = first; bin < BINS; bin++) {
      passed += this.shortTerms[bin];
      if (passed > rank) return bin;
    }
    return BINS - 1;
  }
}

/** −1 below the absolute gate. */
function binOf(energy: number): number {
  const lufs = energyToLufs(energy);
  if (!(lufs > LOWEST_LUFS)) return -1;
  return Math.min(BINS - 1, Math.floor((lufs - LOWEST_LUFS) * BINS_PER_LU));
}

/** The first bin that lies wholly above `energy` moved by `offsetLu`. */
function firstAbove(energy: number, offsetLu: number): number {
  const gate = energyToLufs(energy) + offsetLu;
  return Math.max(0, Math.ceil((gate - LOWEST_LUFS) * BINS_PER_LU));
}

function meanFrom(counts: Uint32Array, energies: Float64Array, first: number): number {
  let count = 0;
  let energy = 0;
  for (let bin = first; bin < BINS; bin++) {
    count += counts[bin];
    energy += energies[bin];
  }
  return count === 0 ? 0 : energy / count;
}
