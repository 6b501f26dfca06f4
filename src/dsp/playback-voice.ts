import { COEFFICIENTS, BUTTERWORTH_Q, designBiquad } from './biquad.ts';
import { processBand, processPair, STATES } from './biquad-cascade.ts';
import { dbToGain } from './decibels.ts';
import { playbackCoefficients, playbackMatchDb, type PlaybackSystem } from './playback-systems.ts';

/** Most samples at once. */
export const PLAYBACK_SLICE = 128;

/** One playback system with its filters' memory. */
export class PlaybackVoice {
  private readonly bands: number;
  private readonly coefficients: Float64Array;
  private readonly state: Float64Array;
  private readonly gain: number;
  private readonly sideGain: number;
  private readonly sideHighPass: Float64Array | null = null;
  private readonly sideState = new Float64Array(STATES);
  private readonly side = new Float64Array(PLAYBACK_SLICE);
  /** The side filter wants a pair; this stays silent. */
  private readonly nothing = new Float64Array(PLAYBACK_SLICE);

  constructor(system: PlaybackSystem, sampleRate: number) {
    this.bands = system.bands.length;
    this.coefficients = playbackCoefficients(system, sampleRate);
    this.state = new Float64Array(this.bands * STATES);
    this.gain = dbToGain(playbackMatchDb(this.coefficients, sampleRate));
    this.sideGain = system.sideGain;
    if (system.monoBelowHz > 0) {
      this.sideHighPass = new Float64Array(COEFFICIENTS);
      designBiquad(this.sideHighPass, 0, 'highPass', sampleRate, system.monoBelowHz, 0, BUTTERWORTH_Q);
    }
  }

  reset(): void {
    this.state.fill(0);
    this.sideState.fill(0);
  }

  /** At most PLAYBACK_SLICE finite samples, in place. */
  process(left: Float64Array, right: Float64Array, frames: number): void {
    const { bands, coefficients, state, gain } = this;
    if (this.sideGain !== 1 || this.sideHighPass) this.narrow(left, right, frames);
    let band = 0;
    for (; band + 1 < bands; band += 2)
      processPair(left, right, 0, frames, coefficients, state, band, band + 1);
    if (band < bands) processBand(left, right, 0, frames, coefficients, state, band);
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
    if (this.sideHighPass) processBand(side, this.nothing, 0, frames, this.sideHighPass, this.sideState, 0);
    for (let i = 0; i < frames; i++) {
      right[i] = left[i] - side[i];
      left[i] += side[i];
    }
  }
}
