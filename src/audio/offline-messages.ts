import type { AnalysisRequest, LapAnalysis } from '../analysis/lap-analysis.ts';
import type { MixSpec } from '../dsp/mix-spec.ts';
import type { WavFormat } from '../dsp/wav-file.ts';

/** The loop of one stem as 16-bit integers, one array a channel: half the memory of what plays. */
export interface StemPcm {
  readonly id: string;
  readonly channels: readonly Int16Array<ArrayBuffer>[];
}

/** From the page to the offline worker. */
export type OfflineCommand =
  | { readonly type: 'song'; readonly sampleRate: number; readonly stems: readonly StemPcm[] }
  /** Render one lap for its loudness and its pictures. */
  | { readonly type: 'analyse'; readonly ticket: number; readonly request: AnalysisRequest }
  | { readonly type: 'bounce'; readonly ticket: number; readonly spec: MixSpec; readonly format: WavFormat }
  /** Render this mix of noise for a second, to learn how fast the machine is. */
  | { readonly type: 'time'; readonly ticket: number; readonly spec: MixSpec }
  | { readonly type: 'cancel'; readonly ticket: number };

/** From the offline worker to the page. */
export type OfflineReport =
  /** The loudness of what is analysed, before its pictures. */
  | { readonly type: 'measured'; readonly ticket: number; readonly integratedLufs: number }
  | { readonly type: 'analysed'; readonly ticket: number; readonly lap: LapAnalysis }
  | { readonly type: 'progress'; readonly ticket: number; readonly fraction: number }
  | {
      readonly type: 'bounced';
      readonly ticket: number;
      readonly wav: Uint8Array<ArrayBuffer>;
      readonly truePeakDbtp: number;
      readonly integratedLufs: number;
    }
  | { readonly type: 'timed'; readonly ticket: number; readonly timesRealTime: number }
  | { readonly type: 'cancelled'; readonly ticket: number }
  | { readonly type: 'failed'; readonly ticket: number; readonly reason: string };
