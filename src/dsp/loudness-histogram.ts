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
  private readonly blocks = new Counts();
  private readonly shortTerms = new Counts();

  reset(): void {
    this.blocks.reset();
    this.shortTerms.reset();
  }

  pushBlock(energy: number): void {
    this.blocks.push(energy);
  }

  pushShortTerm(energy: number): void {
    this.shortTerms.push(energy);
  }

  /** As LoudnessHistory: gates at −70 LUFS and 10 LU below the mean; −∞ before 400 ms. */
  get integratedLufs(): number {
    const ungated = this.blocks.meanFrom(0);
    if (ungated === 0) return -Infinity;
    return energyToLufs(this.blocks.meanFrom(firstAbove(ungated, -10)));
  }

  /** As LoudnessHistory: 10th to 95th percentile of short-term loudness, in LU, to 0.01. */
  get loudnessRangeLu(): number {
    const { shortTerms } = this;
    const ungated = shortTerms.meanFrom(0);
    if (ungated === 0) return 0;
    const first = firstAbove(ungated, -20);
    const count = shortTerms.countFrom(first);
    const low = shortTerms.binOfRank(first, Math.round((count - 1) * 0.1));
    const high = shortTerms.binOfRank(first, Math.round((count - 1) * 0.95));
    return (high - low) / BINS_PER_LU;
  }
}

/** Values counted in bins, with their energies. Reading goes only where something was counted. */
class Counts {
  private readonly counts = new Uint32Array(BINS);
  private readonly energies = new Float64Array(BINS);
  private lowest = BINS;
  private highest = -1;

  reset(): void {
    if (this.highest < 0) return;
    this.counts.fill(0, this.lowest, this.highest + 1);
    this.energies.fill(0, this.lowest, this.highest + 1);
    this.lowest = BINS;
    this.highest = -1;
  }

  push(energy: number): void {
    const bin = binOf(energy);
    if (bin < 0) return;
    this.counts[bin]++;
    this.energies[bin] += energy;
    if (bin < this.lowest) this.lowest = bin;
    if (bin > this.highest) this.highest = bin;
  }

  countFrom(first: number): number {
    let count = 0;
    for (let bin = Math.max(first, this.lowest); bin <= this.highest; bin++) count += this.counts[bin];
    return count;
  }

  /** Mean energy of what was counted from a bin on; 0 where nothing was. */
  meanFrom(first: number): number {
    let count = 0;
    let energy = 0;
    for (let bin = Math.max(first, this.lowest); bin <= this.highest; bin++) {
      count += this.counts[bin];
      energy += this.energies[bin];
    }
    return count === 0 ? 0 : energy / count;
  }

  /** The bin in which the value of this rank lies, counted from a bin on. */
  binOfRank(first: number, rank: number): number {
    let passed = 0;
    for (let bin = Math.max(first, this.lowest); bin <= this.highest; bin++) {
      passed += this.counts[bin];
      if (passed > rank) return bin;
    }
    return this.highest;
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
