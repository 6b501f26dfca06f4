import { DelayTap } from './delay-tap.ts';
import type { Device } from './device.ts';
import { feedbackLines, type FeedbackLines } from './feedback-lines.ts';
import { FeedbackNetwork, NETWORK_FRAMES } from './feedback-network.ts';
import { FeedbackSettings } from './feedback-settings.ts';
import { clampValues } from './parameter.ts';
import { Ramp } from './ramp.ts';
import { ReverbDiffuser } from './reverb-diffuser.ts';
import { ReverbLowCut } from './reverb-low-cut.ts';
import { REVERB_KINDS, REVERB_PARAMETERS, type ReverbSettings } from './reverb-parameters.ts';
import { sanitise } from './sanitise.ts';

/** −400 dBFS: below this nothing is heard, and going on would end in denormal numbers. */
const SILENCE = 1e-20;

/**
 * Room, plate or hall: pre-delay → low cut → diffuser → feedback delay network, mixed with the dry signal.
 *
 * Noise of equal energy an octave leaves a mix of 100 % as loud as it went in, at any decay and in any kind, so that
 * settings compare at one level. The two sides of the tail are uncorrelated. Once the tail is over, nothing is computed.
 */
export class Reverb implements Device<Partial<ReverbSettings>> {
  readonly latencySamples = 0;
  private sampleRate = 48000;
  private kinds: FeedbackLines[] = [];
  private preDelay = new DelayTap(1, 48000);
  private lowCut = new ReverbLowCut(48000);
  private diffuser = new ReverbDiffuser(48000);
  private network = new FeedbackNetwork(1, 48000);
  private readonly design = new FeedbackSettings();
  /** What the network has been asked for. */
  private now: Partial<ReverbSettings> = {};
  private readonly mix = new Ramp();
  private readonly sendLeft = new Float64Array(NETWORK_FRAMES);
  private readonly sendRight = new Float64Array(NETWORK_FRAMES);
  private readonly wetLeft = new Float64Array(NETWORK_FRAMES);
  private readonly wetRight = new Float64Array(NETWORK_FRAMES);
  /** For how long nothing has gone in or come out, and how long that must be until all memories are empty. */
  private silentFrames = 0;
  private emptyFrames = 0;
  private fresh = true;

  prepare(sampleRate: number): void {
    this.sampleRate = sampleRate;
    this.kinds = REVERB_KINDS.map(({ shortestMs, longestMs, seed }) =>
      feedbackLines(shortestMs, longestMs, seed, sampleRate),
    );
    const longestLine = Math.max(...this.kinds.map(({ delaySamples }) => Math.max(...delaySamples)));
    const longestPreDelay = Math.ceil((REVERB_PARAMETERS.preDelayMs.max / 1000) * sampleRate) + 1;
    this.preDelay = new DelayTap(longestPreDelay, sampleRate);
    this.lowCut = new ReverbLowCut(sampleRate);
    this.diffuser = new ReverbDiffuser(sampleRate);
    this.network = new FeedbackNetwork(longestLine, sampleRate);
    this.emptyFrames = longestPreDelay + this.network.longestFrames;
    this.mix.prepare(sampleRate);
    this.now = {};
    this.set({});
    this.reset();
  }

  set(settings: Partial<ReverbSettings>): void {
    const { kind, preDelayMs, decaySeconds, dampingHz, lowCutHz, mixPercent } = clampValues(
      REVERB_PARAMETERS,
      settings,
    );
    const { now } = this;
    if (kind !== now.kind || decaySeconds !== now.decaySeconds || dampingHz !== now.dampingHz) {
      this.design.design(this.kinds[kind], decaySeconds, dampingHz, this.sampleRate);
      this.network.to(this.design);
      this.now = { kind, decaySeconds, dampingHz };
    }
    // One more, because a sample is written before it is read.
    this.preDelay.to(Math.round((preDelayMs / 1000) * this.sampleRate) + 1);
    this.lowCut.to(lowCutHz);
    this.mix.to(mixPercent / 100);
    if (this.fresh) this.settle();
  }

  reset(): void {
    this.preDelay.reset();
    this.lowCut.reset();
    this.diffuser.reset();
    this.network.reset();
    this.mix.settle();
    this.silentFrames = this.emptyFrames;
    this.fresh = true;
  }

  process(left: Float64Array, right: Float64Array, frames: number): void {
    this.fresh = false;
    sanitise(left, right, frames);
    for (let from = 0; from < frames; from += NETWORK_FRAMES)
      this.processStretch(left, right, from, Math.min(NETWORK_FRAMES, frames - from));
  }

  private processStretch(left: Float64Array, right: Float64Array, from: number, frames: number): void {
    const { sendLeft, sendRight, wetLeft, wetRight } = this;
    for (let i = 0; i < frames; i++) {
      sendLeft[i] = left[from + i];
      sendRight[i] = right[from + i];
    }
    if (this.silentFrames >= this.emptyFrames && isSilent(sendLeft, sendRight, frames)) {
      this.rest(frames);
    } else {
      this.preDelay.process(sendLeft, sendRight, frames);
      this.lowCut.process(sendLeft, sendRight, frames);
      this.diffuser.process(sendLeft, sendRight, frames);
      this.network.process(sendLeft, sendRight, wetLeft, wetRight, frames);
      this.countSilence(left, right, from, frames);
    }
    this.blend(left, right, from, frames);
  }

  private blend(left: Float64Array, right: Float64Array, from: number, frames: number): void {
    const { mix, wetLeft, wetRight } = this;
    let wet = mix.value;
    for (let i = 0; i < frames; i++) {
      if (mix.moving) wet = mix.next();
      left[from + i] += wet * (wetLeft[i] - left[from + i]);
      right[from + i] += wet * (wetRight[i] - right[from + i]);
    }
  }

  /** Let time pass with every memory empty. */
  private rest(frames: number): void {
    this.network.rest(frames);
    this.preDelay.settle();
    this.lowCut.settle();
    this.wetLeft.fill(0, 0, frames);
    this.wetRight.fill(0, 0, frames);
  }

  /** Once it has been silent for longer than any memory lasts, what is left of the tail is forgotten. */
  private countSilence(left: Float64Array, right: Float64Array, from: number, frames: number): void {
    const { wetLeft, wetRight } = this;
    const last = frames - 1;
    if (Math.abs(wetLeft[last]) >= SILENCE) {
      this.silentFrames = 0;
      return;
    }
    for (let i = 0; i < frames; i++) {
      const input = Math.abs(left[from + i]) + Math.abs(right[from + i]);
      const tail = Math.abs(wetLeft[i]) + Math.abs(wetRight[i]);
      this.silentFrames = input + tail < SILENCE ? this.silentFrames + 1 : 0;
    }
    if (this.silentFrames < this.emptyFrames) return;
    this.preDelay.reset();
    this.lowCut.clear();
    this.diffuser.reset();
    this.network.clear();
  }

  private settle(): void {
    this.network.settle();
    this.preDelay.settle();
    this.lowCut.settle();
    this.mix.settle();
  }
}

function isSilent(left: Float64Array, right: Float64Array, frames: number): boolean {
  for (let i = 0; i < frames; i++) if (Math.abs(left[i]) + Math.abs(right[i]) >= SILENCE) return false;
  return true;
}
