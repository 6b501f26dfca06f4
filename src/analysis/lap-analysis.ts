import type { MixSpec } from '../dsp/mix-spec.ts';

/** Stands for every level below it, in dBFS. */
export const SILENCE_DB = -120;
/** Levels, gain reductions and waveform peaks: one value every 10 ms of the loop. */
export const LEVELS_PER_SECOND = 100;
/** Spectra, stereo readings and loudness: one every 50 ms. */
export const PICTURES_PER_SECOND = 20;
/** Points of the goniometer in each of those, evenly spaced over its 50 ms. */
export const SCOPE_POINTS = 64;
/** The spectrum's bands: twelve an octave, 20 Hz … 20 kHz. */
export const BANDS_PER_OCTAVE = 12;
export const LOWEST_BAND_HZ = 20;
export const BANDS = 1 + Math.floor(BANDS_PER_OCTAVE * Math.log2(20_000 / LOWEST_BAND_HZ));

/** Centre of a spectrum band, in Hz. */
export function bandHz(band: number): number {
  return LOWEST_BAND_HZ * 2 ** (band / BANDS_PER_OCTAVE);
}

/** What one device did along the loop, LEVELS_PER_SECOND values each. */
export interface DeviceLap {
  /** Peak level that went in, in dBFS (−120 for silence). */
  readonly inputDb: Float32Array;
  /** Peak level that came out. */
  readonly outputDb: Float32Array;
  /** Deepest gain reduction in dB, ≥ 0; empty for a device that reduces no gain. Means nothing while it is bypassed: it need not run. */
  readonly reductionDb: Float32Array;
}

/** One stem's channel along the loop, after its fader. */
export interface ChannelLap {
  /** Peak level in dBFS, LEVELS_PER_SECOND values. */
  readonly levelDb: Float32Array;
}

/**
 * What a mix does over one lap of its loop, for pictures and for words: rendered beside the page through the same Mix
 * as what plays, so that a picture can follow the playhead at any frame rate and A and B can be seen at the same spot
 * of the song. Before level match.
 */
export interface LapAnalysis {
  readonly seconds: number;
  readonly integratedLufs: number;
  readonly loudnessRangeLu: number;
  readonly truePeakDbtp: number;
  /** Of the output, linear, LEVELS_PER_SECOND values: largest magnitude of either channel. */
  readonly peaks: Float32Array;
  /** Of the output, PICTURES_PER_SECOND values each: what a meter shows at that moment; −∞ for silence. */
  readonly momentaryLufs: Float32Array;
  readonly shortTermLufs: Float32Array;
  /** −1 … +1; NaN in silence. */
  readonly correlation: Float32Array;
  /** PICTURES_PER_SECOND × BANDS power levels of the output in dBFS, the mean of both channels, around one moment after another (−120 for silence). */
  readonly spectraDb: Float32Array;
  /** BANDS power levels over the whole lap in dBFS. */
  readonly averageSpectrumDb: Float32Array;
  /** PICTURES_PER_SECOND × SCOPE_POINTS pairs: left, right, left, right … as ±127 = ±1. */
  readonly scope: Int8Array;
  /** By stem, group or return id. */
  readonly channels: ReadonlyMap<string, ChannelLap>;
  /** By device id: those that were asked for. */
  readonly devices: ReadonlyMap<string, DeviceLap>;
}

/** What is asked of an analysis beside the output's pictures. */
export interface AnalysisRequest {
  readonly spec: MixSpec;
  /** Devices whose levels and gain reductions are wanted. */
  readonly deviceIds: readonly string[];
}
