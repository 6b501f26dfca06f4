import { describe, expect, it } from 'vitest';
import { EXERCISES } from '../../src/exercises/all.ts';
import { SOURCES } from '../../src/exercises/sources.ts';
import type { Difficulty, PracticeSet } from '../../src/training/practice-set.ts';
import { Draw } from '../../src/training/random.ts';
import { readSet, writeSet } from '../../src/training/set-link.ts';

const KNOWN = { exercises: EXERCISES, sources: SOURCES };
const LINK = 'set=1&ask=level-change.abx&on=pink-noise&length=24&difficulty=adaptive-2-same&seed=7';

function drawnSet(draw: Draw): PracticeSet {
  const difficulty: Difficulty = draw.coin()
    ? { kind: 'adaptive', rule: draw.coin() ? 2 : 3, start: draw.coin() ? 'own' : 'same' }
    : { kind: 'fixed', percent: draw.below(101) };
  return {
    exercises: draw
      .shuffled(EXERCISES)
      .slice(0, 1 + draw.below(5))
      .map(({ id, ways }) => ({ id, way: draw.of(ways) })),
    sources: draw
      .shuffled(SOURCES)
      .slice(0, 1 + draw.below(5))
      .map(({ id }) => id),
    length: 1 + draw.below(60),
    difficulty,
    seed: draw.bits(),
  };
}

describe('A set in a link', () => {
  it('comes back as it was, whatever is in it', () => {
    const draw = new Draw(1);
    for (let i = 0; i < 500; i++) {
      const set = drawnSet(draw);
      expect(readSet(writeSet(set), KNOWN)).toEqual({ ok: true, set });
    }
  });

  it('is understood as a mail program writes it, with %2C for a comma', () => {
    const written = LINK.replace('abx', 'abx,pan-position.name');
    expect(readSet(written.replaceAll(',', '%2C').replaceAll('=', '%3D'), KNOWN)).toEqual(
      readSet(written, KNOWN),
    );
    expect(readSet(written.replace(',', '%2'), KNOWN)).toEqual({
      ok: false,
      reason: 'a part of it is missing or broken',
    });
  });

  it('can be read by a person', () => {
    const read = readSet(LINK, KNOWN);
    expect(read.ok && writeSet(read.set)).toBe(LINK);
  });

  it.each([
    [
      'set=2&ask=level-change.abx&on=pink-noise&length=24&difficulty=adaptive-2-same&seed=7',
      /version 2.*reload/,
    ],
    ['set=1&ask=level-change.abx', /does not say “on”/],
    [LINK.replace('level-change', 'loudness'), /no exercise “loudness.abx”/],
    [LINK.replace('.abx', '.guess'), /no way to answer/],
    [LINK.replace('pink-noise', 'brown-noise'), /no sound “brown-noise”/],
    [LINK.replace('length=24', 'length=0'), /length is no whole number from 1 to 60/],
    [LINK.replace('seed=7', 'seed=-7'), /seed/],
    [LINK.replace('adaptive-2-same', 'adaptive-4-same'), /no difficulty/],
    [`${LINK}&seed=8`, /says “seed” twice/],
    [`${LINK}&score=10`, /holds “score”/],
    ['', /missing or broken/],
  ])('that is broken is refused with what is wrong: %s', (link, reason) => {
    const read = readSet(link, KNOWN);
    expect(read.ok ? '' : read.reason).toMatch(reason);
  });

  it('that is cut off, doubled or altered anywhere never throws, and is a set or a reason', () => {
    const draw = new Draw(2);
    for (let i = 0; i < 1000; i++) {
      const at = draw.below(LINK.length);
      const text =
        i % 3 === 0
          ? LINK.slice(0, at)
          : i % 3 === 1
            ? LINK.slice(0, at) + String.fromCharCode(32 + draw.below(200)) + LINK.slice(at + 1)
            : LINK.slice(at) + LINK.slice(0, at);
      const read = readSet(text, KNOWN);
      expect(read.ok || read.reason.length > 10).toBe(true);
    }
  });
});
