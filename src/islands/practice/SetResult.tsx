import type { Exercise, Source } from '../../training/exercise.ts';
import type { PracticeRecord } from '../../training/practice-record.ts';
import { verdictOf } from '../../training/practice-verdict.ts';
import { intervalText, sizeText } from '../../training/size-text.ts';
import { tracksWithoutThreshold } from '../../training/track-verdicts.ts';

interface SetResultProps {
  readonly record: PracticeRecord;
  readonly exercises: readonly Exercise[];
  readonly sources: readonly Source[];
  onClose(): void;
  onAgain(): void;
  /** Everything of an exercise, named, to listen to. */
  onTour(exercise: string): void;
}

/** What a set showed: what was heard, the sizes where hearing ends, every answer, and what was not asked. */
export function SetResult({ record, exercises, sources, onClose, onAgain, onTour }: SetResultProps) {
  const titleOf = (id: string): string => exercises.find((entry) => entry.id === id)?.title ?? id;
  const labelOf = (id: string): string => sources.find((entry) => entry.id === id)?.label ?? id;
  const verdict = verdictOf(record);
  const unfound = tracksWithoutThreshold(record, exercises);
  const oneTrack =
    new Set(record.answers.map(({ exercise, source, way }) => `${exercise} ${source} ${way}`)).size === 1;
  return (
    <div class="set-result">
      <p class="kicker">{record.endedEarly ? 'Ended early' : 'The set is done'}</p>
      <h2 tabIndex={-1}>What you heard</h2>
      <p class="set-verdict">{verdict.text}</p>
      {record.thresholds.length > 0 && (
        <>
          <h3>Where your hearing stands today</h3>
          <table>
            <thead>
              <tr>
                <th scope="col">Exercise</th>
                <th scope="col">On</th>
                <th scope="col">Heard from</th>
                <th scope="col">Between</th>
              </tr>
            </thead>
            <tbody>
              {record.thresholds.map((threshold) => (
                <tr key={`${threshold.exercise} ${threshold.source} ${threshold.way}`}>
                  <th scope="row">{titleOf(threshold.exercise)}</th>
                  <td>{labelOf(threshold.source)}</td>
                  <td>{sizeText(threshold.size, threshold.unit)}</td>
                  <td>{intervalText(threshold.low, threshold.high, threshold.unit)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p class="set-note">
            A size that you would hear about three times in four, on this sound, in this task, with 95 % of
            such intervals holding it. It says nothing of other skills.
          </p>
        </>
      )}
      {unfound.length > 0 && (
        <ul>
          {unfound.map(({ exercise, source, text }) => (
            <li key={`${exercise} ${source}`}>
              {titleOf(exercise)} on {labelOf(source)}: {text}.
            </li>
          ))}
        </ul>
      )}
      {record.withdrawn.length > 0 && (
        <>
          <h3>Not asked</h3>
          <ul>
            {record.withdrawn.map(({ exercise, source, reason }) => (
              <li key={`${exercise} ${source} ${reason}`}>
                {titleOf(exercise)} on {labelOf(source)}: {reason}.
              </li>
            ))}
          </ul>
        </>
      )}
      {record.answers.length > 0 && (
        <details>
          <summary>Every answer</summary>
          {oneTrack && (
            <p class="set-note">
              {titleOf(record.answers[0].exercise)}, {labelOf(record.answers[0].source)}
            </p>
          )}
          <div class="set-answers">
            <table>
              <thead>
                <tr>
                  <th scope="col">No.</th>
                  {!oneTrack && <th scope="col">Exercise</th>}
                  <th scope="col">Size</th>
                  <th scope="col">You said</th>
                  <th scope="col">It was</th>
                  <th scope="col">Result</th>
                </tr>
              </thead>
              <tbody>
                {record.answers.map((answer, i) => (
                  <tr key={i}>
                    <th scope="row">{i + 1}</th>
                    {!oneTrack && (
                      <td>
                        {titleOf(answer.exercise)}, {labelOf(answer.source)}
                      </td>
                    )}
                    <td>{sizeText(answer.size, unitOf(answer.exercise, exercises))}</td>
                    <td>{answer.said}</td>
                    <td>{answer.was}</td>
                    <td>{answer.right ? 'right' : `${Math.round(100 * answer.credit)} %`}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      )}
      <p class="trainer-end">
        <button type="button" class="trainer-next" onClick={onAgain}>
          Another set like this
        </button>
        {oneTrack && (
          <button type="button" onClick={() => onTour(record.answers[0].exercise)}>
            The tour of it
          </button>
        )}
        <button type="button" onClick={onClose}>
          Back to all exercises
        </button>
      </p>
    </div>
  );
}

function unitOf(id: string, exercises: readonly Exercise[]): Exercise['unit'] {
  return exercises.find((entry) => entry.id === id)?.unit ?? '';
}
