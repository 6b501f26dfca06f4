import type { Threshold } from '../../training/practice-record.ts';
import { sizeText } from '../../training/size-text.ts';
import { FAMILIES, type Catalogue } from './practice-catalogue.ts';

interface ExerciseListProps {
  readonly catalogue: Catalogue;
  readonly ready: boolean;
  /** The newest of each exercise, source and way. */
  readonly thresholds: readonly Threshold[];
  onPractise(id: string): void;
  onTour(id: string): void;
  onSee(id: string): void;
}

/** Every exercise with what it trains, and three ways in. */
export function ExerciseList({ catalogue, ready, thresholds, onPractise, onTour, onSee }: ExerciseListProps) {
  return (
    <>
      {FAMILIES.map((family) => (
        <section class="practice-family" key={family} aria-labelledby={`family-${familyId(family)}`}>
          <h3 id={`family-${familyId(family)}`}>{family[0].toUpperCase() + family.slice(1)}</h3>
          <ul>
            {catalogue.exercises
              .filter((exercise) => exercise.family === family)
              .map(({ id, title, trains }) => (
                <li key={id} data-exercise={id}>
                  <div>
                    <strong>{title}</strong>
                    <p>{trains}</p>
                    <p class="practice-heard">
                      {heardText(thresholds.filter(({ exercise }) => exercise === id))}
                    </p>
                  </div>
                  <div class="practice-ways">
                    <button
                      type="button"
                      aria-label={`Practise: ${title}`}
                      disabled={!ready}
                      onClick={() => onPractise(id)}
                    >
                      Practise
                    </button>
                    <button
                      type="button"
                      aria-label={`Tour: ${title}`}
                      disabled={!ready}
                      onClick={() => onTour(id)}
                    >
                      Tour
                    </button>
                    <button
                      type="button"
                      aria-label={`See it: ${title}`}
                      disabled={!ready}
                      onClick={() => onSee(id)}
                    >
                      See it
                    </button>
                  </div>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}

/** “Heard from 1.2 dB”, the best of the sources. */
function heardText(thresholds: readonly Threshold[]): string {
  if (thresholds.length === 0) return '';
  const best = thresholds.reduce((one, other) => (other.size < one.size ? other : one));
  return `Heard from ${sizeText(best.size, best.unit)}`;
}

function familyId(family: string): string {
  return family.replaceAll(' ', '-');
}
