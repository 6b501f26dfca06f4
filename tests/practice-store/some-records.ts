import { Draw, seedOf } from '../../src/training/random.ts';
import type { AnsweredQuestion, PracticeRecord, Threshold } from '../../src/training/practice-record.ts';

const WAYS = ['abx', 'name', 'match'] as const;

/** Sets as a learner might have taken them; the same seed gives the same. */
export function someRecords(n: number, seed: number): PracticeRecord[] {
  return Array.from({ length: n }, (_, i) => recordOf(i, new Draw(seedOf(seed, i))));
}

function recordOf(i: number, draw: Draw): PracticeRecord {
  const way = draw.of(WAYS);
  const about = { exercise: 'level-change', source: draw.of(['pink-noise', 'indie-pop-mix']), way };
  const size = draw.between(0.3, 6);
  const answers = Array.from({ length: 1 + draw.below(24) }, (): AnsweredQuestion => ({
    ...about,
    rung: draw.below(9),
    size: draw.between(0.35, 6),
    chance: draw.of([0.5, 1 / 3, 0.1]),
    right: draw.coin(),
    credit: draw.between(0, 1),
    said: draw.of(['X is A', '“After” was louder', '', '−3 dB \u2028 ☂ "quoted" \\']),
    was: 'X is B',
  }));
  const threshold: Threshold = {
    ...about,
    rule: draw.of([2, 3] as const),
    unit: 'dB',
    size,
    low: size * 0.7,
    high: size * 1.4,
    reversals: 6,
  };
  return {
    id: `set-${i}-${draw.bits()}`,
    day: `2026-11-${String(1 + draw.below(30)).padStart(2, '0')}`,
    set: {
      exercises: [{ id: about.exercise, way }],
      sources: [about.source],
      length: 24,
      difficulty: draw.coin()
        ? { kind: 'adaptive', rule: 2, start: 'own' }
        : { kind: 'fixed', percent: draw.below(101) },
      seed: draw.bits(),
    },
    answers,
    thresholds: draw.coin() ? [threshold] : [],
    withdrawn: draw.coin()
      ? []
      : [{ exercise: 'pan', source: 'pink-noise', reason: 'needs left and right to differ' }],
    endedEarly: draw.coin(),
    playback: draw.coin()
      ? null
      : { day: '2026-11-01', sides: 'stereo', listeningOn: 'headphones', lowestHz: 40, highestHz: 14_000 },
  };
}
