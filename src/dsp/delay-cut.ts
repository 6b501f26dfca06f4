import { Ramp } from './ramp.ts';

/**
 * One-pole filter of 6 dB/octave on a stereo pair, −3 dB at its corner: the trapezoidal one-pole of V. Zavalishin, "The
 * Art of VA Filter Design" (2012), ch. 3. It passes no frequency at more than 1, hence is safe inside a loop.
 * Off, it leaves the signal as it is; it goes on running, so that it is warm when it returns.
 */
export class DelayCut {
  private readonly keepsLows: boolean;
  private readonly sampleRate: number;
  /** g / (1 + g), where g = tan(π f / fs). */
  private readonly share = new Ramp();
  private readonly amount = new Ramp(0);
  /** Of the left and of the right channel; numbers kept in an array are not boxed. */
  private readonly state = new Float64Array(2);

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
    this.state.fill(0);
    this.settle();
  }

  /** Filter one sample of two channels, in place. */
  filter(pair: Float64Array): void {
    const { keepsLows, state } = this;
    const share = this.share.next();
    const amount = this.amount.next();
    for (let side = 0; side < 2; side++) {
      const step = (pair[side] - state[side]) * share;
      const low = state[side] + step;
      state[side] = low + step;
      // What is taken away: the highs of a high cut, the lows of a low cut.
      pair[side] -= amount * (keepsLows ? pair[side] - low : low);
    }
  }

  /** Drop what is far below hearing, before it ends in denormal numbers. */
  flush(): void {
    const { state } = this;
    if (Math.abs(state[0]) < TINY) state[0] = 0;
    if (Math.abs(state[1]) < TINY) state[1] = 0;
  }
}

const TINY = 1e-30;
