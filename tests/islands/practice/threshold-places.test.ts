import { expect, it } from 'vitest';
import { CHART, thresholdPlaces } from '../../../src/islands/practice/threshold-places.ts';
import type { PracticeEntry } from '../../../src/training/practice-history.ts';

function entry(day: string, size: number, low = size * 0.7, high = size * 1.4): PracticeEntry {
  const about = { exercise: 'level-change', source: 'pink-noise', way: 'abx' } as const;
  return {
    recordId: `${day} ${size}`,
    day,
    way: 'abx',
    threshold: { ...about, rule: 2, unit: 'dB', size, low, high, reversals: 6 },
    right: 9,
    n: 12,
    heardShare: 0.5,
    guessingChance: 0.07,
    notYet: false,
  };
}

it('Halving a threshold lowers it by the same height anywhere on the axis', () => {
  const { points } = thresholdPlaces([
    entry('2026-11-01', 4),
    entry('2026-11-02', 2),
    entry('2026-11-03', 1),
  ]);
  expect(points[1].y - points[0].y).toBeGreaterThan(5);
  expect(points[1].y - points[0].y).toBeCloseTo(points[2].y - points[1].y, 9);
});

it('Ten days take ten times the width of one', () => {
  const { points } = thresholdPlaces([
    entry('2026-11-01', 1),
    entry('2026-11-11', 1),
    entry('2026-11-12', 1),
  ]);
  expect((points[1].x - points[0].x) / (points[2].x - points[1].x)).toBeCloseTo(10, 6);
});

it('Intervals stay inside the chart: wide ones, one from zero, and 80 sets on one day', () => {
  const many = Array.from({ length: 80 }, (_, i) => entry('2026-11-01', 0.4 + i / 10));
  for (const entries of [
    [entry('2026-11-01', 1, 0, 900)],
    [entry('2026-11-01', 0, 0, 0)],
    [entry('2026-11-01', 1, 1, 1)],
    many,
  ])
    for (const { x, y, lowY, highY } of thresholdPlaces(entries).points) {
      for (const height of [y, lowY, highY]) {
        expect(height).toBeGreaterThanOrEqual(CHART.top - 1e-9);
        expect(height).toBeLessThanOrEqual(CHART.height - CHART.bottom + 1e-9);
      }
      expect(x).toBeGreaterThanOrEqual(CHART.left);
      expect(x).toBeLessThanOrEqual(CHART.width - CHART.right);
    }
});

it('A set without a threshold has no place', () => {
  expect(thresholdPlaces([{ ...entry('2026-11-01', 1), threshold: null }]).points).toEqual([]);
});
