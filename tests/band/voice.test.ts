import { describe, expect, it } from 'vitest';
import { distributionIndex, parseForest } from '../../src/band/voice/decision-tree.ts';
import { mostLikelyTrajectory } from '../../src/band/voice/mlpg.ts';
import { alignPhrase } from '../../src/band/voice/phrase-alignment.ts';
import type { SingingStyle, Syllable } from '../../src/band/voice/phrase.ts';
import { pitchContour } from '../../src/band/voice/pitch-contour.ts';
import type { SpokenLine } from '../../src/band/voice/spoken-line.ts';
import { createRandom } from '../../src/band/signal/random.ts';

describe('A decision tree', () => {
  const forest = parseForest(`
QS is_s { "*-s+*" }
QS is_vowel { "*-ah+*","*-iy+*" }
{*}[2]
{
   0 is_s     -1          "leaf_1"
  -1 is_vowel "leaf_3"    "leaf_2"
}
{*}[3]
"leaf_9"
`);

  it.each([
    ['x^pau-s+ah=n', 0],
    ['pau^s-ah+n=l', 1],
    ['s^ah-n+l=ay', 2],
  ])('answers %s with distribution %i', (label, index) => {
    expect(distributionIndex(forest, 2, label)).toBe(index);
  });

  it('without questions has one answer', () => {
    expect(distributionIndex(forest, 3, 'x^pau-s+ah=n')).toBe(8);
  });
});

describe('The most likely trajectory', () => {
  it('solves the same equations as a dense matrix would', () => {
    const frames = 7;
    const random = createRandom('mlpg');
    const means = [0, 1, 2].map(() => Float64Array.from({ length: frames }, () => random.normal()));
    const precisions = [0, 1, 2].map(() =>
      Float64Array.from({ length: frames }, () => random.between(0.5, 3)),
    );
    const trajectory = mostLikelyTrajectory({ means, precisions });
    denseSolution(means, precisions).forEach((value, t) => expect(trajectory[t]).toBeCloseTo(value, 9));
  });

  it('follows the static means when nothing is known about movement', () => {
    const means = [Float64Array.of(1, 5, 2, 4), new Float64Array(4), new Float64Array(4)];
    const precisions = [new Float64Array(4).fill(1), new Float64Array(4), new Float64Array(4)];
    mostLikelyTrajectory({ means, precisions }).forEach((value, t) =>
      expect(value).toBeCloseTo(means[0][t], 12),
    );
  });
});

const STYLE: SingingStyle = {
  seed: 'test',
  formantScale: 1,
  vibratoCents: 0,
  vibratoHz: 5,
  breathiness: 0.3,
  effort: 0.4,
  mistuningCents: 0,
  mistimingMs: 0,
  scoopCents: 0,
  wander: 1,
  glideMs: 110,
  sibilanceDb: 0,
  unevennessDb: 0,
};

const spoken = (...phones: [name: string, frames: number][]): SpokenLine => {
  let frame = 0;
  return {
    melCepstra: [],
    voiced: new Uint8Array(),
    phones: phones.map(([name, frames]) => ({ name, firstFrame: frame, endFrame: (frame += frames) })),
  };
};

/** "Sun-light" on two quarter notes. */
const LINE = spoken(
  ['pau', 40],
  ['s', 20],
  ['ah', 20],
  ['n', 14],
  ['l', 12],
  ['ay', 30],
  ['t', 20],
  ['pau', 40],
);
const SYLLABLES: Syllable[] = [
  { phones: ['s', 'ah', 'n'], accentDb: 0, notes: [{ midi: 62, startSeconds: 0.5, durationSeconds: 0.5 }] },
  { phones: ['l', 'ay', 't'], accentDb: 0, notes: [{ midi: 67, startSeconds: 1, durationSeconds: 0.5 }] },
];

describe('A sung line', () => {
  const sung = alignPhrase(LINE, SYLLABLES, STYLE, createRandom('test'));

  it('puts each vowel on its beat, and the consonants before it', () => {
    const start = (name: string): number => sung.find((phone) => phone.name === name)!.startSeconds;
    expect(start('ah')).toBeCloseTo(0.5, 9);
    expect(start('ay')).toBeCloseTo(1, 9);
    expect(start('s')).toBeLessThan(0.5);
  });

  it('leaves no gap and no overlap between phones', () => {
    sung.slice(1).forEach((phone, i) => expect(phone.startSeconds).toBeCloseTo(sung[i].endSeconds, 9));
  });

  it('gives vowels at least 48 % of the time between beats', () => {
    const vowel = sung.find((phone) => phone.name === 'ah')!;
    expect(vowel.endSeconds - vowel.startSeconds).toBeGreaterThan(0.48 * 0.5);
  });

  it('is refused when score and labels disagree, with both spellings', () => {
    const wrong = [{ ...SYLLABLES[0], phones: ['z', 'ah', 'n'] }, SYLLABLES[1]];
    expect(() => alignPhrase(LINE, wrong, STYLE, createRandom('test'))).toThrow(/"z ah n".*"s ah n"/);
  });

  it('holds its notes within 10 cents on average and glides between them', () => {
    const cents = pitchContour(SYLLABLES, sung, 2, STYLE, createRandom('test'));
    const average = (from: number, to: number): number =>
      cents.subarray(from, to).reduce((sum, value) => sum + value, 0) / (to - from);
    expect(Math.abs(average(600, 850) - 6200)).toBeLessThan(15);
    expect(Math.abs(average(1150, 1450) - 6700)).toBeLessThan(15);
    expect(cents[1010]).toBeGreaterThan(6220);
    expect(cents[1010]).toBeLessThan(6680);
  });
});

/** (WᵀPW) c = WᵀPμ by Gaussian elimination, with the whole window matrix written out. */
function denseSolution(means: readonly Float64Array[], precisions: readonly Float64Array[]): number[] {
  const frames = means[0].length;
  const windows = [
    [0, 1, 0],
    [-0.5, 0, 0.5],
    [1, -2, 1],
  ];
  const rows = windows.flatMap((window, w) =>
    Array.from({ length: frames }, (_, t) => {
      const edge = w > 0 && (t === 0 || t === frames - 1);
      const row = Array.from({ length: frames }, (__, k) => (edge ? 0 : (window[k - t + 1] ?? 0)));
      return { row, precision: precisions[w][t], mean: means[w][t] };
    }),
  );
  const matrix = Array.from({ length: frames }, (_, i) => [
    ...Array.from({ length: frames }, (__, j) =>
      rows.reduce((sum, { row, precision }) => sum + row[i] * row[j] * precision, 0),
    ),
    rows.reduce((sum, { row, precision, mean }) => sum + row[i] * precision * mean, 0),
  ]);
  for (let i = 0; i < frames; i++) {
    for (let r = 0; r < frames; r++) {
      if (r === i) continue;
      const factor = matrix[r][i] / matrix[i][i];
      for (let k = i; k <= frames; k++) matrix[r][k] -= factor * matrix[i][k];
    }
  }
  return matrix.map((row, i) => row[frames] / row[i]);
}
