import { CompressorGain, type CompressorGainSettings } from './compressor-gain.ts';
import { DynamicsPath } from './dynamics-path.ts';

export interface CompressorTuning extends CompressorGainSettings {
  /** Sense RMS (10 ms) instead of peaks. */
  readonly rms: boolean;
  /** Corner of the high-pass in front of the detector; 0 is none. */
  readonly highPassHz: number;
  /** How far the detector is ahead of the sound; ignored by a path without look-ahead. */
  readonly lookAheadMs: number;
}

/** What all compressors are; each adds its own parameter table and says what its settings mean. */
export abstract class CompressorPath extends DynamicsPath<CompressorGain> {
  private tuning: CompressorTuning;

  /** @param longestLookAheadMs 0 for none */
  constructor(tuning: CompressorTuning, longestLookAheadMs = 0) {
    super(new CompressorGain(), longestLookAheadMs);
    this.tuning = tuning;
  }

  protected tune(tuning: CompressorTuning): void {
    this.tuning = tuning;
    this.tuneParts();
  }

  protected setParts(): void {
    this.detector.set(this.tuning.rms, this.tuning.highPassHz);
    this.gain.set(this.tuning);
    this.lookAhead?.set(this.tuning.lookAheadMs);
  }
}
