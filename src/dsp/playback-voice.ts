import { COEFFICIENTS, BUTTERWORTH_Q, designBiquad } from './biquad.ts';
import { processSingle, processSingleStereo, STATES, toBank } from './biquad-cascade.ts';
import { dbToGain } from './decibels.ts';
import { playbackCoefficients, playbackMatchDb, type PlaybackSystem } from './playback-systems.ts';

/** Most samples at once. */
export const PLAYBACK_SLICE = 128;

/** One playback system with its filters' memory. */
export class PlaybackVoice {
  private readonly bands: number;
  private readonly bank: Float64Array;
  private readonly state: Float64Array;
  private readonly gain: number;
  private readonly sideGain: number;
  private readonly sideHighPass: Float64Array | null = null;
  private readonly sideState = new Float64Array(STATES);
  private readonly side = new Float64Array(PLAYBACK_SLICE);

  constructor(system: PlaybackSystem, sampleRate: number) {
    this.bands = system.bands.length;
    const coefficients = playbackCoefficients(system, sampleRate);
    this.bank = new Float64Array(coefficients.length);
    toBank(coefficients, this.bank);
    this.state = new Float64Array(this.bands * STATES);
    this.gain = dbToGain(playbackMatchDb(coefficients, sampleRate));
    this.sideGain = system.sideGain;
    if (system.monoBelowHz > 0) {
      this.sideHighPass = new Float64Array(COEFFICIENTS);
      const highPass = new Float64Array(COEFFICIENTS);
      designBiquad(highPass, 0, 'highPass', sampleRate, system.monoBelowHz, 0, BUTTERWORTH_Q);
      toBank(highPass, this.sideHighPass);
    }
  }

  reset(): void {
    this.state.fill(0);
    this.sideState.fill(0);
  }

  /** At most PLAYBACK_SLICE finite samples, in place. */
  process(left: Float64Array, right: Float64Array, frames: number): void {
    const { bands, bank, state, gain } = this;
    if (this.sideGain !== 1 || this.sideHighPass) this.narrow(left, right, frames);
    for (let band = 0; band < bands; band++) processSingleStereo(left, right, 0, frames, bank, state, band);
    if (gain === 1) return;
    for (let i = 0; i < frames; i++) {
      left[i] *= gain;
      right[i] *= gain;
    }
  }

  /** Turn down, or take the bass out of, the difference between the sides. */
  private narrow(left: Float64Array, right: Float64Array, frames: number): void {
    const { side, sideGain } = this;
    for (let i = 0; i < frames; i++) {
      side[i] = 0.5 * sideGain * (left[i] - right[i]);
      left[i] = 0.5 * (left[i] + right[i]);
    }
    if (this.sideHighPass) processSingle(side, 0, frames, this.sideHighPass, this.sideState, 0, 0);
    for (let i = 0; i < frames; i++) {
      right[i] = left[i] - side[i];
      left[i] += side[i];
    }
  }
}
