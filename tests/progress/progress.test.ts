import { describe, expect, it } from 'vitest';
import {
  doneAmong,
  merged,
  NO_PROGRESS,
  standingOf,
  whereToGoOn,
  withMark,
  withoutMarks,
  type LessonMarks,
  type Progress,
} from '../../src/progress/progress.ts';
import { progressInWords } from '../../src/progress/progress-words.ts';

const COURSE = ['balance', 'panning', 'eq', 'compression'];

function progress(lessons: Readonly<Record<string, LessonMarks>>, last: string | null = null): Progress {
  return { last, lessons: new Map(Object.entries(lessons)) };
}

const DAY = '2026-11-27';

describe('A lesson', () => {
  it('is new, then begun, then done when it was heard and read', () => {
    const heard = withMark(NO_PROGRESS, 'eq', 'heard', DAY);
    const both = withMark(heard, 'eq', 'read', DAY);
    expect([NO_PROGRESS, heard, both].map((each) => standingOf(each, 'eq'))).toEqual([
      'new',
      'begun',
      'done',
    ]);
  });

  it('is done when the learner says so, and new again when they take it back', () => {
    const done = withMark(NO_PROGRESS, 'eq', 'done', DAY);
    expect(standingOf(done, 'eq')).toBe('done');
    expect(standingOf(withoutMarks(done, 'eq'), 'eq')).toBe('new');
  });

  it('keeps the day on which it was heard first', () => {
    const again = withMark(withMark(NO_PROGRESS, 'eq', 'heard', DAY), 'eq', 'heard', '2027-01-01');
    expect(again.lessons.get('eq')).toEqual({ heard: DAY });
  });

  it('may be called like a property that every object has', () => {
    expect(standingOf(NO_PROGRESS, 'constructor')).toBe('new');
  });
});

describe('Where to go on', () => {
  it('is nowhere before anything was begun, and after everything is done', () => {
    expect(whereToGoOn(NO_PROGRESS, COURSE)).toBeNull();
    const all = Object.fromEntries(COURSE.map((id) => [id, { done: DAY }]));
    expect(whereToGoOn(progress(all, 'eq'), COURSE)).toBeNull();
  });

  it('is the lesson that was left, while it is not done', () => {
    expect(whereToGoOn(progress({ eq: { heard: DAY } }, 'eq'), COURSE)).toBe('eq');
  });

  it('is the next one after it that is not done', () => {
    expect(whereToGoOn(progress({ panning: { done: DAY }, eq: { done: DAY } }, 'panning'), COURSE)).toBe(
      'compression',
    );
  });

  it('is the first that was passed over when the end is reached', () => {
    expect(whereToGoOn(progress({ compression: { done: DAY } }, 'compression'), COURSE)).toBe('balance');
  });

  it('does not depend on lessons that the course does not have', () => {
    expect(whereToGoOn(progress({ flanging: { heard: DAY } }, 'flanging'), COURSE)).toBeNull();
    expect(whereToGoOn(progress({ eq: { done: DAY } }, 'flanging'), COURSE)).toBe('balance');
  });
});

describe('Two progresses as one', () => {
  const mine = progress({ eq: { heard: '2026-11-02' }, balance: { done: '2026-11-01' } }, 'eq');
  const theirs = progress(
    { eq: { heard: '2026-10-30', read: '2026-11-05' }, panning: { read: DAY } },
    'panning',
  );

  it('hold all that either has noted, each with its earlier day', () => {
    expect(Object.fromEntries(merged(mine, theirs).lessons)).toEqual({
      eq: { heard: '2026-10-30', read: '2026-11-05' },
      balance: { done: '2026-11-01' },
      panning: { read: DAY },
    });
  });

  it('go on where mine left off, or theirs when I have left off nowhere', () => {
    expect(merged(mine, theirs).last).toBe('eq');
    expect(merged(NO_PROGRESS, theirs).last).toBe('panning');
  });

  it('note the same whichever comes first, and nothing more when merged again', () => {
    const once = merged(mine, theirs);
    expect(new Map(merged(theirs, mine).lessons)).toEqual(new Map(once.lessons));
    expect(merged(once, theirs)).toEqual(once);
    expect(merged(mine, NO_PROGRESS)).toEqual(mine);
  });

  it('leave both as they were', () => {
    merged(mine, theirs);
    expect(mine.lessons.get('eq')).toEqual({ heard: '2026-11-02' });
  });
});

describe('Progress in words', () => {
  it.each([
    [NO_PROGRESS, '0 of 4 lessons done.'],
    [progress({ eq: { done: DAY }, panning: { read: DAY } }), '1 of 4 lessons done, 1 begun.'],
    [
      progress({ eq: { done: DAY }, flanging: { done: DAY } }),
      '1 of 4 lessons done. One lesson more is noted that this course does not have.',
    ],
  ])('%#: %s', (given, words) => {
    expect(progressInWords(given, COURSE)).toBe(words);
  });

  it('counts only lessons of the course', () => {
    expect(doneAmong(progress({ flanging: { done: DAY } }), COURSE)).toBe(0);
  });
});
