import { describe, expect, it } from 'vitest';
import { EXERCISES } from '../../src/exercises/all.ts';
import { SOURCES } from '../../src/exercises/sources.ts';
import {
  answered,
  present,
  recordOf,
  startSession,
  type Session,
  type SessionSurroundings,
} from '../../src/training/session.ts';
import type { PracticeSet } from '../../src/training/practice-set.ts';
import type { PlaybackCheck } from '../../src/training/playback-check.ts';
import type { Threshold } from '../../src/training/practice-record.ts';
import { unheardReason } from '../../src/training/playback-needs.ts';
import { Draw } from '../../src/training/random.ts';
import { tracksWithoutThreshold } from '../../src/training/track-verdicts.ts';

const SURROUNDINGS: SessionSurroundings = {
  exercises: EXERCISES,
  sources: SOURCES,
  thresholds: [],
  playback: null,
};

const SET: PracticeSet = {
  exercises: [
    { id: 'level-change', way: 'abx' },
    { id: 'eq-boost', way: 'name' },
    { id: 'pan-position', way: 'name' },
  ],
  sources: ['pink-noise', 'indie-pop-voice', 'electronic-voice'],
  length: 40,
  difficulty: { kind: 'adaptive', rule: 2, start: 'same' },
  seed: 7,
};

/** Take a whole set, answering rightly with this chance. */
function taken(set: PracticeSet, rightChance: number, surroundings = SURROUNDINGS): Session {
  const draw = new Draw(set.seed + 1);
  let session = startSession(set, surroundings);
  for (let now = present(session); now; now = present(session)) {
    const { question } = now;
    const right = draw.between(0, 1) < rightChance;
    if (question.kind === 'match') {
      const settings = Object.fromEntries(
        question.knobs.map(({ id, start, target }) => [id, right ? target : start]),
      );
      session = answered(session, { kind: 'match', settings }).session;
    } else {
      const id = right
        ? question.answer
        : question.choices.find((choice) => choice.id !== question.answer)!.id;
      session = answered(session, { kind: 'choice', id }).session;
    }
  }
  return session;
}

/** Everything that is asked, as plain text. */
function asked(session: Session): string {
  return JSON.stringify(
    session.answers.map(({ exercise, source, way, rung, was }) => [exercise, source, way, rung, was]),
  );
}

describe('A set of questions', () => {
  it('is the same for the same seed and the same answers, and another for another seed', () => {
    for (let seed = 0; seed < 20; seed++) {
      expect(asked(taken({ ...SET, seed }, 0.8))).toBe(asked(taken({ ...SET, seed }, 0.8)));
      expect(asked(taken({ ...SET, seed }, 0.8))).not.toBe(asked(taken({ ...SET, seed: seed + 1000 }, 0.8)));
    }
  });

  it('has exactly the length that was asked for, and gives each exercise on each sound an equal share', () => {
    for (let seed = 0; seed < 50; seed++)
      for (const length of [9, 12, 25, 40]) {
        const { answers, tracks } = taken({ ...SET, seed, length }, 0.7);
        expect(answers).toHaveLength(length);
        const counts = tracks.map(
          ({ exercise, source }) =>
            answers.filter((answer) => answer.exercise === exercise.id && answer.source === source.id).length,
        );
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
      }
  });

  it('keeps questions of one song together and alternates inside', () => {
    const { answers } = taken(SET, 0.7);
    const songOf = (id: string): string => SOURCES.find((source) => source.id === id)!.base.song;
    const changes = answers.filter(
      (answer, i) => i > 0 && songOf(answer.source) !== songOf(answers[i - 1].source),
    );
    expect(changes.length).toBe(new Set(answers.map(({ source }) => songOf(source))).size - 1);
    const same = answers.filter(
      (answer, i) => i > 1 && [1, 2].every((n) => answers[i - n].exercise === answer.exercise),
    );
    expect(same.length).toBe(0);
  });

  it('has no answer more than three times running, and all of them about equally often', () => {
    const counts = new Map<string, number>();
    for (let seed = 0; seed < 200; seed++) {
      const { answers } = taken(
        { ...SET, exercises: [SET.exercises[0]], sources: ['pink-noise'], length: 32, seed },
        0.7,
      );
      answers.forEach(({ was }, i) => {
        counts.set(was, (counts.get(was) ?? 0) + 1);
        if (i >= 3)
          expect(new Set(answers.slice(i - 3, i + 1).map((answer) => answer.was)).size).toBeGreaterThan(1);
      });
      const as = answers.filter(({ was }) => was === 'X is A').length;
      expect(Math.abs(as - 16)).toBeLessThanOrEqual(2);
    }
    const [one, other] = [...counts.values()];
    expect(one / (one + other)).toBeGreaterThan(0.48);
    expect(one / (one + other)).toBeLessThan(0.52);
  });

  it('asks nothing twice: no two questions play the same sounds in the same places', () => {
    for (let seed = 0; seed < 30; seed++) {
      let session = startSession(
        { ...SET, seed, exercises: [{ id: 'filter-cutoff', way: 'abx' }], sources: ['pink-noise'] },
        SURROUNDINGS,
      );
      const seen = new Set<string>();
      for (let now = present(session); now; now = present(session)) {
        seen.add(JSON.stringify(now.question.heard.map(({ spec }) => spec)));
        session = answered(session, { kind: 'none' }).session;
      }
      expect(seen.size).toBe(40);
    }
  });

  it('begins near the learner’s own threshold, a little easier', () => {
    const own: Threshold = {
      exercise: 'level-change',
      source: 'pink-noise',
      way: 'abx',
      rule: 2,
      unit: 'dB',
      size: 1,
      low: 0.8,
      high: 1.3,
      reversals: 8,
    };
    const set: PracticeSet = {
      ...SET,
      exercises: [SET.exercises[0]],
      sources: ['pink-noise'],
      difficulty: { kind: 'adaptive', rule: 2, start: 'own' },
    };
    expect(present(startSession(set, { ...SURROUNDINGS, thresholds: [own] }))!.question.size).toBe(1.5);
    expect(present(startSession(set, SURROUNDINGS))!.question.size).toBe(3);
  });

  it('becomes harder for those who are right and stays easy for those who are not', () => {
    const hardest = (chance: number): number =>
      Math.min(
        ...taken({ ...SET, exercises: [SET.exercises[0]], sources: ['pink-noise'] }, chance).answers.map(
          ({ size }) => size,
        ),
      );
    expect(hardest(1)).toBe(0.35);
    expect(hardest(0)).toBeGreaterThanOrEqual(3);
  });

  it('stays on one rung where a difficulty was set', () => {
    const { answers } = taken(
      { ...SET, exercises: [SET.exercises[0]], difficulty: { kind: 'fixed', percent: 50 } },
      0.5,
    );
    expect(new Set(answers.map(({ size }) => size))).toEqual(new Set([1.5]));
  });

  it('counts an answer that did not come in time as wrong, and goes on', () => {
    const { session, graded } = answered(startSession(SET, SURROUNDINGS), { kind: 'none' });
    expect(graded).toMatchObject({ right: false, credit: 0, said: 'no answer' });
    expect(session.answers).toHaveLength(1);
  });
});

const PHONE: PlaybackCheck = {
  day: '2026-11-27',
  sides: 'mono',
  listeningOn: 'speakers',
  lowestHz: 150,
  highestHz: 14_000,
};

describe('What cannot be heard on a phone’s loudspeaker', () => {
  const session = startSession(SET, { ...SURROUNDINGS, playback: PHONE });

  it('is withdrawn and not marked wrong: place in mono, boosts below 150 Hz', () => {
    expect(session.tracks.some(({ exercise }) => exercise.id === 'pan-position')).toBe(false);
    const reasons = session.withdrawn.map(({ exercise, reason }) => `${exercise}: ${reason}`);
    expect(reasons).toContain('pan-position: it needs left and right, and your playback is mono');
    expect(
      reasons.some((text) =>
        text.includes('eq-boost: it lies at 45 Hz to 89 Hz, and your playback begins at 150 Hz'),
      ),
    ).toBe(true);
  });

  it('is never asked, while the set keeps its length', () => {
    for (let seed = 0; seed < 20; seed++) {
      const { answers } = taken({ ...SET, seed }, 0.7, {
        ...SURROUNDINGS,
        playback: PHONE,
      } as typeof SURROUNDINGS);
      expect(answers).toHaveLength(40);
      expect(answers.some(({ was }) => was === '63 Hz')).toBe(false);
    }
  });

  it('is drawn again where the draw decides: no exercise asks for what lies below 150 Hz', () => {
    const stereo: PlaybackCheck = { ...PHONE, sides: 'stereo' };
    let asked = 0;
    for (const playback of [PHONE, stereo])
      for (const { id, ways } of EXERCISES)
        for (const way of ways) {
          let now = startSession(
            { ...SET, exercises: [{ id, way }], sources: ['pink-noise', 'electronic-bass', 'indie-pop-mix'] },
            { ...SURROUNDINGS, playback },
          );
          for (let put = present(now); put; put = present(now)) {
            asked++;
            expect(unheardReason(put.question.needs, playback), `${id} by ${way}`).toBeNull();
            now = answered(now, { kind: 'none' }).session;
          }
        }
    expect(asked).toBeGreaterThan(2000);
  });

  it('is told in the record', () => {
    expect(
      recordOf(session, { id: 'x', day: '2026-11-27', endedEarly: true }).withdrawn.length,
    ).toBeGreaterThan(2);
  });
});

describe('What a set says where it finds no threshold', () => {
  const one: PracticeSet = { ...SET, exercises: [SET.exercises[0]], sources: ['pink-noise'], length: 32 };
  const said = (chance: number, length = 32): string[] => {
    const record = recordOf(taken({ ...one, length }, chance), {
      id: 'x',
      day: '2026-11-27',
      endedEarly: false,
    });
    expect(record.thresholds).toEqual([]);
    return tracksWithoutThreshold(record, EXERCISES).map(({ text }) => text.replaceAll('\u00a0', ' '));
  };

  it('is that all was heard, down to the smallest size, for somebody who is always right', () => {
    expect(said(1)).toEqual(['heard down to 0.35 dB, the smallest that is asked']);
  });

  it('is that nothing was heard yet for somebody who never is', () => {
    expect(said(0)).toEqual(['not heard yet at 6 dB, the largest that is asked']);
  });

  it('is that a longer set would tell, after six questions', () => {
    expect(said(0.8, 6)).toEqual(['too few turns for a figure; a longer set would tell']);
  });
});
