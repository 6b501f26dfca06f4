/**
 * Draws from a 32-bit seed: mulberry32 (Ettinger 2017), integers only, so that no platform rounds differently. The same
 * seed gives the same draws in Node and in every browser.
 */
export class Draw {
  private state: number;

  /** @param seed any number; its lower 32 bits count */
  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** A whole number, 0 … 2³² − 1. */
  bits(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (t ^ (t >>> 14)) >>> 0;
  }

  coin(): boolean {
    return this.bits() >>> 31 === 1;
  }

  /** A whole number, 0 … below − 1. @param below 1 … 2¹⁶, so that no number is favoured by more than 1 in 65,536 */
  below(below: number): number {
    return Math.floor((this.bits() / 2 ** 32) * below);
  }

  /** Any of the places between two numbers, the lower one included. */
  between(from: number, to: number): number {
    return from + (this.bits() / 2 ** 32) * (to - from);
  }

  /** One of a list that is not empty. */
  of<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)];
  }

  /** The same items in another order (Fisher and Yates 1938). */
  shuffled<Item>(items: readonly Item[]): Item[] {
    const order = [...items];
    for (let i = order.length - 1; i > 0; i--) {
      const j = this.below(i + 1);
      [order[i], order[j]] = [order[j], order[i]];
    }
    return order;
  }
}

/** A seed of its own for the nth of something, so that each can be drawn without those before it. */
export function seedOf(seed: number, n: number): number {
  return new Draw(seed ^ Math.imul(n + 1, 0x9e3779b1)).bits();
}
