import { describe, expect, it } from 'vitest';
import { bounceLoop } from '../../src/dsp/bounce.ts';
import { mixSpec } from '../../src/dsp/mix-draft.ts';
import type { MixSpec } from '../../src/dsp/mix-spec.ts';
import { exerciseById } from '../../src/exercises/all.ts';
import type { Source } from '../../src/training/exercise.ts';
import type { ChoiceQuestion, MatchQuestion } from '../../src/training/question.ts';
import { bandOf, decaySeconds } from '../dsp/impulse-response.ts';
import { casesOf, nameOf, type Case } from './every-question.ts';

const RATE = 48000;
const SECONDS = 8;
/** The sine's, −13 dBFS, as the quietest voice of the songs has. */
const PEAK = 10 ** (-13 / 20);

/** One sound made here instead of a song's stem. */
function sourceOf(kind: 'click' | 'sine'): Source {
  return {
    id: 'test-voice',
    label: 'Test',
    kind: 'part',
    base: mixSpec({ song: kind, strips: { [kind]: {} } }),
    stereo: false,
    fromHz: 100,
    toHz: 16_000,
    levels: { integratedLufs: -23, detectedDb: -20, truePeakDbtp: -13 },
  };
}

/** Where the click lies, so that nothing of the tail wraps into what is looked at. */
const CLICK_AT = RATE;

function rendered(spec: MixSpec, kind: 'click' | 'sine'): Float32Array {
  const samples = new Float32Array(SECONDS * RATE);
  if (kind === 'click') samples[CLICK_AT] = 0.25;
  else for (let i = 0; i < samples.length; i++) samples[i] = PEAK * Math.sin((2 * Math.PI * 500 * i) / RATE);
  // Two equal sides: one alone would come through the pan pot 3 dB down.
  return bounceLoop(spec, [[samples, samples]], RATE)[0];
}

const clickCases = (id: string, way: 'name' | 'match'): Case[] =>
  casesOf(exerciseById(id), sourceOf('click'), way);

/** RT60 of the tail behind the click in the octave around 1 kHz, where a reverb's decay is defined. */
function decaySecondsOf(spec: MixSpec): number {
  const tail = rendered(spec, 'click').subarray(CLICK_AT + Math.round(0.05 * RATE));
  return decaySeconds(bandOf(Float64Array.from(tail), RATE, 1000, 1), RATE);
}

/** When after the click something else begins, in ms. */
function secondOnsetMs(spec: MixSpec): number {
  const out = rendered(spec, 'click');
  const from = CLICK_AT + Math.round(0.002 * RATE);
  let peak = 0;
  for (let i = from; i < from + RATE; i++) peak = Math.max(peak, Math.abs(out[i]));
  const found = out.findIndex((sample, i) => i >= from && Math.abs(sample) > 0.2 * peak);
  return ((found - CLICK_AT) / RATE) * 1000;
}

/** Energy behind the direct sound against it, in dB. */
function wetDb(spec: MixSpec): number {
  const out = rendered(spec, 'click');
  const until = CLICK_AT + Math.round(0.002 * RATE);
  let direct = 0;
  let behind = 0;
  for (let i = CLICK_AT - 100; i < out.length; i++) {
    if (i < until) direct += out[i] ** 2;
    else behind += out[i] ** 2;
  }
  return 10 * Math.log10(behind / direct);
}

const right = ({ question }: Case): MixSpec => question.truth;
const other = ({ question }: Case): MixSpec => {
  const { heard, answer } = question as ChoiceQuestion;
  return heard.find(({ id }) => id !== answer)!.spec;
};

describe('Reverb time', () => {
  it('of the longer one is longer by the percentage that is said, within 8 %, at every difficulty', () => {
    for (const entry of clickCases('reverb-time', 'name').filter(({ answer }) => answer === 0)) {
      const ratio = decaySecondsOf(right(entry)) / decaySecondsOf(other(entry));
      expect(ratio / (1 + entry.question.size / 100), nameOf(entry)).toBeGreaterThan(0.92);
      expect(ratio / (1 + entry.question.size / 100), nameOf(entry)).toBeLessThan(1.08);
    }
  });
});

describe('A match of reverb', () => {
  it('rings as long as its knob says, within 8 %', () => {
    for (const entry of clickCases('reverb-time', 'match')) {
      const { knobs, truth } = entry.question as MatchQuestion;
      const ratio = decaySecondsOf(truth) / knobs[0].target;
      expect(ratio, nameOf(entry)).toBeGreaterThan(0.92);
      expect(ratio, nameOf(entry)).toBeLessThan(1.08);
    }
  });

  it('waits as long as its knob says, within 2 ms', () => {
    for (const entry of clickCases('pre-delay', 'match')) {
      const { knobs, specAt, truth } = entry.question as MatchQuestion;
      const waits = secondOnsetMs(truth) - secondOnsetMs(specAt({ amount: 0 }));
      expect(Math.abs(waits - knobs[0].target), nameOf(entry)).toBeLessThan(2);
    }
  });
});

describe('Pre-delay', () => {
  it('lets the reverb begin later by as many milliseconds as are said, within 2 ms', () => {
    for (const entry of clickCases('pre-delay', 'name')) {
      const later = secondOnsetMs(right(entry)) - secondOnsetMs(other(entry));
      expect(Math.abs(later - entry.question.size), nameOf(entry)).toBeLessThan(2);
    }
  });
});

describe('Delay time', () => {
  it('is later by the percentage that is said, within 2 %, in whichever place it stands', () => {
    for (const entry of clickCases('delay-time', 'name')) {
      const ratio = secondOnsetMs(right(entry)) / secondOnsetMs(other(entry));
      expect(Math.abs(ratio - 1 - entry.question.size / 100), nameOf(entry)).toBeLessThan(0.02);
    }
  });

  it('of a match is where its knob says, within 1 ms', () => {
    for (const entry of clickCases('delay-time', 'match')) {
      const { knobs, truth } = entry.question as MatchQuestion;
      expect(Math.abs(secondOnsetMs(truth) - knobs[0].target), nameOf(entry)).toBeLessThan(1);
    }
  });
});

describe('Depth', () => {
  it('has more reverb against the direct sound by what is said, within 1 dB', () => {
    for (const entry of clickCases('depth', 'name')) {
      const further = wetDb(right(entry)) - wetDb(other(entry));
      expect(
        Math.abs(further - entry.question.size),
        `${nameOf(entry)}: ${further.toFixed(1)} dB`,
      ).toBeLessThan(1);
    }
  });
});

/** Everything but the 500 Hz of the sine, against it, in percent. */
function distortionPercent(spec: MixSpec): number {
  const out = rendered(spec, 'sine').subarray(0, 4 * RATE);
  let sine = 0;
  let cosine = 0;
  let power = 0;
  for (let i = 0; i < out.length; i++) {
    const angle = (2 * Math.PI * 500 * i) / RATE;
    sine += (2 / out.length) * out[i] * Math.sin(angle);
    cosine += (2 / out.length) * out[i] * Math.cos(angle);
    power += out[i] ** 2 / out.length;
  }
  const fundamental = (sine ** 2 + cosine ** 2) / 2;
  return 100 * Math.sqrt(Math.max(0, power - fundamental) / fundamental);
}

describe('Saturation', () => {
  it('distorts a sine at the source’s level by 4.5 to 5.5 % at its hardest and more than 18 % at its easiest, and falls from rung to rung', () => {
    const cases = casesOf(exerciseById('saturation'), sourceOf('sine'), 'name').filter(
      ({ answer }) => answer === 0,
    );
    const amounts = cases.map((entry) => distortionPercent(right(entry)));
    amounts.forEach((amount, rung) => {
      if (rung > 0) expect(amount).toBeLessThan(amounts[rung - 1]);
      expect(distortionPercent(other(cases[rung]))).toBeLessThan(0.01);
    });
    expect(amounts[0]).toBeGreaterThan(18);
    expect(amounts.at(-1)!).toBeGreaterThan(4.5);
    expect(amounts.at(-1)!).toBeLessThan(5.5);
  });

  it('of a match grows with its knob without a jump, from 2.5 to 4.5 % at the low end', () => {
    const [{ question }] = casesOf(exerciseById('saturation'), sourceOf('sine'), 'match');
    const { knobs, specAt } = question as MatchQuestion;
    const { min, max } = knobs[0].parameter;
    const amounts = [min, min + 0.1, min + 1, max].map((amount) => distortionPercent(specAt({ amount })));
    expect(amounts[0]).toBeGreaterThan(2.5);
    expect(amounts[0]).toBeLessThan(4.5);
    expect(amounts[1] / amounts[0]).toBeLessThan(1.05);
    expect(amounts[3]).toBeGreaterThan(amounts[2]);
    expect(amounts[2]).toBeGreaterThan(amounts[1]);
  });
});
