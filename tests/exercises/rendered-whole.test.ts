import { describe, expect, it } from 'vitest';
import { bandHz } from '../../src/analysis/lap-analysis.ts';
import { bounceSpec } from '../../src/demos/bounce-spec.ts';
import { only } from '../../src/demos/variation.ts';
import { devicesOf, type MixSpec } from '../../src/dsp/mix-spec.ts';
import { exerciseById } from '../../src/exercises/all.ts';
import { analysedLap } from '../../src/exercises/measure-sources.ts';
import { sourceById, SOURCES } from '../../src/exercises/sources.ts';
import { stemParts } from '../../src/exercises/stem-parts.ts';
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

  it('changes a whole mix by as much of the part as is said, within 0.3 dB: no limiter takes any of it back', async () => {
    const source = sourceById('electronic-mix');
    const whichStem = exerciseById('which-stem');
    for (const [answer, part] of stemParts(source).entries()) {
      const rung = answer % whichStem.ladder.length;
      const { dry, truth, size } = whichStem.ask({
        source,
        way: 'name',
        rung,
        answer,
        draw: new Draw(answer),
      }) as ChoiceQuestion;
      const up = truth.strips.some(({ levelDb }, i) => levelDb > dry.strips[i].levelDb);
      const [louder, quieter] = up ? [truth, dry] : [dry, truth];
      const [a, b] = [await bounceSpec(louder), await bounceSpec(quieter)];
      let power = 1e-15;
      for (const side of [0, 1])
        for (let i = 0; i < a[side].length; i++) power += (a[side][i] - b[side][i]) ** 2;
      const missing = 20 * Math.log10(1 - 10 ** (-size / 20));
      const expected = (await rmsDb(only(louder, part.stems))) + missing;
      expect(Math.abs(10 * Math.log10(power / a[0].length) - expected), part.label).toBeLessThan(0.3);
    }
  });

  it('names parts as people do: both guitars are one part, and so are a voice and its double', () => {
    const labels = (id: string): string[] => stemParts(sourceById(id)).map(({ label }) => label);
    expect(labels('indie-pop-mix').filter((label) => /guitar/i.test(label))).toEqual(['Guitars']);
    expect(labels('acoustic-mix')).toContain('Harmonies');
    expect(labels('electronic-mix')).toEqual([
      'Kick',
      'Clap',
      'Hats',
      'Bass',
      'Pad',
      'Arpeggio',
      'Lead',
      'Voice',
    ]);
  });

  it('keeps the stems of a learner apart, whatever they are called', () => {
    const own = { ...sourceById('acoustic-mix'), id: 'own', kind: 'own' } as const;
    expect(stemParts(own)).toHaveLength(own.base.strips.length);
  });
});

describe('Balance from memory', () => {
  it('begins with two faders or three moved by what is said, and is the original on target', () => {
    for (const source of SOURCES.filter((entry) => exerciseById('balance-memory').unsuited(entry) === null))
      for (const entry of casesOf(exerciseById('balance-memory'), source, 'match')) {
        const { knobs, specAt, truth, size } = entry.question as MatchQuestion;
        expect(knobs.length, nameOf(entry)).toBeGreaterThanOrEqual(2);
        const start = specAt(Object.fromEntries(knobs.map((knob) => [knob.id, knob.start])));
        for (const { id } of knobs)
          for (const moved of stemParts(source).find((part) => part.id === id)!.stems) {
            const level = (spec: MixSpec): number => spec.strips.find(({ stem }) => stem === moved)!.levelDb;
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
  it('has exactly that one on, and it changes the sound by more than −26 dB even at its faintest', async () => {
    const cases = [voice, sourceById('indie-pop-keys'), sourceById('acoustic-mix')]
      .flatMap((source) => casesOf(exerciseById('which-device'), source, 'name'))
      .filter(({ rung }) => rung === 0 || rung === 4);
    for (const entry of cases) {
      const { answer, dry, truth } = entry.question as ChoiceQuestion;
      const on = devicesOf(truth).filter(({ id, bypassed }) => id.startsWith('practice-') && !bypassed);
      expect(
        on.map(({ id }) => id),
        nameOf(entry),
      ).toEqual([`practice-${answer === 'eq' ? 'eq' : answer}`]);
      expect(await differenceDb(dry, truth), nameOf(entry)).toBeGreaterThan(-26);
    }
  });
});

/** Each fault of a place once, at its faintest. */
function drawnFaults(answer: number, id = 'indie-pop-mix'): ChoiceQuestion[] {
  const seen = new Map<string, ChoiceQuestion>();
  for (let seed = 0; seed < 60; seed++) {
    const question = exerciseById('fix-where').ask({
      source: sourceById(id),
      way: 'name',
      rung: 2,
      answer,
      draw: new Draw(seed),
    }) as ChoiceQuestion;
    seen.set(question.tells, question);
  }
  return [...seen.values()];
}

describe('A fault', () => {
  const changed = ({ dry, truth }: ChoiceQuestion): { strips: string[]; master: boolean } => ({
    strips: truth.strips
      .filter((strip, i) => JSON.stringify(strip) !== JSON.stringify(dry.strips[i]))
      .map(({ stem }) => stem),
    master: JSON.stringify(truth.master) !== JSON.stringify(dry.master),
  });

  it('of the mix or the take lies in one part of the song, one of the master on everything alike', () => {
    for (const question of [...drawnFaults(0), ...drawnFaults(2)]) {
      expect(changed(question).master).toBe(false);
      expect(changed(question).strips.every((stem) => /vocal|guitar/.test(stem))).toBe(true);
      expect(changed(question).strips.length).toBeGreaterThan(0);
    }
    for (const question of drawnFaults(1)) expect(changed(question)).toEqual({ strips: [], master: true });
  });

  it('comes in two kinds or three for each place, all of them changing the song by more than −24 dB at their faintest', async () => {
    for (const answer of [0, 1, 2]) {
      const questions = drawnFaults(answer);
      expect(questions.length).toBeGreaterThanOrEqual(2);
      for (const question of questions)
        expect(await differenceDb(question.dry, question.truth), question.tells).toBeGreaterThan(-24);
    }
  });
});

describe('A fault of the recording', () => {
  it.each(['indie-pop-mix', 'electronic-mix', 'acoustic-mix'])(
    'comes before the mix and alters the voice by −18 to −3 dB at its faintest, in %s',
    async (id) => {
      for (const { dry, truth, tells } of drawnFaults(2, id)) {
        const { devices } = truth.strips.find(({ stem }) => stem === 'vocal')!;
        expect(
          devices.slice(0, 2).some(({ bypassed }) => !bypassed),
          tells,
        ).toBe(true);
        const changedBy = await differenceDb(alone(dry, 'vocal'), alone(truth, 'vocal'));
        expect(changedBy, tells).toBeGreaterThan(-18);
        expect(changedBy, tells).toBeLessThan(-3);
      }
    },
  );
});

/** Level of everything between two frequencies, in dB. */
async function bandDb(spec: MixSpec, fromHz: number, toHz: number): Promise<number> {
  const { averageSpectrumDb } = await analysedLap(spec, []);
  let power = 0;
  for (const [band, db] of averageSpectrumDb.entries())
    if (bandHz(band) >= fromHz && bandHz(band) <= toHz) power += 10 ** (db / 10);
  return 10 * Math.log10(power);
}

describe('A sound called thin', () => {
  it('has lost 1 dB or more below 200 Hz against 1 to 4 kHz at every strength, on parts without bass too', async () => {
    const balance = async (spec: MixSpec): Promise<number> =>
      (await bandDb(spec, 130, 200)) - (await bandDb(spec, 1000, 4000));
    for (const id of ['indie-pop-keys', 'electronic-voice', 'acoustic-piano'])
      for (const entry of casesOf(exerciseById('name-the-word'), sourceById(id), 'name')) {
        const { answer, dry, truth } = entry.question as ChoiceQuestion;
        if (answer === 'thin')
          expect((await balance(truth)) - (await balance(dry)), nameOf(entry)).toBeLessThan(-1);
      }
  });
});

describe('Mixing or mastering', () => {
  const whichStage = exerciseById('which-stage');
  const drawn = (id: string, answer: number): ChoiceQuestion[] => {
    const seen = new Map<string, ChoiceQuestion>();
    for (let seed = 0; seed < 60; seed++) {
      const source = sourceById(id);
      const question = whichStage.ask({ source, way: 'name', rung: 0, answer, draw: new Draw(seed) });
      seen.set(question.tells, question as ChoiceQuestion);
    }
    return [...seen.values()];
  };

  it('shows only changes on the parts for mixing, and only on the whole for mastering', () => {
    for (const id of ['indie-pop-mix', 'electronic-mix', 'acoustic-mix']) {
      const parts = (spec: MixSpec): string => JSON.stringify([spec.strips, spec.groups, spec.returns]);
      for (const { dry, truth, tells } of drawn(id, 0)) {
        expect(truth.master, tells).toEqual(dry.master);
        expect(parts(truth), tells).not.toBe(parts(dry));
      }
      for (const { dry, truth, tells } of drawn(id, 1)) {
        expect(parts(truth), tells).toBe(parts(dry));
        expect(truth.master, tells).not.toEqual(dry.master);
      }
    }
  });

  it('is not told by how much has changed: the best rule on size alone is right in four of five at most', async () => {
    const sizes: { readonly db: number; readonly mixing: boolean }[] = [];
    for (const answer of [0, 1]) {
      const questions = drawn('electronic-mix', answer);
      expect(questions).toHaveLength(5);
      for (const { dry, truth, tells } of questions) {
        const db = await differenceDb(dry, truth);
        expect(db, tells).toBeGreaterThan(-21);
        sizes.push({ db, mixing: answer === 0 });
      }
    }
    const right = sizes.map(
      ({ db: least }) => sizes.filter(({ db, mixing }) => db >= least === mixing).length,
    );
    expect(Math.max(...right)).toBeLessThanOrEqual(0.8 * sizes.length);
  });
});
