import { DelayCut } from './delay-cut.ts';
import {
  DELAY_PARAMETERS,
  delaySeconds,
  LONGEST_DELAY_SECONDS,
  type DelaySettings,
} from './delay-parameters.ts';
import { DelayTap } from './delay-tap.ts';
import type { Device } from './device.ts';
import { clampValues } from './parameter.ts';
import { Ramp } from './ramp.ts';
import { sanitise } from './sanitise.ts';

/** Repeats below this (−600 dBFS) end, before they become denormal numbers. */
const TINY = 1e-30;

/**
 * Echo in time with the song: the nth repeat is the feedback to the power of n − 1, and has been through the cuts n times.
 *
 * Ping-pong sends the sum of both sides to the left, then each repeat to the other side. The way from one side to the
 * other is a mixture of both ways, whose gain is never above the feedback, so it is stable while it moves, too.
 * A new time crossfades (DelayTap): repeats keep their pitch.
 */
export class Delay implements Device<Partial<DelaySettings>> {
  readonly latencySamples = 0;
  private sampleRate = 48000;
  private tap = new DelayTap(1, 48000);
  private lowCut = new DelayCut('highs', 48000);
  private highCut = new DelayCut('lows', 48000);
  private readonly feedback = new Ramp();
  private readonly cross = new Ramp();
  private readonly mix = new Ramp();
  /** The sample on its way into the memory. */
  private readonly goesIn = { left: new Float64Array(1), right: new Float64Array(1) };
  private fresh = true;

  prepare(sampleRate: number): void {
    this.sampleRate = sampleRate;
    this.tap = new DelayTap(Math.ceil(LONGEST_DELAY_SECONDS * sampleRate), sampleRate);
    this.lowCut = new DelayCut('highs', sampleRate);
    this.highCut = new DelayCut('lows', sampleRate);
    for (const ramp of [this.feedback, this.cross, this.mix]) ramp.prepare(sampleRate);
    this.set({});
    this.reset();
  }

  set(settings: Partial<DelaySettings>): void {
    const s = clampValues(DELAY_PARAMETERS, settings);
    this.tap.to(Math.max(1, Math.round(delaySeconds(s) * this.sampleRate)));
    this.lowCut.to(s.lowCutHz, s.lowCutHz > DELAY_PARAMETERS.lowCutHz.min);
    this.highCut.to(s.highCutHz, s.highCutHz < DELAY_PARAMETERS.highCutHz.max);
    this.feedback.to(s.feedbackPercent / 100);
    this.cross.to(s.pingPong);
    this.mix.to(s.mixPercent / 100);
    if (this.fresh) this.settle();
  }

  reset(): void {
    this.tap.reset();
    this.lowCut.reset();
    this.highCut.reset();
    this.settle();
    this.fresh = true;
  }

  process(left: Float64Array, right: Float64Array, frames: number): void {
    this.fresh = false;
    sanitise(left, right, frames);
    const { goesIn, highCut, lowCut, tap } = this;
    const wet = tap.out;
    for (let i = 0; i < frames; i++) {
      const feedback = this.feedback.next();
      const cross = this.cross.next();
      const mix = this.mix.next();
      const l = left[i];
      const r = right[i];
      tap.advance();
      lowCut.filter(wet);
      highCut.filter(wet);
      const straightLeft = l + feedback * wet[0];
      const straightRight = r + feedback * wet[1];
      const crossedLeft = 0.5 * (l + r) + feedback * wet[1];
      const crossedRight = feedback * wet[0];
      goesIn.left[0] = audible(straightLeft + cross * (crossedLeft - straightLeft));
      goesIn.right[0] = audible(straightRight + cross * (crossedRight - straightRight));
      tap.write(goesIn.left, goesIn.right, 0);
      left[i] = l + mix * (wet[0] - l);
      right[i] = r + mix * (wet[1] - r);
    }
    lowCut.flush();
    highCut.flush();
  }

  private settle(): void {
    this.tap.settle();
    this.lowCut.settle();
    this.highCut.settle();
    for (const ramp of [this.feedback, this.cross, this.mix]) ramp.settle();
  }
}

function audible(sample: number): number {
  return sample < TINY && sample > -TINY ? 0 : sample;
}
