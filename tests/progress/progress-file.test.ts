import { describe, expect, it } from 'vitest';
import { NO_PROGRESS, type Progress } from '../../src/progress/progress.ts';
import { PROGRESS_LENGTH, readProgress, writeProgress } from '../../src/progress/progress-file.ts';

const SOME: Progress = {
  last: 'kick-and-bass',
  lessons: new Map([
    ['eq', { heard: '2026-11-27', read: '2026-11-27' }],
    ['kick-and-bass', { done: '2028-02-29' }],
    ['constructor', { read: '2026-11-27' }],
  ]),
};

/** A file of version 1, as people have saved it. Never edited: what it holds is read for ever. */
const GOLDEN =
  '{"format":"bypass-progress","version":1,"last":"eq","lessons":{"eq":{"heard":"2026-11-27","read":"2026-11-28"},"limiting":{"done":"2026-11-28"}}}';

describe('A progress as a file', () => {
  it.each([['nothing', NO_PROGRESS] as const, ['some lessons', SOME] as const])(
    'is read as it was written: %s',
    (_, progress) => {
      expect(readProgress(writeProgress(progress))).toEqual({ ok: true, progress });
    },
  );

  it('of version 1 is read for ever', () => {
    expect(readProgress(GOLDEN)).toEqual({
      ok: true,
      progress: {
        last: 'eq',
        lessons: new Map([
          ['eq', { heard: '2026-11-27', read: '2026-11-28' }],
          ['limiting', { done: '2026-11-28' }],
        ]),
      },
    });
  });
});

/** The golden file with some fields changed. */
function changed(fields: Record<string, unknown>): string {
  return JSON.stringify({ ...(JSON.parse(GOLDEN) as object), ...fields });
}

describe('A file that is not wholly understood is refused whole', () => {
  it.each([
    ['', 'it is no JSON, or a part of it is missing'],
    [GOLDEN.slice(0, -5), 'it is no JSON, or a part of it is missing'],
    ['\u0000\u0001PNG', 'it is no JSON, or a part of it is missing'],
    ['null', 'it is not a progress of this course'],
    ['[]', 'it is not a progress of this course'],
    ['{"theme":"dark"}', 'it is not a progress of this course'],
    [changed({ format: 'other-course' }), 'it is not a progress of this course'],
    [changed({ version: undefined }), 'it does not say of which version it is'],
    [changed({ version: '1' }), 'it does not say of which version it is'],
    [changed({ version: 0 }), 'it does not say of which version it is'],
    [
      changed({ version: 2 }),
      'it is of version 2, which is newer than this page; reload the page and try again',
    ],
    [changed({ stars: 5 }), 'it holds “stars”, which no progress has'],
    [changed({ last: undefined }), 'it does not say in which lesson you left off'],
    [changed({ last: '<b>eq</b>' }), 'it does not say in which lesson you left off'],
    [changed({ lessons: undefined }), 'its list of lessons is missing'],
    [changed({ lessons: [] }), 'its list of lessons is missing'],
    [changed({ lessons: { 'EQ!': { heard: '2026-11-27' } } }), '“EQ!” is no name of a lesson'],
    [
      changed({ lessons: { ['a'.repeat(99)]: { heard: '2026-11-27' } } }),
      `“${'a'.repeat(40)}…” is no name of a lesson`,
    ],
    [changed({ lessons: { eq: {} } }), 'what it says of the lesson “eq” is not understood'],
    [changed({ lessons: { eq: true } }), 'what it says of the lesson “eq” is not understood'],
    [
      changed({ lessons: { eq: { loved: '2026-11-27' } } }),
      'what it says of the lesson “eq” is not understood',
    ],
    [changed({ lessons: { eq: { heard: 'today' } } }), 'what it says of the lesson “eq” is not understood'],
    [
      changed({ lessons: { eq: { heard: '2026-02-30' } } }),
      'what it says of the lesson “eq” is not understood',
    ],
    [`"${'x'.repeat(PROGRESS_LENGTH)}"`, 'it is far too long to be a progress of this course'],
  ])('%#', (text, reason) => {
    expect(readProgress(text)).toEqual({ ok: false, reason });
  });

  it('also when only one lesson of many is wrong', () => {
    const lessons = { eq: { heard: '2026-11-27' }, limiting: { heard: 'never' } };
    expect(readProgress(changed({ lessons })).ok).toBe(false);
  });

  it('and a key that would reach into every object is no lesson', () => {
    const text = GOLDEN.replace('"limiting"', '"__proto__"');
    expect(readProgress(text)).toEqual({ ok: false, reason: '“__proto__” is no name of a lesson' });
  });
});

it('A thousand lessons fit into a file', () => {
  const lessons = new Map(
    Array.from({ length: 1000 }, (_, i) => [
      `a-lesson-with-a-long-name-${i}`,
      { heard: '2026-11-27', read: '2026-11-27', done: '2026-11-27' },
    ]),
  );
  const text = writeProgress({ last: null, lessons });
  expect(readProgress(text).ok).toBe(true);
});
