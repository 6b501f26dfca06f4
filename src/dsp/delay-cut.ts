import { Ramp } from './ramp.ts';

/**
 * One-pole filter of 6 dB/octave on a stereo pair, −3 dB at its corner: the trapezoidal one-pole of V. Zavalishin, "The
 * Art of VA Filter Design" (2012), ch. 3. It passes no frequency at more than 1, hence is safe inside a loop.
 * Off, it leaves the signal as it is; it goes on running, so that it is warm when it returns.
 */
export class DelayCut {
  left = 0;
  right = 0;
  private readonly keepsLows: boolean;
  private readonly sampleRate: number;
  /** g / (1 + g), where g = tan(π f / fs). */
  private readonly share = new Ramp();
  private readonly amount = new Ramp(0);
  private stateLeft = 0;
  private stateRight = 0;

  constructor(passes: 'lows' | 'highs', sampleRate: number) {
    this.keepsLows = passes === 'lows';
    this.sampleRate = sampleRate;
    this.share.prepare(sampleRate);
    this.amount.prepare(sampleRate);
  }

  to(frequencyHz: number, on: boolean): void {
    const g = Math.tan((Math.PI * Math.min(frequencyHz, 0.49 * this.sampleRate)) / this.sampleRate);
    this.share.to(g / (1 + g));
    this.amount.to(on ? 1 : 0);
  }

  settle(): void {
    this.share.settle();
    this.amount.settle();
  }

  reset(): void {
    this.stateLeft = 0;
    this.stateRight = 0;
    this.settle();
  }

  /** Filter one sample; the result is `left` and `right`. */
  filter(left: number, right: number): void {
    const share = this.share.next();
    const amount = this.amount.next();
    const stepLeft = (left - this.stateLeft) * share;
    const stepRight = (right - this.stateRight) * share;
    const lowLeft = this.stateLeft + stepLeft;
    const lowRight = this.stateRight + stepRight;
    this.stateLeft = lowLeft + stepLeft;
    this.stateRight = lowRight + stepRight;
    // What is taken away: the highs of a high cut, the lows of a low cut.
    this.left = left - amount * (this.keepsLows ? left - lowLeft : lowLeft);
    this.right = right - amount * (this.keepsLows ? right - lowRight : lowRight);
  }

  /** Drop what is far below hearing, before it ends in denormal numbers. */
  flush(): void {
    if (Math.abs(this.stateLeft) < TINY) this.stateLeft = 0;
    if (Math.abs(this.stateRight) < TINY) this.stateRight = 0;
  }
}

const TINY = 1e-30;
