import { energyToLufs, lufsToEnergy } from './lufs.ts';

const ABSOLUTE_GATE_LUFS = -70;
const RELATIVE_GATE_LU = -10;
const RANGE_GATE_LU = -20;

/** Gating blocks and short-term values are kept once every 100 ms. */
export const HISTORY_PER_SECOND = 10;

/**
 * What integrated loudness and loudness range are computed from: the mean square of every gating block (400 ms) and
 * of every short-term window (3 s), one of each per 100 ms. Room for `seconds` is allocated up front.
 */
export class LoudnessHistory {
  private readonly blocks: Float64Array;
  private readonly shortTerms: Float64Array;
  private readonly sorted: Float64Array;
  private blockCount = 0;
  private shortTermCount = 0;

  constructor(seconds: number) {
    const capacity = Math.ceil(seconds * HISTORY_PER_SECOND);
    this.blocks = new Float64Array(capacity);
    this.shortTerms = new Float64Array(capacity);
    this.sorted = new Float64Array(capacity);
  }

  reset(): void {
    this.blockCount = 0;
    this.shortTermCount = 0;
  }

  pushBlock(energy: number): void {
    if (this.blockCount < this.blocks.length) this.blocks[this.blockCount++] = energy;
  }

  pushShortTerm(energy: number): void {
    if (this.shortTermCount < this.shortTerms.length) this.shortTerms[this.shortTermCount++] = energy;
  }

  /** Integrated loudness in LUFS, gated at −70 LUFS and 10 LU below the mean (ITU-R BS.1770-5 Annex 1, eq. 3–7). */
  get integratedLufs(): number {
    const absolute = lufsToEnergy(ABSOLUTE_GATE_LUFS);
    const ungated = meanAbove(this.blocks, this.blockCount, absolute);
    const relative = ungated * Math.pow(10, RELATIVE_GATE_LU / 10);
    return energyToLufs(meanAbove(this.blocks, this.blockCount, Math.max(absolute, relative)));
  }

  /**
   * Loudness range in LU: short-term loudness from its 10th to its 95th percentile, gated at −70 LUFS and 20 LU
   * below the mean (EBU Tech 3342). 0 before 3 s. Sorts the history: for reports, not for every block.
   */
  get loudnessRangeLu(): number {
    const absolute = lufsToEnergy(ABSOLUTE_GATE_LUFS);
    const relative =
      meanAbove(this.shortTerms, this.shortTermCount, absolute) * Math.pow(10, RANGE_GATE_LU / 10);
    const gate = Math.max(absolute, relative);
    let count = 0;
    for (let i = 0; i < this.shortTermCount; i++) {
      if (this.shortTerms[i] >= gate) this.sorted[count++] = this.shortTerms[i];
    }
    if (count === 0) return 0;
    const sorted = this.sorted.subarray(0, count).sort();
    const low = sorted[Math.round((count - 1) * 0.1)];
    const high = sorted[Math.round((count - 1) * 0.95)];
    return 10 * Math.log10(high / low);
  }
}

/** Mean of the first `count` values that exceed `gate`; 0 when none does. */
function meanAbove(values: Float64Array, count: number, gate: number): number {
  let sum = 0;
  let kept = 0;
  for (let i = 0; i < count; i++) {
    if (values[i] > gate) {
      sum += values[i];
      kept++;
    }
  }
  return kept === 0 ? 0 : sum / kept;
}
