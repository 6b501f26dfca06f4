import { CorrelationMeter } from './correlation.ts';
import { LoudnessHistogram } from './loudness-histogram.ts';
import { LoudnessMeter } from './loudness.ts';
import { TruePeakMeter } from './true-peak.ts';

/** Places of one point's readings in the array that `read` fills. */
export const READING = {
  momentaryLufs: 0,
  shortTermLufs: 1,
  /** Since the last restart. */
  integratedLufs: 2,
  /** Since the last restart. */
  loudnessRangeLu: 3,
  /** Highest since the last reading. */
  truePeakDbtp: 4,
  /** Peak-to-loudness ratio: highest true peak over integrated loudness, both since the last restart, in LU. */
  peakToLoudnessLu: 5,
  /** NaN in silence. */
  correlation: 6,
} as const;
export const READINGS = 7;

/** Everything a meter at one point of a mix shows. `process` and `read` allocate nothing. */
export class ProgrammeMeter {
  private readonly histogram = new LoudnessHistogram();
  private readonly loudness = new LoudnessMeter();
  private readonly truePeak = new TruePeakMeter();
  private readonly correlation = new CorrelationMeter();

  prepare(sampleRate: number): void {
    this.loudness.prepareWith(sampleRate, this.histogram);
    this.correlation.prepare(sampleRate);
    this.truePeak.reset();
  }

  reset(): void {
    this.loudness.reset();
    this.truePeak.reset();
    this.correlation.reset();
  }

  /** Begin the integrated readings again; momentary and short-term go on. */
  restart(): void {
    this.histogram.reset();
    this.truePeak.restart();
  }

  process(left: Float64Array, right: Float64Array, frames: number): void {
    this.loudness.process(left, right, frames);
    this.truePeak.process(left, right, frames);
    this.correlation.process(left, right, frames);
  }

  /** Write READINGS values from `index` on; returns the next index. */
  read(into: Float32Array, index: number): number {
    const integrated = this.histogram.integratedLufs;
    into[index + READING.momentaryLufs] = this.loudness.momentaryLufs;
    into[index + READING.shortTermLufs] = this.loudness.shortTermLufs;
    into[index + READING.integratedLufs] = integrated;
    into[index + READING.loudnessRangeLu] = this.histogram.loudnessRangeLu;
    into[index + READING.truePeakDbtp] = this.truePeak.takePeakDbtp();
    into[index + READING.peakToLoudnessLu] = this.truePeak.highestDbtp - integrated;
    into[index + READING.correlation] = this.correlation.correlation;
    return index + READINGS;
  }
}
