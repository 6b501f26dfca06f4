import { describe, expect, it } from 'vitest';
import { bounceSpec } from '../../src/demos/bounce-spec.ts';
import { devicesOf, type MixSpec } from '../../src/dsp/mix-spec.ts';
import { exerciseById } from '../../src/exercises/all.ts';
import { sourceById, SOURCES } from '../../src/exercises/sources.ts';
import { Draw } from '../../src/training/random.ts';
import type { ChoiceQuestion, MatchQuestion } from '../../src/training/question.ts';
import { casesOf, nameOf } from './every-question.ts';

const drums = sourceById('indie-pop-drums');
const voice = sourceById('electronic-voice');

async function rmsDb(spec: MixSpec): Promise<number> {
  const [left, right] = await bounceSpec(spec);
  let power = 1e-15;
  for (let i = 0; i < left.length; i++) power += left[i] ** 2 + right[i] ** 2;
  return 10 * Math.log10(power / left.length);
}

/** How strong the difference of two mixes is against the first, in dB, once their gains are matched. */
async function differenceDb(one: MixSpec, other: MixSpec): Promise<number> {
  const [a, b] = [await bounceSpec(one), await bounceSpec(other)];
  const gain = 10 ** (((await rmsDb(one)) - (await rmsDb(other))) / 20);
  let difference = 1e-15;
  let power = 1e-15;
  for (const side of [0, 1])
    for (let i = 0; i < a[side].length; i++) {
      difference += (a[side][i] - gain * b[side][i]) ** 2;
      power += a[side][i] ** 2;
    }
  return 10 * Math.log10(difference / power);
}

const alone = (spec: MixSpec, stem: string): MixSpec => ({
  ...spec,
  groups: spec.groups.map((group) => ({
    ...group,
    devices: group.devices.map((entry) => ({ ...entry, bypassed: true })),
  })),
  strips: spec.strips.map((strip) => ({ ...strip, muted: strip.stem !== stem })),
});

describe('Which stem changed', () => {
  it('moves the stem that is right by what is said, within 0.1 dB, and no other one', async () => {
    for (const entry of casesOf(exerciseById('which-stem'), drums, 'name')) {
      const { answer, dry, truth, size } = entry.question as ChoiceQuestion;
      const moved = (await rmsDb(alone(truth, answer))) - (await rmsDb(alone(dry, answer)));
      expect(Math.abs(Math.abs(moved) - size), nameOf(entry)).toBeLessThan(0.1);
      const others = (spec: MixSpec) => spec.strips.filter(({ stem }) => stem !== answer);
      expect(others(truth)).toEqual(others(dry));
    }
  });
});

describe('Balance from memory', () => {
  it('begins with two faders or three moved by what is said, and is the original on target', () => {
    for (const source of SOURCES.filter((entry) => exerciseById('balance-memory').unsuited(entry) === null))
      for (const entry of casesOf(exerciseById('balance-memory'), source, 'match')) {
        const { knobs, specAt, truth, size } = entry.question as MatchQuestion;
        expect(knobs.length, nameOf(entry)).toBeGreaterThanOrEqual(2);
        const start = specAt(Object.fromEntries(knobs.map((knob) => [knob.id, knob.start])));
        for (const { id } of knobs) {
          const level = (spec: MixSpec): number => spec.strips.find(({ stem }) => stem === id)!.levelDb;
          expect(Math.abs(level(start) - level(truth)), nameOf(entry)).toBeCloseTo(size, 1);
        }
      }
  });

  it('tells nothing by its numbers: where a fader is right lies anywhere from −6 to 6', () => {
    const targets = Array.from({ length: 100 }, (_, seed) => {
      const question = exerciseById('balance-memory').ask({
        source: drums,
        way: 'match',
        rung: 0,
        answer: 0,
        draw: new Draw(seed),
      });
      return (question as MatchQuestion).knobs[0].target;
    });
    expect(Math.min(...targets)).toBeLessThan(-4);
    expect(Math.max(...targets)).toBeGreaterThan(4);
  });
});

describe('Which device was switched on', () => {
  it('has exactly that one on, and it changes the sound by more than −35 dB even at its faintest', async () => {
    const cases = casesOf(exerciseById('which-device'), voice, 'name').filter(
      ({ rung }) => rung === 0 || rung === 4,
    );
    for (const entry of cases) {
      const { answer, dry, truth } = entry.question as ChoiceQuestion;
      const on = devicesOf(truth).filter(({ id, bypassed }) => id.startsWith('practice-') && !bypassed);
      expect(
        on.map(({ id }) => id),
        nameOf(entry),
      ).toEqual([`practice-${answer === 'eq' ? 'eq' : answer}`]);
      expect(await differenceDb(dry, truth), nameOf(entry)).toBeGreaterThan(-35);
    }
  });
});

describe('A fault', () => {
  const fixWhere = exerciseById('fix-where');
  const drawn = (answer: number) => {
    const seen = new Map<string, ChoiceQuestion>();
    for (let seed = 0; seed < 60; seed++) {
      const question = fixWhere.ask({
        source: sourceById('indie-pop-mix'),
        way: 'name',
        rung: 2,
        answer,
        draw: new Draw(seed),
      }) as ChoiceQuestion;
      seen.set(question.tells, question);
    }
    return [...seen.values()];
  };
  const changed = ({ dry, truth }: ChoiceQuestion): { strips: string[]; master: boolean } => ({
    strips: truth.strips
      .filter((strip, i) => JSON.stringify(strip) !== JSON.stringify(dry.strips[i]))
      .map(({ stem }) => stem),
    master: JSON.stringify(truth.master) !== JSON.stringify(dry.master),
  });

  it('of the mix or the take lies in one part of the song, one of the master on everything alike', () => {
    for (const question of [...drawn(0), ...drawn(2)]) {
      expect(changed(question).master).toBe(false);
      expect(changed(question).strips.every((stem) => /vocal|guitar/.test(stem))).toBe(true);
      expect(changed(question).strips.length).toBeGreaterThan(0);
    }
    for (const question of drawn(1)) expect(changed(question)).toEqual({ strips: [], master: true });
  });

  it('comes in two kinds or three for each place, all of them changing the song by more than −30 dB at their faintest', async () => {
    for (const answer of [0, 1, 2]) {
      const questions = drawn(answer);
      expect(questions.length).toBeGreaterThanOrEqual(2);
      for (const question of questions)
        expect(await differenceDb(question.dry, question.truth), question.tells).toBeGreaterThan(-30);
    }
  });
});

describe('Mixing or mastering', () => {
  it('shows only changes on the parts for mixing, and only on the whole for mastering, that can be heard', async () => {
    const whichStage = exerciseById('which-stage');
    for (const answer of [0, 1]) {
      const seen = new Map<string, ChoiceQuestion>();
      for (let seed = 0; seed < 40; seed++) {
        const question = whichStage.ask({
          source: sourceById('acoustic-mix'),
          way: 'name',
          rung: 0,
          answer,
          draw: new Draw(seed),
        }) as ChoiceQuestion;
        seen.set(question.tells, question);
      }
      expect(seen.size).toBe(3);
      for (const { dry, truth, tells } of seen.values()) {
        const parts = (spec: MixSpec): string => JSON.stringify([spec.strips, spec.groups, spec.returns]);
        if (answer === 0) expect(truth.master, tells).toEqual(dry.master);
        else expect(parts(truth), tells).toBe(parts(dry));
        // Mastering is subtle: the least of it, compression on a quiet song, leaves −30 dB.
        expect(await differenceDb(dry, truth), tells).toBeGreaterThan(answer === 0 ? -20 : -32);
      }
    }
  });
});
