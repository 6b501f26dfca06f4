import type { ComponentChildren } from 'preact';
import type { Exercise, Source } from '../../training/exercise.ts';

export interface UnscoredProps {
  readonly exercise: Exercise;
  readonly sources: readonly Source[];
  onClose(): void;
  onPractise(): void;
}

/** What a tour and “See it” have in common: the exercise's name, that nothing is scored, and the ways on. */
export function Unscored({
  what,
  exercise,
  onClose,
  onPractise,
  children,
}: UnscoredProps & { readonly what: string; readonly children: ComponentChildren }) {
  return (
    <section class="trainer" aria-label={`${what}: ${exercise.title}`}>
      <p class="kicker">{what} · nothing is scored</p>
      <h2 tabIndex={-1}>{exercise.title}</h2>
      {children}
      <p class="trainer-end">
        <button type="button" class="trainer-next" onClick={onPractise}>
          Practise it
        </button>
        <button type="button" onClick={onClose}>
          Back to all exercises
        </button>
      </p>
    </section>
  );
}

/** The sources that an exercise can be asked on. */
export function suitedSources(exercise: Exercise, sources: readonly Source[]): Source[] {
  return sources.filter((source) => exercise.unsuited(source) === null);
}

interface SourceSelectProps {
  readonly sources: readonly Source[];
  readonly chosen: Source;
  onChoose(id: string): void;
}

export function SourceSelect({ sources, chosen, onChoose }: SourceSelectProps) {
  return (
    <label>
      <span>On what sound</span>
      <select value={chosen.id} onChange={(event) => onChoose(event.currentTarget.value)}>
        {sources.map(({ id, label }) => (
          <option value={id} key={id}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}
