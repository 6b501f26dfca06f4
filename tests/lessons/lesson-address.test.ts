import { describe, expect, it } from 'vitest';
import { lessonAddress } from '../../src/lesson-address.ts';
import { belongsTo, LESSON_UNITS } from '../../src/lesson-units.ts';

describe('A lesson’s folder', () => {
  it.each([
    ['12-eq', 12, 'eq'],
    ['17-kick-against-bass/index.mdx', 17, 'kick-against-bass'],
  ])('%s is number %i at /lessons/%s/', (folder, number, slug) => {
    expect(lessonAddress(folder)).toEqual({ number, slug });
  });

  it.each(['eq', '1-eq', '12_eq', '12-EQ'])('%s is refused with the shape that was expected', (folder) => {
    expect(() => lessonAddress(folder)).toThrow(`lessons/${folder}: expected a folder named NN-slug`);
  });
});

describe('The parts of the course', () => {
  it('have each of the numbers 1 to 59 for one part alone, and no other', () => {
    const units = Object.values(LESSON_UNITS);
    const owners = Array.from({ length: 61 }, (_, n) => units.filter(({ from, to }) => n >= from && n <= to));
    expect(owners.map((found) => found.length)).toEqual([0, ...Array.from({ length: 59 }, () => 1), 0]);
  });

  it.each([
    ['Mixing', 12, true],
    ['Mixing', 30, false],
    ['Mastering', 30, true],
    ['Both', 49, false],
  ] as const)('%s has the number %i: %s', (unit, number, expected) => {
    expect(belongsTo(unit, number)).toBe(expected);
  });
});
