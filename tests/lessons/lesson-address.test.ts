import { describe, expect, it } from 'vitest';
import { lessonAddress } from '../../src/lesson-address.ts';

describe('A lesson’s folder', () => {
  it.each([
    ['01-eq', 1, 'eq'],
    ['04-kick-against-bass/index.mdx', 4, 'kick-against-bass'],
  ])('%s is number %i at /lessons/%s/', (folder, number, slug) => {
    expect(lessonAddress(folder)).toEqual({ number, slug });
  });

  it.each(['eq', '1-eq', '01_eq', '01-EQ'])('%s is refused with the shape that was expected', (folder) => {
    expect(() => lessonAddress(folder)).toThrow(`lessons/${folder}: expected a folder named NN-slug`);
  });
});
