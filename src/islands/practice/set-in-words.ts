import { listed } from '../../pictures/stem-names.ts';
import type { Difficulty, PracticeSet } from '../../training/practice-set.ts';
import { WAY_NAMES, type Catalogue } from './practice-catalogue.ts';

/** A set in sentences: what it asks, on what, how many, how hard. */
export function setInWords(
  { exercises, sources, length, difficulty }: PracticeSet,
  catalogue: Catalogue,
): string[] {
  const asked = exercises.map(({ id, way }) => {
    const title = catalogue.exercises.find((entry) => entry.id === id)?.title ?? id;
    return `${title} (${WAY_NAMES[way].toLowerCase()})`;
  });
  const on = sources.map((id) => catalogue.sources.find((entry) => entry.id === id)?.label ?? id);
  return [`It asks ${length} questions: ${listed(asked)}.`, `On ${listed(on)}.`, difficultyText(difficulty)];
}

function difficultyText(difficulty: Difficulty): string {
  if (difficulty.kind === 'adaptive')
    return `It gets harder after ${difficulty.rule} right answers in a row, and easier after one that is not.`;
  return `It stays equally hard throughout: ${difficulty.percent} % of the way from easy to hard.`;
}
