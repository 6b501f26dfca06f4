/** Figures of two contenders that took turns: A B A B … */
export interface Pairs {
  readonly ours: readonly number[];
  readonly peer: readonly number[];
}

/** Let two contenders take turns, after one unmeasured turn each where something has to warm up. */
export async function taken(
  pairs: number,
  ours: () => number | Promise<number>,
  peer: () => number | Promise<number>,
  warmUp = false,
): Promise<Pairs> {
  if (warmUp) {
    await ours();
    await peer();
  }
  const figures = { ours: [] as number[], peer: [] as number[] };
  for (let i = 0; i < pairs; i++) {
    figures.ours.push(await ours());
    figures.peer.push(await peer());
  }
  return figures;
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}

/** What a bench trusts: the median of the ratios of neighbours, which a busy machine slows alike. */
export function ratiosOf({ ours, peer }: Pairs): number[] {
  return ours.map((value, i) => value / peer[i]!);
}

/** "0.39–0.44": smallest and largest. */
export function spread(values: readonly number[], decimals = 2): string {
  return `${Math.min(...values).toFixed(decimals)}–${Math.max(...values).toFixed(decimals)}`;
}
