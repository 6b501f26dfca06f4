import { expect, test } from 'vitest';
import { labelPlaces, type Labelled } from '../../src/pictures/label-places.ts';

const thing = (x: number, y: number): Labelled => ({
  x,
  y,
  halfWidth: 10,
  halfHeight: 10,
  labelWidth: 50,
  labelHeight: 14,
});

function overlap(a: { left: number; top: number }, b: { left: number; top: number }): boolean {
  return Math.abs(a.left - b.left) < 50 && Math.abs(a.top - b.top) < 14;
}

test('A thing that stands alone has its label at its right', () => {
  expect(labelPlaces([thing(100, 100)], 400, 300)).toEqual([{ left: 113, top: 93, far: false }]);
});

test('At the right edge the label goes to the left, so that none is cut off', () => {
  expect(labelPlaces([thing(380, 100)], 400, 300)[0].left).toBeLessThan(330);
});

test('Six stems heaped in the middle keep labels that do not lie on each other', () => {
  const heap = [0, 1, 2, 3, 4, 5].map((i) => thing(200 + i, 120 + 6 * i));
  const places = labelPlaces(heap, 400, 300);
  for (const [i, a] of places.entries())
    for (const b of places.slice(i + 1)) expect(overlap(a, b), JSON.stringify([a, b])).toBe(false);
});
