import { describe, expect, it } from 'vitest';
import { bandHz, BANDS } from '../../src/analysis/lap-analysis.ts';
import { bounceSpec } from '../../src/demos/bounce-spec.ts';
import { measureLoudness } from '../../src/dsp/loudness.ts';
import type { MixSpec } from '../../src/dsp/mix-spec.ts';
import { exerciseById } from '../../src/exercises/all.ts';
import { analysedLap } from '../../src/exercises/measure-sources.ts';
import { sourceById } from '../../src/exercises/sources.ts';
import type { ChoiceQuestion, MatchQuestion } from '../../src/training/question.ts';
import { casesOf, nameOf } from './every-question.ts';

const noise = sourceById('pink-noise');
const voice = sourceById('indie-pop-voice');
const keys = sourceById('indie-pop-keys');

const spectra = new Map<string, Promise<Float32Array>>();
/** Average spectrum in twelfths of an octave; each mix is rendered once. */
function spectrum(spec: MixSpec): Promise<Float32Array> {
  const key = JSON.stringify(spec);
  if (!spectra.has(key))
    spectra.set(
      key,
      analysedLap(spec, []).then((lap) => lap.averageSpectrumDb),
    );
  return spectra.get(key)!;
}

/** What one mix has more than another around a frequency, in dB. */
async function moreAt(hz: number, spec: MixSpec, than: MixSpec): Promise<number> {
  const [one, other] = [await spectrum(spec), await spectrum(than)];
  const band = Math.round(12 * Math.log2(hz / bandHz(0)));
  return one[band] - other[band];
}

const hzOf = (id: string): number => Number(/-(\d+)$/.exec(id)![1]);
const lufs = async (spec: MixSpec): Promise<number> =>
  measureLoudness(await bounceSpec(spec), 48000).integratedLufs;

describe('A question about level', () => {
  it('by ABX has two sounds that are exactly as far apart as it says, at every difficulty', async () => {
    for (const { question } of casesOf(exerciseById('level-change'), noise, 'abx')) {
      const [a, b] = question.heard;
      expect(Math.abs((await lufs(a.spec)) - (await lufs(b.spec)))).toBeCloseTo(question.size, 1);
    }
  });

  it('by naming goes up for “louder” and down for “quieter”', async () => {
    for (const entry of casesOf(exerciseById('level-change'), noise, 'name')) {
      const { answer, heard, size } = entry.question as ChoiceQuestion;
      const change = (await lufs(heard[1].spec)) - (await lufs(heard[0].spec));
      expect(change, nameOf(entry)).toBeCloseTo(answer === 'louder' ? size : -size, 1);
    }
  });
});

describe('A question about an EQ band', () => {
  for (const id of ['eq-boost', 'eq-cut', 'eq-either'])
    it(`${id} moves the band that is right by what it says, within 0.5 dB, at every difficulty`, async () => {
      for (const entry of casesOf(exerciseById(id), noise, 'name')) {
        const { answer, dry, truth, size } = entry.question as ChoiceQuestion;
        const change = await moreAt(hzOf(answer), truth, dry);
        const expected = answer.startsWith('boost') ? size : -size;
        expect(Math.abs(change - expected), `${nameOf(entry)}: ${change.toFixed(2)} dB`).toBeLessThan(0.5);
      }
    });

  it('eq-third-octave moves a third of an octave by what it says, and an octave away by less than a sixth of it', async () => {
    const cases = casesOf(exerciseById('eq-third-octave'), noise, 'name').filter(
      ({ rung }) => rung % 3 === 0,
    );
    for (const entry of cases) {
      const { answer, dry, truth, size } = entry.question as ChoiceQuestion;
      const hz = hzOf(answer);
      expect(Math.abs((await moreAt(hz, truth, dry)) - size), nameOf(entry)).toBeLessThan(
        (hz < 200 ? 0.4 : 0.1) * size + 0.4,
      );
      // Below 200 Hz the spectrum is read no more finely than the band is wide.
      if (hz >= 200 && hz < 6000)
        expect(await moreAt(2 * hz, truth, dry), nameOf(entry)).toBeLessThan(size / 6);
    }
  });

  it('can be heard on a voice as well: the band moves there by at least three quarters of what is said', async () => {
    for (const entry of casesOf(exerciseById('eq-boost'), voice, 'name').filter(({ rung }) => rung === 2)) {
      const { answer, dry, truth, size } = entry.question as ChoiceQuestion;
      expect(await moreAt(hzOf(answer), truth, dry), nameOf(entry)).toBeGreaterThan(0.75 * size);
    }
  });
});

describe('Undoing an EQ by ear', () => {
  it('on target leaves less than 0.3 dB of it anywhere', async () => {
    for (const { question } of casesOf(exerciseById('eq-match'), noise, 'match')) {
      const { truth } = question as MatchQuestion;
      const plain = { ...truth, master: truth.master.slice(0, -2) };
      const [put, was] = [await spectrum(truth), await spectrum(plain)];
      for (let band = 24; band < BANDS; band++) expect(Math.abs(put[band] - was[band])).toBeLessThan(0.3);
    }
  });
});

describe('A filter', () => {
  it('cuts off where it says: 3 to 4 dB down there, more than 20 dB an octave above', async () => {
    const filter = exerciseById('filter-cutoff');
    for (const { question } of casesOf(filter, noise, 'match')) {
      const { truth, dry, knobs } = question as MatchQuestion;
      const cutoff = knobs[0].target;
      const atCutoff = await moreAt(cutoff, truth, dry);
      expect(atCutoff).toBeLessThan(-2);
      expect(atCutoff).toBeGreaterThan(-4.5);
      if (cutoff < 8000) expect(await moreAt(2 * cutoff, truth, dry)).toBeLessThan(-20);
    }
  });
});

describe('A word for a sound', () => {
  it('moves its region by at least 1 dB even at its faintest, and the others’ regions tell it apart', async () => {
    for (const entry of casesOf(exerciseById('name-the-word'), noise, 'name')) {
      const { dry, truth, needs } = entry.question as ChoiceQuestion;
      const [one, other] = [await spectrum(truth), await spectrum(dry)];
      const moved = Array.from({ length: BANDS }, (_, band) => band)
        .filter((band) => bandHz(band) >= needs.fromHz && bandHz(band) <= needs.toHz)
        .map((band) => Math.abs(one[band] - other[band]));
      expect(Math.max(...moved), nameOf(entry)).toBeGreaterThan(1);
    }
  });
});

/** Level of the left above the right, in dB; and of the side above the middle. */
async function sides(spec: MixSpec): Promise<{ leftDb: number; sideDb: number }> {
  const [left, right] = await bounceSpec(spec);
  const sum = { left: 1e-12, right: 1e-12, middle: 1e-12, side: 1e-12 };
  for (let i = 0; i < left.length; i++) {
    sum.left += left[i] ** 2;
    sum.right += right[i] ** 2;
    sum.middle += (left[i] + right[i]) ** 2;
    sum.side += (left[i] - right[i]) ** 2;
  }
  return {
    leftDb: 10 * Math.log10(sum.left / sum.right),
    sideDb: 10 * Math.log10(sum.side / sum.middle),
  };
}

describe('A place between the speakers', () => {
  it('lies on the side that is said, further out for a larger step, and in the middle for the middle', async () => {
    for (const entry of casesOf(exerciseById('pan-position'), noise, 'name')) {
      const { answer, truth } = entry.question as ChoiceQuestion;
      const { leftDb } = await sides(truth);
      const place = Number(answer);
      if (place === 0) expect(Math.abs(leftDb), nameOf(entry)).toBeLessThan(0.05);
      // Half a decibel between the sides is about what can be told apart (Breebaart & Faller).
      else expect(-Math.sign(place) * leftDb, nameOf(entry)).toBeGreaterThan(0.5);
    }
  });

  it('by ABX differs by at least half a decibel between the sides at every difficulty', async () => {
    for (const entry of casesOf(exerciseById('pan-position'), noise, 'abx')) {
      const [a, b] = entry.question.heard;
      expect(
        Math.abs((await sides(a.spec)).leftDb - (await sides(b.spec)).leftDb),
        nameOf(entry),
      ).toBeGreaterThan(0.5);
    }
  });
});

describe('Stereo width', () => {
  it('moves the side against the middle by what the percentages say, within 0.3 dB', async () => {
    for (const entry of casesOf(exerciseById('stereo-width'), keys, 'name')) {
      const { answer, truth, dry, size } = entry.question as ChoiceQuestion;
      const change = (await sides(truth)).sideDb - (await sides(dry)).sideDb;
      const factor = answer === 'wider' ? 1 + size / 100 : 1 - size / 100;
      expect(Math.abs(change - 20 * Math.log10(factor)), nameOf(entry)).toBeLessThan(0.3);
    }
  });
});
