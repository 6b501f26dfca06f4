import { COEFFICIENTS } from './biquad.ts';
import { processBand, processPair, processTriple, STATES } from './biquad-cascade.ts';
import type { Device } from './device.ts';
import { designBand, EQ_PARAMETERS, eqBands, type EqBand, type EqSettings } from './eq-bands.ts';
import { clampValues, defaultsOf } from './parameter.ts';
import { Ramp } from './ramp.ts';
import { LARGEST_SAMPLE, sanitise } from './sanitise.ts';

const BANDS = 7;
/** A flat band whose memory has decayed below −200 dBFS is dropped without a trace. */
const INAUDIBLE = 1e-10;

/** A filter's memory holds sums of a few samples times coefficients below 100. */
const LARGEST_STATE = LARGEST_SAMPLE * 1000;

/**
 * Parametric equaliser: seven biquads in series (see EQ_PARAMETERS).
 *
 * New settings move every coefficient along a raised cosine. The stable region of (a1, a2) is a triangle, hence
 * convex, so every point between two stable filters is stable. Flat bands cost nothing and change no bit.
 */
export class Eq implements Device<Partial<EqSettings>> {
  readonly latencySamples = 0;
  private sampleRate = 48000;
  private bands: EqBand[] = eqBands(defaultsOf(EQ_PARAMETERS));
  private readonly now = new Float64Array(BANDS * COEFFICIENTS);
  private readonly from = new Float64Array(BANDS * COEFFICIENTS);
  private readonly target = new Float64Array(BANDS * COEFFICIENTS);
  private readonly state = new Float64Array(BANDS * STATES);
  /** Numbers of the bands that need processing, in order. */
  private readonly active = new Int32Array(BANDS);
  private activeBands = 0;
  private readonly movement = new Ramp(1);
  private fresh = true;

  prepare(sampleRate: number): void {
    this.sampleRate = sampleRate;
    this.movement.prepare(sampleRate);
    this.bands.forEach((band, i) => designBand(this.target, i * COEFFICIENTS, band, sampleRate));
    this.reset();
  }

  set(settings: Partial<EqSettings>): void {
    const next = eqBands(clampValues(EQ_PARAMETERS, settings));
    for (let i = 0; i < BANDS; i++) {
      // A flat band has no place of its own: it takes its partner's, so that only the gain moves.
      if (this.bands[i].off && !this.movement.moving)
        designBand(this.now, i * COEFFICIENTS, { ...next[i], gainDb: 0, off: true }, this.sampleRate);
      if (next[i].off) next[i] = { ...this.bands[i], gainDb: 0, off: true };
      designBand(this.target, i * COEFFICIENTS, next[i], this.sampleRate);
    }
    this.bands = next;
    if (this.fresh) {
      this.settle();
    } else if (this.now.some((coefficient, i) => coefficient !== this.target[i])) {
      this.from.set(this.now);
      this.movement.jump(0);
      this.movement.to(1);
    }
  }

  reset(): void {
    this.state.fill(0);
    this.fresh = true;
    this.settle();
  }

  process(left: Float64Array, right: Float64Array, frames: number): void {
    this.fresh = false;
    if (this.activeBands === 0 && !this.movement.moving) {
      sanitise(left, right, frames);
      return;
    }
    const { active, now, state } = this;
    let start = 0;
    while (this.movement.moving && start < frames) {
      this.move();
      for (let band = 0; band < BANDS; band++) processBand(left, right, start, start + 1, now, state, band);
      start++;
    }
    let i = 0;
    if (this.activeBands % 2 === 1 && this.activeBands > 1) {
      processTriple(left, right, start, frames, now, state, active[0], active[1], active[2]);
      i = 3;
    }
    for (; i + 1 < this.activeBands; i += 2)
      processPair(left, right, start, frames, now, state, active[i], active[i + 1]);
    if (i < this.activeBands) processBand(left, right, start, frames, now, state, active[i]);
    if (this.poisoned()) {
      state.fill(0);
      left.fill(0, 0, frames);
      right.fill(0, 0, frames);
    }
    this.dropSilentFlatBands();
  }

  /** Whatever is not a number, or absurdly large, stays in a filter's memory: one look there after a block finds it. */
  private poisoned(): boolean {
    for (let i = 0; i < this.state.length; i++)
      if (!(this.state[i] < LARGEST_STATE && this.state[i] > -LARGEST_STATE)) return true;
    return false;
  }

  /** One sample of the movement from the old coefficients to the new. */
  private move(): void {
    const weight = this.movement.next();
    const { now, from, target } = this;
    for (let i = 0; i < now.length; i++) now[i] = from[i] + weight * (target[i] - from[i]);
    if (!this.movement.moving) this.settle();
  }

  /** Arrive at the target; every band that is on, or still ringing, stays active. */
  private settle(): void {
    this.movement.jump(1);
    this.now.set(this.target);
    this.activeBands = 0;
    for (let i = 0; i < BANDS; i++)
      if (!this.bands[i].off || this.rings(i)) this.active[this.activeBands++] = i;
  }

  private dropSilentFlatBands(): void {
    let kept = 0;
    for (let i = 0; i < this.activeBands; i++) {
      const band = this.active[i];
      if (!this.bands[band].off || this.rings(band)) this.active[kept++] = band;
      else this.state.fill(0, band * STATES, (band + 1) * STATES);
    }
    this.activeBands = kept;
  }

  private rings(band: number): boolean {
    for (let i = band * STATES; i < (band + 1) * STATES; i++)
      if (this.state[i] > INAUDIBLE || this.state[i] < -INAUDIBLE) return true;
    return false;
  }
}
