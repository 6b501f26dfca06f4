import { METER } from '../dsp/mix.ts';

/** What the meters say, at most 20 times a second. */
export interface Readings {
  readonly momentaryLufs: number;
  readonly shortTermLufs: number;
  /** Integrated loudness, loudness range and peak-to-loudness ratio since the last change of the mix. */
  readonly integratedLufs: number;
  readonly loudnessRangeLu: number;
  readonly peakToLoudnessLu: number;
  /** Highest since the last reading. */
  readonly truePeakDbtp: number;
  /** −1 … +1; NaN in silence. */
  readonly correlation: number;
  /** Deepest gain reduction since the last reading, in dB (≥ 0), by device id. */
  readonly gainReductionDb: ReadonlyMap<string, number>;
}

/** What a report of the worklet says (see METER), with the ids of the devices whose reductions it carries, in order. */
export function readingsOf(values: Float32Array, gainReducingIds: readonly string[]): Readings {
  return {
    momentaryLufs: values[METER.momentaryLufs],
    shortTermLufs: values[METER.shortTermLufs],
    integratedLufs: values[METER.integratedLufs],
    loudnessRangeLu: values[METER.loudnessRangeLu],
    peakToLoudnessLu: values[METER.peakToLoudnessLu],
    truePeakDbtp: values[METER.truePeakDbtp],
    correlation: values[METER.correlation],
    gainReductionDb: new Map(gainReducingIds.map((id, i) => [id, values[METER.gainReductions + i]])),
  };
}
