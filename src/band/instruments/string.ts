import { framesIn, SAMPLE_RATE_HZ } from '../signal/sample-rate.ts';
import { unrolled } from '../signal/loop.ts';
import { pluckExcitation, type Pluck, type PluckEdge } from './pluck.ts';

/** What does not change while a string is played. */
export interface StringBuild {
  /** Distance of the pickup from the bridge, as a share of the string. */
  pickupPosition: number;
  /** Coefficient of the loop's all-pass (negative), which stretches the upper partials as stiff strings do. */
  stiffness: number;
  edge: PluckEdge;
}

/** Power of two above the longest period, E1 with its pickup comb. */
const DELAY_FRAMES = 4096;
/** The finger touches the string this long before it plucks again. */
const TOUCH_FRAMES = 140;
/** By then every stroke but an open bass string's has fallen below the floor. */
const PRE_ROLL_SECONDS = 6;

/** Delay line read between samples with third-order Lagrange interpolation. */
class DelayLine {
  private readonly frames = new Float64Array(DELAY_FRAMES);
  private next = 0;

  read(delayFrames: number): number {
    const position = this.next - delayFrames;
    const whole = Math.floor(position);
    const x = position - whole;
    return (
      (-x * (x - 1) * (x - 2) * this.at(whole - 1)) / 6 +
      ((x + 1) * (x - 1) * (x - 2) * this.at(whole)) / 2 -
      ((x + 1) * x * (x - 2) * this.at(whole + 1)) / 2 +
      ((x + 1) * x * (x - 1) * this.at(whole + 2)) / 6
    );
  }

  write(value: number): void {
    this.frames[this.next++ & (DELAY_FRAMES - 1)] = value;
  }

  private at(index: number): number {
    return this.frames[index & (DELAY_FRAMES - 1)];
  }
}

/**
 * One string as a digital waveguide (Smith, "Physical modeling using digital waveguides", 1992; Karplus & Strong 1983): a delay line
 * of one period with a loss filter, whose state carries over from stroke to stroke. Sound is taken at the pickup.
 */
class WaveguideString {
  private readonly build: StringBuild;
  private readonly line = new DelayLine();
  private delayFrames = 200;
  private loopGain = 0;
  private damping = 0;
  private lowPassState = 0;
  private allPassIn = 0;
  private allPassOut = 0;
  private offset = 0;
  private excitation: Float64Array = new Float64Array(0);
  private excited = 0;
  private pickupFrames = 20;

  constructor(build: StringBuild) {
    this.build = build;
  }

  pluck(pluck: Pluck): void {
    const { stiffness, pickupPosition, edge } = this.build;
    const periodFrames = SAMPLE_RATE_HZ / pluck.frequencyHz;
    // What the low-pass and the all-pass delay the fundamental by is taken off the line, or the string plays flat.
    this.delayFrames = periodFrames - pluck.damping - (1 - stiffness) / (1 + stiffness);
    this.damping = pluck.damping;
    this.loopGain = Math.pow(10, -3 / (pluck.frequencyHz * pluck.decaySeconds));
    this.pickupFrames = Math.max(2, periodFrames * pickupPosition);
    this.excitation = pluckExcitation(pluck, edge);
    this.excited = 0;
  }

  /** A hand settles on the string: each frame of it takes away a little energy and brightness. */
  mute(): void {
    this.loopGain = Math.max(0.8, this.loopGain * 0.999);
    this.damping = Math.min(0.5, this.damping + 0.0008);
  }

  /** The next frame of sound; `touched` while the finger already lies on the string for the next stroke. */
  next(touched: boolean): number {
    const arriving = this.line.read(this.delayFrames);
    const dulled = (1 - this.damping) * arriving + this.damping * this.lowPassState;
    this.lowPassState = arriving;
    const { stiffness } = this.build;
    const dispersed = stiffness * dulled + this.allPassIn - stiffness * this.allPassOut;
    this.allPassIn = dulled;
    this.allPassOut = dispersed;
    // Removes offset inside the loop. Below 0.1 Hz on purpose: at 4 Hz its phase sharpens E1 by 25 cents.
    this.offset += (dispersed - this.offset) * 1e-5;
    let wave = (dispersed - this.offset) * this.loopGain * (touched ? 0.93 : 1);
    if (this.excited < this.excitation.length) wave += this.excitation[this.excited++];
    this.line.write(wave);
    const whole = Math.floor(this.pickupFrames);
    const part = this.pickupFrames - whole;
    const reflected = this.line.read(whole + 1) * (1 - part) + this.line.read(whole + 2) * part;
    return wave - reflected;
  }
}

/** One string played once round a loop of `loopFrames`; strokes in any order. */
export function playString(plucks: readonly Pluck[], loopFrames: number, build: StringBuild): Float32Array {
  const preRoll = framesIn(PRE_ROLL_SECONDS);
  const strokes = unrolled(plucks, loopFrames, preRoll);
  const string = new WaveguideString(build);
  const out = new Float32Array(loopFrames);
  let upcoming = 0;
  let releaseFrame = Infinity;
  for (let i = 0; i < preRoll + loopFrames; i++) {
    let stroke = strokes[upcoming];
    while (stroke && stroke.event.startFrame + stroke.shiftFrames <= i) {
      string.pluck(stroke.event);
      releaseFrame = (stroke.event.releaseFrame ?? Infinity) + stroke.shiftFrames;
      stroke = strokes[++upcoming];
    }
    if (i >= releaseFrame) string.mute();
    const touched = stroke !== undefined && stroke.event.startFrame + stroke.shiftFrames - i <= TOUCH_FRAMES;
    const sample = string.next(touched);
    if (i >= preRoll) out[i - preRoll] = sample;
  }
  return out;
}
