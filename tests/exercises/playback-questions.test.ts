import { describe, expect, it } from 'vitest';
import { bounceSpec } from '../../src/demos/bounce-spec.ts';
import {
  checkInWords,
  checkQuestions,
  checkResult,
  nextCheckQuestion,
  VOLUME_NOISE,
  type CheckPart,
  type CheckQuestion,
} from '../../src/exercises/playback-questions.ts';

const QUESTIONS = checkQuestions(5);
const of = (part: CheckPart): CheckQuestion[] => QUESTIONS.filter((question) => question.part === part);

/** Stretches in which something sounds, as [level in dBFS of the left, of the sum of both sides]. */
function bursts([left, right]: readonly [Float32Array, Float32Array]): [number, number][] {
  const block = 480;
  const found: [number, number][] = [];
  let inside = false;
  for (let at = 0; at + block <= left.length; at += block) {
    let one = 1e-12;
    let sum = 1e-12;
    for (let i = at; i < at + block; i++) {
      one += left[i] ** 2 / block;
      sum += ((left[i] + right[i]) / 2) ** 2 / block;
    }
    const [level, mono] = [10 * Math.log10(one), 10 * Math.log10(sum)];
    const loud = level > -55;
    if (loud && !inside) found.push([level, mono]);
    else if (loud && level > found[found.length - 1][0]) found[found.length - 1] = [level, mono];
    inside = loud;
  }
  return found;
}

const answered = (say: (question: CheckQuestion) => string | null) => {
  const answers = new Map<CheckQuestion, string>();
  for (
    let next = nextCheckQuestion(QUESTIONS, answers, new Set());
    next;
    next = nextCheckQuestion(QUESTIONS, answers, new Set())
  )
    answers.set(next, say(next) ?? 'none');
  return answers;
};

describe('The sounds of the playback check', () => {
  it('put noise on the left, on the right and in the middle, each once', async () => {
    for (const { spec, answer } of of('sides')) {
      const [left, right] = await bounceSpec(spec);
      const power = (samples: Float32Array): number =>
        samples.reduce((sum, sample) => sum + sample ** 2, 1e-9);
      const leftDb = 10 * Math.log10(power(left) / power(right));
      if (answer === 'middle') expect(Math.abs(leftDb)).toBeLessThan(0.1);
      else expect(answer === 'left' ? leftDb : -leftDb).toBeGreaterThan(40);
    }
    expect(
      of('sides')
        .map(({ answer }) => answer)
        .sort(),
    ).toEqual(['left', 'middle', 'right']);
  });

  it('count as many pulses as their answer says', async () => {
    for (const { spec, answer, hz } of [...of('lows'), ...of('highs')])
      expect(bursts(await bounceSpec(spec)), `${hz} Hz`).toHaveLength(Number(answer));
  });

  it('play three tones of which one is 6 dB softer, and another cancels in the air between two speakers', async () => {
    for (const { spec, answer } of of('headphones')) {
      const three = bursts(await bounceSpec(spec));
      expect(three).toHaveLength(3);
      const place = ['first', 'second', 'third'].indexOf(answer);
      const others = three.filter((_, i) => i !== place);
      for (const [level] of others) expect(level - three[place][0]).toBeCloseTo(6, 0);
      expect(others.filter(([level, mono]) => level - mono > 40)).toHaveLength(1);
    }
  });

  it('are never louder than −10 dBFS', async () => {
    for (const spec of [VOLUME_NOISE, ...QUESTIONS.map((question) => question.spec)])
      for (const side of await bounceSpec(spec))
        expect(side.reduce((peak, sample) => Math.max(peak, Math.abs(sample)), 0)).toBeLessThan(
          10 ** (-10 / 20),
        );
  });
});

describe('What the check concludes', () => {
  it('from right answers alone: stereo, headphones, 40 Hz to 16 kHz', () => {
    const check = checkResult(
      QUESTIONS,
      answered(({ answer }) => answer),
      '2026-11-27',
    );
    expect(check).toEqual({
      day: '2026-11-27',
      sides: 'stereo',
      listeningOn: 'headphones',
      lowestHz: 40,
      highestHz: 16_000,
    });
    expect(checkInWords(check)).toHaveLength(4);
  });

  it('from swapped sides: that they are swapped', () => {
    const swap: Record<string, string> = { left: 'right', right: 'left', middle: 'middle' };
    expect(
      checkResult(
        QUESTIONS,
        answered((q) => (q.part === 'sides' ? swap[q.answer] : q.answer)),
        '2026-11-27',
      ).sides,
    ).toBe('swapped');
  });

  it('from one ear: mono, and headphones are not asked about', () => {
    const answers = answered((q) => (q.part === 'sides' ? 'unsure' : q.answer));
    expect(checkResult(QUESTIONS, answers, '2026-11-27')).toMatchObject({
      sides: 'mono',
      listeningOn: 'not known',
    });
    expect([...answers.keys()].some(({ part }) => part === 'headphones')).toBe(false);
  });

  it('from tones that are missed: the last one that was heard, and nothing beyond is asked', () => {
    const answers = answered((q) => (q.hz === 80 || q.hz === 14_000 ? 'none' : q.answer));
    expect(checkResult(QUESTIONS, answers, '2026-11-27')).toMatchObject({ lowestHz: 100, highestHz: 12_000 });
    expect([...answers.keys()].some(({ hz }) => hz === 60 || hz === 40 || hz === 16_000)).toBe(false);
  });

  it('from speakers, on which the tone out of phase sounds softest: speakers', () => {
    const wrong: Record<string, string> = { first: 'second', second: 'third', third: 'first' };
    expect(
      checkResult(
        QUESTIONS,
        answered((q) => (q.part === 'headphones' ? wrong[q.answer] : q.answer)),
        '2026-11-27',
      ).listeningOn,
    ).toBe('speakers');
  });

  it('from guessing how many pulses: nothing, in three cases of four', () => {
    const heard = Array.from({ length: 400 }, (_, seed) => {
      const questions = checkQuestions(seed);
      return questions.find(({ hz }) => hz === 40)!.answer === '2';
    }).filter(Boolean).length;
    expect(heard / 400).toBeGreaterThan(0.18);
    expect(heard / 400).toBeLessThan(0.32);
  });
});
