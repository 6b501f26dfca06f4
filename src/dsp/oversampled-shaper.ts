import { OVERSAMPLING, OVERSAMPLING_DELAY, OversampledChannel, RAISED_HISTORY } from './oversampling.ts';
import { Ramp } from './ramp.ts';
import { shape, type Curve } from './saturation-curves.ts';

/**
 * A stereo pair through a curve at eight times the sample rate.
 *
 * A new curve comes in along a raised-cosine crossfade with the old one, at the high rate. One that is set meanwhile
 * waits for the end of the fade.
 */
export class OversampledShaper {
  readonly latencySamples = OVERSAMPLING_DELAY;
  private readonly channels = [new OversampledChannel(), new OversampledChannel()] as const;
  private readonly fade = new Ramp(1);
  private readonly weights = new Float64Array(OVERSAMPLING);
  private readonly incoming = new Float64Array(OVERSAMPLING);
  private from: Curve;
  private to: Curve;
  private waiting: Curve | null = null;

  constructor(curve: Curve) {
    this.from = curve;
    this.to = curve;
  }

  prepare(sampleRate: number): void {
    this.fade.prepare(sampleRate * OVERSAMPLING);
    this.reset();
  }

  reset(): void {
    for (const channel of this.channels) channel.reset();
    this.jump(this.waiting ?? this.to);
  }

  /** Be at this curve at once. */
  jump(curve: Curve): void {
    this.from = curve;
    this.to = curve;
    this.waiting = null;
    this.fade.jump(1);
  }

  /** Fade to this curve. */
  move(curve: Curve): void {
    if (this.fade.moving) {
      this.waiting = curve;
    } else if (!sameCurve(curve, this.to)) {
      this.to = curve;
      this.fade.jump(0);
      this.fade.to(1);
    }
  }

  /** At most OVERSAMPLING_SLICE samples, in place. */
  process(left: Float64Array, right: Float64Array, count: number): void {
    const [first, second] = this.channels;
    first.raise(left, count);
    second.raise(right, count);
    let done = 0;
    for (; done < count && this.fade.moving; done++) this.shapeFading(done);
    const start = OVERSAMPLING * done;
    const rest = OVERSAMPLING * (count - done);
    for (const { raised, shaped, shapedHistory } of this.channels)
      shape(this.to, raised, RAISED_HISTORY + start, shaped, shapedHistory + start, rest);
    first.lower(left, count);
    second.lower(right, count);
  }

  /** One sample of the low rate on the way from one curve to the other. */
  private shapeFading(index: number): void {
    const start = OVERSAMPLING * index;
    const { fade, weights, incoming } = this;
    for (let i = 0; i < OVERSAMPLING; i++) weights[i] = fade.next();
    for (const { raised, shaped, shapedHistory } of this.channels) {
      const to = shapedHistory + start;
      shape(this.from, raised, RAISED_HISTORY + start, shaped, to, OVERSAMPLING);
      shape(this.to, raised, RAISED_HISTORY + start, incoming, 0, OVERSAMPLING);
      for (let i = 0; i < OVERSAMPLING; i++) shaped[to + i] += weights[i] * (incoming[i] - shaped[to + i]);
    }
    if (fade.moving) return;
    this.from = this.to;
    if (this.waiting) {
      const next = this.waiting;
      this.waiting = null;
      this.move(next);
    }
  }
}

function sameCurve(a: Curve, b: Curve): boolean {
  return (
    a.hard === b.hard &&
    a.gain === b.gain &&
    a.bias === b.bias &&
    a.linear === b.linear &&
    a.scale === b.scale
  );
}
