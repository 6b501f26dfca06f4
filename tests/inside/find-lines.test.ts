import { describe, expect, it } from 'vitest';
import { findLines, findSource } from '../../src/inside/find-lines.ts';

const SOURCE = `/**
 * After A. Author,
 * "A paper", 1999.
 */
function first() {
  const a = 1;
  return a;
}

function second() {
  const a = 2;
  const b = a;
  const c = b;
  return c;
}`;

describe('An excerpt', () => {
  it('starts after the function that it names, not at the first line that looks alike', () => {
    expect(
      findLines(SOURCE, { file: 'f.ts', within: 'function second', from: 'const a', to: 'const c' }),
    ).toEqual({ first: 10, end: 13 });
  });

  it('ends with the brackets that it has opened', () => {
    expect(findLines(SOURCE, { file: 'f.ts', within: 'function first', to: 'return a' })).toEqual({
      first: 4,
      end: 8,
    });
  });

  it('moves with its lines', () => {
    const draft = { file: 'f.ts', within: 'function second', to: 'const b' };
    const { first } = findLines(SOURCE, draft);
    expect(findLines(`// One more\n${SOURCE}`, draft).first).toBe(first + 1);
  });

  it.each([
    [{ within: 'function third', to: '}' }, /src\/f\.ts: expected one line with "function third".*found 0/],
    [{ within: 'function', to: '}' }, /expected one line with "function".*found 2/],
    [
      { within: 'function second', from: 'const x', to: '}' },
      /a line with "const x" after "function second"/,
    ],
    [{ within: 'function second', to: 'const x' }, /a line with "const x" after "function second"/],
    [{ within: 'function second', to: 'const a' }, /expected 3 to 16 lines .* found 2/],
  ])('that is gone stops the build and names the file: %o', (draft, message) => {
    expect(() => findLines(SOURCE, { file: 'f.ts', ...draft })).toThrow(message);
  });
});

describe('A source', () => {
  it('is read across the lines of a comment', () => {
    expect(findSource(SOURCE, { file: 'f.ts', from: 'A. Author', to: '1999' })).toBe(
      'A. Author, "A paper", 1999',
    );
  });

  it('that is gone stops the build', () => {
    expect(() => findSource(SOURCE, { file: 'f.ts', from: 'B. Author', to: '1999' })).toThrow(
      /src\/f\.ts: expected a comment that cites "B\. Author"/,
    );
  });
});
