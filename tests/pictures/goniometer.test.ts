import { describe, expect, test } from 'vitest';
import { PICTURES_PER_SECOND, SCOPE_POINTS } from '../../src/analysis/lap-analysis.ts';
import {
  averageCorrelation,
  correlationAt,
  midSideDb,
  pictureAt,
  restingMoments,
  scopePoints,
  scopeZoom,
} from '../../src/pictures/goniometer.ts';
import {
  correlationNumber,
  correlationWords,
  goniometerWords,
  levelWords,
} from '../../src/pictures/goniometer-words.ts';

const COUNT = PICTURES_PER_SECOND * SCOPE_POINTS;

/** One second in which every point is the same. */
function scopeOf(left: number, right: number): { scope: Int8Array } {
  const scope = new Int8Array(2 * COUNT);
  for (let i = 0; i < scope.length; i += 2) scope.set([left * 127, right * 127], i);
  return { scope };
}

function firstPoint(left: number, right: number, zoom = 1): number[] {
  const points = new Float32Array(2 * SCOPE_POINTS);
  scopePoints(scopeOf(left, right), 0.5, 0, zoom, points);
  return [...points.subarray(0, 2)];
}

describe('Where a point lies', () => {
  test('Mono is upright and at full scale touches the upper corner', () => {
    const [x, y] = firstPoint(1, 1);
    expect(x).toBeCloseTo(0, 6);
    expect(y).toBeCloseTo(1, 6);
  });

  test('Left alone leans left by 45°, right alone right', () => {
    expect(firstPoint(1, 0)[0]).toBeCloseTo(-firstPoint(1, 0)[1], 6);
    expect(firstPoint(0, 1)[0]).toBeCloseTo(firstPoint(0, 1)[1], 6);
  });

  test('Sides that cancel in mono lie across', () => {
    expect(firstPoint(-1, 1)[0]).toBeCloseTo(1, 6);
    expect(firstPoint(-1, 1)[1]).toBeCloseTo(0, 6);
  });

  test('Enlarged beyond the diamond it stays on the edge, in its direction', () => {
    const [x, y] = firstPoint(0.5, 1, 4);
    expect(x + y).toBeCloseTo(1, 6);
    expect(x / y).toBeCloseTo(firstPoint(0.5, 1)[0] / firstPoint(0.5, 1)[1], 2);
  });

  test('The picture before the first is the last of the loop', () => {
    expect(pictureAt(scopeOf(0, 0), -0.01)).toBe(PICTURES_PER_SECOND - 1);
    expect(pictureAt(scopeOf(0, 0), 1)).toBe(0);
  });
});

describe('Middle and side', () => {
  test('Mono has no side, opposite sides no middle', () => {
    expect(midSideDb(scopeOf(1, 1), 0.5)).toEqual({ midDb: 0, sideDb: -Infinity });
    expect(midSideDb(scopeOf(-1, 1), 0.5).midDb).toBe(-Infinity);
  });

  test('One side alone is as much middle as side, 6 dB down each', () => {
    const { midDb, sideDb } = midSideDb(scopeOf(1, 0), 0.5);
    expect(midDb).toBeCloseTo(-6.02, 2);
    expect(sideDb).toBeCloseTo(-6.02, 2);
  });

  test('At a moment the last 0.4 s count, at rest the whole lap', () => {
    const { scope } = scopeOf(1, 1);
    scope.fill(0, 0, COUNT);
    expect(midSideDb({ scope }, 0.45).midDb).toBe(-Infinity);
    expect(midSideDb({ scope }, 0.95).midDb).toBeCloseTo(0, 6);
    expect(midSideDb({ scope }, null).midDb).toBeCloseTo(-3.01, 2);
    expect(midSideDb({ scope: new Int8Array(0) }, null).midDb).toBe(-Infinity);
  });

  test('The moments seen at rest are spread over the loop', () => {
    const moments = restingMoments(scopeOf(0, 0));
    expect(moments[0]).toBeLessThan(0.1);
    expect(moments[moments.length - 1]).toBeGreaterThan(0.9);
    expect(new Set(moments.map((moment) => pictureAt(scopeOf(0, 0), moment))).size).toBe(PICTURES_PER_SECOND);
  });

  test('A quiet lap is enlarged, at most eight times', () => {
    expect(scopeZoom(scopeOf(1, 1))).toBe(1);
    expect(scopeZoom(scopeOf(0.01, 0))).toBe(8);
    expect(scopeZoom(scopeOf(0.5, -0.5))).toBeCloseTo(127 / 63, 6);
  });
});

describe('Correlation', () => {
  test.each([
    [1, '+1.00: nearly mono, safe on one speaker'],
    [0.92, '+0.92: nearly mono, safe on one speaker'],
    [0.9, '+0.90: nearly mono, safe on one speaker'],
    [0.89, '+0.89: wide, and safe on one speaker'],
    [0.5, '+0.50: wide, and safe on one speaker'],
    [0.49, '+0.49: very wide, still adds up on one speaker'],
    [0.2, '+0.20: very wide, still adds up on one speaker'],
    [0, '0.00: as wide as it may be: the sides get quieter in mono'],
    [-0.001, '0.00: as wide as it may be: the sides get quieter in mono'],
    [-0.01, '−0.01: cancels in mono: parts vanish on one speaker'],
    [-1, '−1.00: cancels in mono: parts vanish on one speaker'],
    [NaN, 'silent'],
  ])('%s is said as “%s”', (value, words) => {
    expect(correlationWords(value)).toBe(words);
  });

  test('Silence has no number and does not count in the average', () => {
    expect(correlationNumber(NaN)).toBe('–');
    expect(averageCorrelation({ correlation: Float32Array.of(NaN, 0.5, 1) })).toBeCloseTo(0.75, 6);
    expect(averageCorrelation({ correlation: Float32Array.of(NaN) })).toBeNaN();
  });

  test('It is read at the playhead, round and round', () => {
    const correlation = Float32Array.from({ length: PICTURES_PER_SECOND }, (_, i) => i / 20);
    expect(correlationAt({ correlation }, 0.5)).toBeCloseTo(0.5, 6);
    expect(correlationAt({ correlation }, 1.5)).toBeCloseTo(0.5, 6);
  });
});

const mixed = { label: 'Mixed', averageCorrelation: 0.71, midDb: -17, sideDb: -25 };
const raw = { label: 'Raw', averageCorrelation: 0.98 };

test('At rest the words give the whole loop', () => {
  expect(goniometerWords(mixed, raw, null)).toBe(
    'Over the loop “Mixed” averages +0.71: wide, and safe on one speaker; “Raw” +0.98. ' +
      'Middle −17\u00a0dB, sides −25\u00a0dB.',
  );
});

test('The words give the moment, then the loop, then the other version', () => {
  expect(goniometerWords(mixed, raw, { correlation: 0.92, midDb: -18.3, sideDb: -Infinity })).toBe(
    'Correlation now +0.92: nearly mono, safe on one speaker. Middle −18\u00a0dB, sides silent. ' +
      'Over the loop “Mixed” averages +0.71: wide, and safe on one speaker; “Raw” +0.98.',
  );
  expect(levelWords(-0.2)).toBe('0\u00a0dB');
});
