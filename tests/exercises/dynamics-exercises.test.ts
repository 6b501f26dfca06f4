import { describe, expect, it } from 'vitest';
import type { LapAnalysis } from '../../src/analysis/lap-analysis.ts';
import { devicesOf, type MixSpec } from '../../src/dsp/mix-spec.ts';
import { ASKED_DEVICE } from '../../src/exercises/changed.ts';
import { compressionAmount, thresholdForDb } from '../../src/exercises/compression-amount.ts';
import { compressionAttack, compressionRelease } from '../../src/exercises/compression-times.ts';
import { DYNAMICS_EXERCISES } from '../../src/exercises/dynamics-exercises.ts';
import { limiting } from '../../src/exercises/limiting.ts';
import { analysedLap } from '../../src/exercises/measure-sources.ts';
import { SOURCES, sourceById } from '../../src/exercises/sources.ts';
import { withoutSwing } from '../../src/exercises/suits-dynamics.ts';
import type { Exercise, Source, Way } from '../../src/training/exercise.ts';
import type { ChoiceQuestion, MatchQuestion, Question } from '../../src/training/question.ts';
import { Draw } from '../../src/training/random.ts';

const suited = (exercise: Exercise): Source[] =>
  SOURCES.filter((source) => exercise.unsuited(source) === null);
const parts = (exercise: Exercise): Source[] => suited(exercise).filter(({ kind }) => kind === 'part');

function asked(exercise: Exercise, source: Source, way: Way, rung: number, answer = 0, seed = 1): Question {
  return exercise.ask({ source, way, rung, answer, draw: new Draw(seed) });
}
const choice = (...of: Parameters<typeof asked>): ChoiceQuestion => asked(...of) as ChoiceQuestion;

const reductions = (lap: LapAnalysis): Float32Array => lap.devices.get(ASKED_DEVICE)!.reductionDb;
function quantile(values: Float32Array, share: number): number {
  return Float32Array.from(values).sort()[Math.floor(share * (values.length - 1))];
}
const lapOf = (spec: MixSpec): Promise<LapAnalysis> => analysedLap(spec, [ASKED_DEVICE]);

/** Gain reduction in the loudest twentieth of the time, in dB. */
const deep = async (spec: MixSpec): Promise<number> => quantile(reductions(await lapOf(spec)), 0.95);

/** How much the gain moves while something sounds: standard deviation in dB. */
async function movement(spec: MixSpec): Promise<number> {
  const { inputDb, reductionDb } = (await lapOf(spec)).devices.get(ASKED_DEVICE)!;
  const floor = quantile(inputDb, 0.95) - 30;
  const loud = [...reductionDb].filter((_, i) => inputDb[i] > floor);
  const mean = loud.reduce((sum, db) => sum + db, 0) / loud.length;
  return Math.sqrt(loud.reduce((sum, db) => sum + (db - mean) ** 2, 0) / loud.length);
}

describe('Amount of compression', () => {
  for (const source of suited(compressionAmount))
    it(`on ${source.id} is what is said, within 0.3 dB, at every difficulty`, async () => {
      for (const [rung, db] of compressionAmount.ladder.entries()) {
        const { truth, size } = choice(compressionAmount, source, 'abx', rung);
        expect(size).toBe(db);
        expect(Math.abs((await deep(truth)) - db), `${db} dB`).toBeLessThan(0.3);
        // The other way of asking adds the same amounts up: its ends tell.
        if (rung > 0 && rung < compressionAmount.ladder.length - 1) continue;
        const [more, less] = choice(compressionAmount, source, 'name', rung, 0).heard;
        expect(Math.abs((await deep(more.spec)) - (await deep(less.spec)) - db)).toBeLessThan(0.4);
      }
    });

  it('is asked only where 12 dB move the gain by 1.3 dB or more, and nowhere else', async () => {
    for (const source of SOURCES.filter(({ kind }) => kind !== 'noise')) {
      const moves = await movement(choice(compressionAmount, source, 'abx', 0).truth);
      expect(moves >= 1.3, `${source.id} ${moves.toFixed(2)} dB`).toBe(withoutSwing(source) === null);
    }
  });

  for (const source of suited(compressionAmount))
    it(`on ${source.id} can be matched, begins out of tolerance and says how far it is off`, () => {
      for (let seed = 0; seed < 50; seed++)
        for (const rung of compressionAmount.ladder.keys()) {
          const question = asked(compressionAmount, source, 'match', rung, 0, seed) as MatchQuestion;
          const [knob] = question.knobs;
          expect(question.specAt({ threshold: knob.target })).toEqual(question.heard[0].spec);
          expect(knob.distance(knob.start, knob.target)).toBeGreaterThan(knob.tolerance);
          expect(knob.worthlessDistance).toBeGreaterThan(knob.tolerance);
          for (const place of [knob.start, knob.target]) {
            expect(place).toBeGreaterThanOrEqual(knob.parameter.min);
            expect(place).toBeLessThanOrEqual(knob.parameter.max);
          }
          expect(knob.says(knob.target)).toBe('right');
          expect(knob.says(knob.parameter.min)).toMatch(/^\d+\.\d dB too much$/);
          expect(knob.says(knob.parameter.max)).toMatch(/^\d+\.\d dB too little$/);
        }
    });

  it('keeps its threshold within what a compressor has, however quiet the source', () => {
    const levels = { integratedLufs: -60, detectedDb: -58, truePeakDbtp: -50 };
    expect(thresholdForDb(12, levels)).toBe(-60);
    expect(thresholdForDb(12, { ...levels, detectedDb: -16 })).toBe(-32);
  });
});

describe('Attack of a compressor', () => {
  /** How much deeper the reduction goes on the hits than half of the time, in dB. */
  const onHits = async (spec: MixSpec): Promise<number> => {
    const values = reductions(await lapOf(spec));
    return quantile(values, 0.95) - quantile(values, 0.5);
  };
  for (const source of parts(compressionAttack))
    it(`on ${source.id}: the slower holds hits down by 0.4 dB less or more, the further apart the more`, async () => {
      let before = Infinity;
      for (const rung of compressionAttack.ladder.keys()) {
        const [slow, fast] = choice(compressionAttack, source, 'name', rung, 0).heard;
        const difference = (await onHits(fast.spec)) - (await onHits(slow.spec));
        expect(difference, `${compressionAttack.ladder[rung]} octaves`).toBeGreaterThan(0.4);
        expect(difference).toBeLessThan(before);
        before = difference;
      }
    });
});

describe('Release of a compressor', () => {
  /** How far the gain comes up in the quietest fifth of the time, in dB. */
  const recovery = async (spec: MixSpec): Promise<number> => {
    const values = reductions(await lapOf(spec));
    return quantile(values, 0.95) - quantile(values, 0.2);
  };
  for (const source of suited(compressionRelease))
    it(`on ${source.id}: the faster comes up by 0.4 dB more or further, the further apart the more`, async () => {
      let before = Infinity;
      for (const rung of compressionRelease.ladder.keys()) {
        const [fast, slow] = choice(compressionRelease, source, 'name', rung, 0).heard;
        const difference = (await recovery(fast.spec)) - (await recovery(slow.spec));
        expect(difference, `${compressionRelease.ladder[rung]} octaves`).toBeGreaterThan(0.4);
        expect(difference).toBeLessThan(before);
        before = difference;
      }
    });
});

describe('Limiting', () => {
  for (const source of suited(limiting))
    it(`on ${source.id} turns the highest peak down by what is said and flattens`, async () => {
      const dry = await lapOf(choice(limiting, source, 'name', 0).dry);
      const ratio = (lap: LapAnalysis): number => lap.truePeakDbtp - lap.integratedLufs;
      let before = 0;
      for (const rung of [...limiting.ladder.keys()].reverse()) {
        const lap = await lapOf(choice(limiting, source, 'name', rung).truth);
        const deepest = Math.max(...reductions(lap));
        expect(Math.abs(deepest - limiting.ladder[rung])).toBeLessThan(0.3);
        // The lower the peaks over the loudness, the more is crushed.
        const flattened = ratio(dry) - ratio(lap);
        expect(flattened).toBeGreaterThan(Math.max(0.8, before - 0.05));
        before = flattened;
      }
    });
});

describe('Questions about dynamics', () => {
  const source = sourceById('acoustic-percussion');
  for (const exercise of DYNAMICS_EXERCISES)
    for (const way of exercise.ways.filter((entry) => entry !== 'match'))
      it(`${exercise.id}, ${way}: the answer is the sound that is right, and no word, order or number tells it`, () => {
        for (const rung of exercise.ladder.keys())
          for (let seed = 0; seed < 20; seed++) {
            const [one, two] = [0, 1].map((answer) => choice(exercise, source, way, rung, answer, seed));
            const shown = ({ asks, heard, choices, levels, size }: ChoiceQuestion): unknown => [
              asks,
              heard.map(({ id, label }) => [id, label]),
              choices.map(({ id, label }) => [id, label]),
              levels,
              size,
            ];
            expect(shown(one)).toEqual(shown(two));
            expect(one.levels).toBe('matched');
            expect(one.answer).toBe(one.choices[0].id);
            expect(two.answer).toBe(two.choices[1].id);
            const soundOf = ({ choices, answer }: ChoiceQuestion): MixSpec =>
              choices.find(({ id }) => id === answer)!.spec!;
            if (way === 'abx')
              for (const question of [one, two])
                expect(soundOf(question)).toBe(question.heard.find(({ id }) => id === 'x')!.spec);
            else {
              expect(soundOf(one)).toEqual(soundOf(two));
              expect(soundOf(one)).toEqual(one.truth);
            }
            const ids = [...one.heard.map(({ spec }) => spec), one.dry, one.truth].map((spec) =>
              devicesOf(spec)
                .map(({ id, name }) => `${id} ${name}`)
                .join(),
            );
            expect(new Set(ids).size).toBe(1);
            expect(one.heard[0].spec).not.toEqual(one.heard[1].spec);
          }
      });

  it('A is as often the compressed one as B, and the choice of X does not hang on it', () => {
    for (const exercise of DYNAMICS_EXERCISES) {
      let first = 0;
      for (let seed = 0; seed < 400; seed++) {
        const question = choice(exercise, source, 'abx', 2, 0, seed);
        if (question.heard[0].spec === question.truth) first++;
      }
      expect(first).toBeGreaterThan(150);
      expect(first).toBeLessThan(250);
    }
  });

  it('are asked of no noise, which has no hits and no quieter moments', () => {
    for (const exercise of DYNAMICS_EXERCISES)
      expect(exercise.unsuited(sourceById('pink-noise'))).toMatch(/^it needs /);
  });

  it('have falling ladders, and a source to be asked on', () => {
    for (const exercise of DYNAMICS_EXERCISES) {
      expect([...exercise.ladder].sort((one, other) => other - one)).toEqual(exercise.ladder);
      expect(suited(exercise).length).toBeGreaterThanOrEqual(3);
    }
  });
});
