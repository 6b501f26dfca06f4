import { describe, expect, it } from 'vitest';
import { EXERCISES } from '../../src/exercises/all.ts';
import { SOURCES } from '../../src/exercises/sources.ts';
import { devicesOf, type MixSpec } from '../../src/dsp/mix-spec.ts';
import { Draw } from '../../src/training/random.ts';
import { casesOf, everyCase, nameOf, specsOf } from './every-question.ts';

/** What an engine is built for: it can be switched to any other mix that is equal in this. */
function build({ song, strips, groups, returns, master }: MixSpec): string {
  const ids = ({ devices }: MixSpec['strips'][number] | MixSpec['groups'][number]) =>
    devices.map(({ type, id, key }) => [type, id, key]);
  return JSON.stringify([
    song,
    strips.map((strip) => [strip.stem, strip.group, strip.sends.map(({ to }) => to), ids(strip)]),
    groups.map((group) => [group.id, ids(group)]),
    returns.map(({ id, devices }) => [id, devices.map(({ type, id: device }) => [type, device])]),
    master.map(({ type, id, key }) => [type, id, key]),
  ]);
}

const CASES = everyCase();

describe('Every question of every exercise', () => {
  it('is asked on two sources or more, in every way of its exercise', () => {
    for (const exercise of EXERCISES)
      expect(
        SOURCES.filter((source) => exercise.unsuited(source) === null).length,
        exercise.id,
      ).toBeGreaterThanOrEqual(2);
    expect(CASES.length).toBeGreaterThan(5000);
  });

  it('plays mixes of the same devices, so that any of them can be switched to at the same spot', () => {
    for (const entry of CASES) {
      const builds = new Set(specsOf(entry.question).map(build));
      expect(builds.size, nameOf(entry)).toBe(1);
    }
  });

  it('never plays above full level before its own headroom', () => {
    for (const entry of CASES)
      for (const { matchDb } of specsOf(entry.question))
        expect(matchDb, nameOf(entry)).toBeLessThanOrEqual(0);
  });

  it('offers each answer once, the right one among them at its drawn place', () => {
    for (const entry of CASES) {
      const { question, answer, exercise, way, source } = entry;
      if (question.kind !== 'choice') continue;
      const ids = question.choices.map(({ id }) => id);
      expect(new Set(ids).size, nameOf(entry)).toBe(ids.length);
      expect(new Set(question.choices.map(({ label }) => label)).size, nameOf(entry)).toBe(ids.length);
      expect(ids.length, nameOf(entry)).toBe(exercise.choiceCount(way, source));
      expect(ids.indexOf(question.answer), nameOf(entry)).toBe(answer);
    }
  });

  it('shows nothing of the answer: what can be read and pressed is the same whatever is right', () => {
    for (const exercise of EXERCISES)
      for (const source of SOURCES.filter((entry) => exercise.unsuited(entry) === null))
        for (const way of exercise.ways) {
          const shown = casesOf(exercise, source, way).map(({ rung, question }) => {
            const { asks, heard } = question;
            const offered =
              question.kind === 'choice' ? question.choices.map(({ id, label }) => [id, label]) : [];
            return [
              rung,
              JSON.stringify([asks, heard.map(({ id, label }) => [id, label]), offered]),
            ] as const;
          });
          for (const [rung, text] of shown)
            expect(text, `${exercise.id} by ${way} on ${source.id}`).toBe(
              shown.find(([other]) => other === rung)![1],
            );
        }
  });

  it('starts its knobs where they are not yet right, and is right with them on target', () => {
    for (const entry of CASES) {
      const { question } = entry;
      if (question.kind !== 'match') continue;
      expect(
        question.knobs.some(({ distance, start, target, tolerance }) => distance(start, target) > tolerance),
        nameOf(entry),
      ).toBe(true);
      for (const { parameter, start, target, distance, tolerance, worthlessDistance } of question.knobs) {
        expect(start, nameOf(entry)).toBeGreaterThanOrEqual(parameter.min);
        expect(start, nameOf(entry)).toBeLessThanOrEqual(parameter.max);
        expect(target, nameOf(entry)).toBeGreaterThanOrEqual(parameter.min);
        expect(target, nameOf(entry)).toBeLessThanOrEqual(parameter.max);
        expect(distance(target, target)).toBe(0);
        expect(worthlessDistance, nameOf(entry)).toBeGreaterThan(tolerance);
      }
      const onTarget = question.specAt(
        Object.fromEntries(question.knobs.map(({ id, target }) => [id, target])),
      );
      expect(onTarget, nameOf(entry)).toEqual(question.truth);
    }
  });

  it('has devices with settings inside their ranges: building it again from the same seed gives the same mixes', () => {
    for (const { exercise, source, way, rung, answer, question } of CASES.slice(0, 400)) {
      const again = exercise.ask({ source, way, rung, answer, draw: new Draw(1) });
      const once = exercise.ask({ source, way, rung, answer, draw: new Draw(1) });
      expect(specsOf(again)).toEqual(specsOf(once));
      expect(
        devicesOf(question.truth).every(({ settings }) => Object.values(settings).every(Number.isFinite)),
      ).toBe(true);
    }
  });

  it('has sizes that fall from rung to rung', () => {
    for (const { id, ladder } of EXERCISES)
      for (let rung = 1; rung < ladder.length; rung++)
        expect(ladder[rung], id).toBeLessThan(ladder[rung - 1]);
  });
});
