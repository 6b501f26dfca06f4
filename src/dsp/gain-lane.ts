import { dbToGain } from './decibels.ts';
import type { GainPoint } from './mix-spec.ts';
import { Ramp } from './ramp.ts';

/** The curve is computed at every 32nd frame of the loop (0.7 ms) and drawn straight between. */
const GRID_FRAMES = 32;

/**
 * An automation lane for gain: straight lines in dB between points, closed over the loop's end.
 *
 * Another set of points fades in over one ramp; one that arrives meanwhile waits for the ramp to end.
 */
export class GainLane {
  private readonly sampleRate: number;
  private readonly loopFrames: number;
  private points: readonly GainPoint[] = [];
  private next: readonly GainPoint[] = [];
  private waiting: readonly GainPoint[] | null = null;
  /** 0 = `points`, 1 = `next`. */
  private readonly change = new Ramp(0);

  /** @param loopFrames length of the loop; 0 when there is none, then the last point's gain stays */
  constructor(sampleRate: number, loopFrames: number) {
    this.sampleRate = sampleRate;
    this.loopFrames = loopFrames;
    this.change.prepare(sampleRate);
  }

  set(points: readonly GainPoint[]): void {
    if (this.change.moving) {
      this.waiting = points;
      return;
    }
    if (samePoints(points, this.points)) return;
    this.next = points;
    this.change.jump(0);
    this.change.to(1);
  }

  /** Take on the last points at once. */
  settle(): void {
    this.points = this.waiting ?? (this.change.moving ? this.next : this.points);
    this.waiting = null;
    this.change.jump(0);
  }

  /** True when it multiplies by exactly 1. */
  get flat(): boolean {
    return this.points.length === 0 && !this.change.moving;
  }

  /** Multiply `frames` samples in place; the first stands at `position` frames of the loop (may be negative). */
  multiply(left: Float64Array, right: Float64Array, position: number, frames: number): void {
    let done = 0;
    while (done < frames) {
      const at = this.wrapped(position + done);
      const start = at - (at % GRID_FRAMES);
      const end = Math.min(start + GRID_FRAMES, this.loopFrames || Infinity);
      const count = Math.min(frames - done, end - at);
      this.multiplySpan(left, right, done, count, at - start, start, end);
      done += count;
    }
  }

  /** Within one grid span: old and new curve are straight lines, crossfaded while they change. */
  private multiplySpan(
    left: Float64Array,
    right: Float64Array,
    from: number,
    count: number,
    offset: number,
    start: number,
    end: number,
  ): void {
    const length = end - start;
    const gain = this.gainAt(this.points, start);
    const step = (this.gainAt(this.points, end) - gain) / length;
    const { change } = this;
    if (!change.moving) {
      for (let i = 0; i < count; i++) {
        const g = gain + step * (offset + i);
        left[from + i] *= g;
        right[from + i] *= g;
      }
      return;
    }
    const nextGain = this.gainAt(this.next, start);
    const nextStep = (this.gainAt(this.next, end) - nextGain) / length;
    for (let i = 0; i < count; i++) {
      const weight = change.next();
      const old = gain + step * (offset + i);
      const g = old + weight * (nextGain + nextStep * (offset + i) - old);
      left[from + i] *= g;
      right[from + i] *= g;
    }
    if (!change.moving) this.arrive();
  }

  private arrive(): void {
    const { waiting } = this;
    this.points = this.next;
    this.waiting = null;
    this.change.jump(0);
    if (waiting) this.set(waiting);
  }

  private wrapped(frame: number): number {
    if (this.loopFrames === 0) return Math.max(0, frame);
    const rest = frame % this.loopFrames;
    return rest < 0 ? rest + this.loopFrames : rest;
  }

  private gainAt(points: readonly GainPoint[], frame: number): number {
    if (points.length === 0) return 1;
    const seconds = frame / this.sampleRate;
    const loopSeconds = this.loopFrames / this.sampleRate;
    const last = points.length - 1;
    let after = 0;
    while (after <= last && points[after].seconds <= seconds) after++;
    const before = points[after === 0 ? last : after - 1];
    const beyond = points[after > last ? 0 : after];
    if (this.loopFrames === 0 && (after === 0 || after > last))
      return dbToGain((after === 0 ? beyond : before).gainDb);
    const from = after === 0 ? before.seconds - loopSeconds : before.seconds;
    const to = after > last ? beyond.seconds + loopSeconds : beyond.seconds;
    const share = to > from ? (seconds - from) / (to - from) : 1;
    return dbToGain(before.gainDb + share * (beyond.gainDb - before.gainDb));
  }
}

function samePoints(a: readonly GainPoint[], b: readonly GainPoint[]): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++)
    if (a[i].seconds !== b[i].seconds || a[i].gainDb !== b[i].gainDb) return false;
  return true;
}
