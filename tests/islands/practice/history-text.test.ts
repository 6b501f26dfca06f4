import { expect, it } from 'vitest';
import {
  boundsText,
  chartText,
  dayText,
  foundText,
  rightText,
} from '../../../src/islands/practice/history-text.ts';
import type { PracticeEntry } from '../../../src/training/practice-history.ts';

const about = { exercise: 'level-change', source: 'pink-noise', way: 'abx' } as const;
const FOUND: PracticeEntry = {
  recordId: 'one',
  day: '2026-11-07',
  way: 'abx',
  threshold: { ...about, rule: 2, unit: 'dB', size: 1.12, low: 0.8, high: 1.5, reversals: 6 },
  right: 17,
  n: 24,
  heardShare: 10 / 24,
  guessingChance: 0.03,
  notYet: false,
};
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

it('A set with a threshold is told by its size, its interval, its day and what was right', () => {
  expect(plain(foundText(FOUND))).toBe('1.1 dB');
  expect(plain(boundsText(FOUND))).toBe('0.8 to 1.5 dB');
  expect(plain(rightText(FOUND))).toBe('17 of 24 (42 %)');
  expect(dayText(FOUND.day)).toBe('7 Nov 2026');
  expect(plain(chartText([FOUND], 'dB'))).toBe('One threshold, 1.1 dB. The table below has every figure.');
});

it('A set without one says whether nothing was heard or too little was asked', () => {
  expect(foundText({ ...FOUND, threshold: null, notYet: true })).toBe('You cannot hear this yet');
  expect(foundText({ ...FOUND, threshold: null })).toBe('Too few turns for a threshold');
  expect(boundsText({ ...FOUND, threshold: null })).toBe('none');
});
