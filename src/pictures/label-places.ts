/** What a label belongs to, and its size, in CSS pixels. */
export interface Labelled {
  /** Middle of the thing. */
  readonly x: number;
  readonly y: number;
  /** Half its width and height: a label keeps clear of it. */
  readonly halfWidth: number;
  readonly halfHeight: number;
  readonly labelWidth: number;
  readonly labelHeight: number;
}

/** A label's left upper corner, and whether it lies so far away that it needs a line to its thing. */
export interface LabelPlace {
  readonly left: number;
  readonly top: number;
  readonly far: boolean;
}

interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const GAP = 3;
/** A label over a disc is worse than one over another's edge of the same size. */
const OVER_LABEL = 4;
const OUTSIDE = 20;

/**
 * Put a label beside each thing so that labels hide neither each other nor other things: point-feature labelling,
 * greedy over a few candidate places (Christensen, Marks & Shieber 1995). Things that come first choose first.
 */
export function labelPlaces(things: readonly Labelled[], width: number, height: number): LabelPlace[] {
  const bodies = things.map(bodyOf);
  const taken: Rectangle[] = [];
  return things.map((thing, i) => {
    let best = candidates(thing)[0];
    let bestCost = Infinity;
    for (const [rank, candidate] of candidates(thing).entries()) {
      const { left, top } = candidate;
      const rectangle = { left, top, right: left + thing.labelWidth, bottom: top + thing.labelHeight };
      let cost = rank * 4 + OUTSIDE * outside(rectangle, width, height);
      for (const label of taken) cost += OVER_LABEL * overlap(rectangle, label);
      for (let j = 0; j < bodies.length; j++) if (j !== i) cost += overlap(rectangle, bodies[j]);
      if (cost < bestCost) [best, bestCost] = [candidate, cost];
    }
    taken.push({
      left: best.left,
      top: best.top,
      right: best.left + thing.labelWidth,
      bottom: best.top + thing.labelHeight,
    });
    return best;
  });
}

/** From the best place to the last resort: right, left, below, above, the corners, then further off with a line. */
function candidates({ x, y, halfWidth, halfHeight, labelWidth, labelHeight }: Labelled): LabelPlace[] {
  const right = x + halfWidth + GAP;
  const left = x - halfWidth - GAP - labelWidth;
  const middle = y - labelHeight / 2;
  const below = y + halfHeight + GAP;
  const above = y - halfHeight - GAP - labelHeight;
  const near = [
    [right, middle],
    [left, middle],
    [x - labelWidth / 2, below],
    [x - labelWidth / 2, above],
    [right, middle + labelHeight * 0.6],
    [left, middle + labelHeight * 0.6],
    [right, middle - labelHeight * 0.6],
    [left, middle - labelHeight * 0.6],
  ].map(([l, t]) => ({ left: l, top: t, far: false }));
  const far = [1, 2, 3].flatMap((step) =>
    [
      [right + step * 18, middle + step * labelHeight],
      [left - step * 18, middle + step * labelHeight],
      [right + step * 18, middle - step * labelHeight],
      [left - step * 18, middle - step * labelHeight],
      [right + step * 30, middle],
      [left - step * 30, middle],
    ].map(([l, t]) => ({ left: l, top: t, far: true })),
  );
  return [...near, ...far];
}

function bodyOf({ x, y, halfWidth, halfHeight }: Labelled): Rectangle {
  return { left: x - halfWidth, top: y - halfHeight, right: x + halfWidth, bottom: y + halfHeight };
}

function overlap(a: Rectangle, b: Rectangle): number {
  const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return across > 0 && down > 0 ? across * down : 0;
}

function outside({ left, top, right, bottom }: Rectangle, width: number, height: number): number {
  return Math.max(0, -left) + Math.max(0, -top) + Math.max(0, right - width) + Math.max(0, bottom - height);
}
