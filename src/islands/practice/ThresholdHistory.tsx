import { useId, useState } from 'preact/hooks';
import type { SizeUnit } from '../../training/exercise.ts';
import type { PracticeRecord } from '../../training/practice-record.ts';
import { practiceHistory, practised, type PracticeEntry } from '../../training/practice-history.ts';
import { boundsText, dayText, foundText, rightText } from './history-text.ts';
import { WAY_NAMES } from './practice-catalogue.ts';
import { ThresholdChart } from './ThresholdChart.tsx';

interface ThresholdHistoryProps {
  readonly records: readonly PracticeRecord[];
  readonly exercises: readonly { readonly id: string; readonly title: string; readonly unit: SizeUnit }[];
  readonly sources: readonly { readonly id: string; readonly label: string }[];
}

/** What was found over the days: one exercise on one source at a time, drawn and as a table. */
export function ThresholdHistory({ records, exercises, sources }: ThresholdHistoryProps) {
  const id = useId();
  const [chosenExercise, chooseExercise] = useState('');
  const [chosenSource, chooseSource] = useState('');
  const pairs = practised(records);
  if (pairs.size === 0)
    return (
      <p class="practice-history-empty">
        No set has been taken yet. After the first one, what it found stands here.
      </p>
    );

  const exercise = pairs.has(chosenExercise) ? chosenExercise : [...pairs.keys()][0];
  const practisedOn = pairs.get(exercise)!;
  const source = practisedOn.includes(chosenSource) ? chosenSource : practisedOn[0];
  // A file may name what this course does not have: then its id stands for it.
  const titleOf = (which: string): string => exercises.find((entry) => entry.id === which)?.title ?? which;
  const labelOf = (which: string): string => sources.find((entry) => entry.id === which)?.label ?? which;
  const entries = practiceHistory(records, exercise, source);
  const found = entries.find(({ threshold }) => threshold)?.threshold;
  const title = `${titleOf(exercise)} on “${labelOf(source)}”: the smallest difference heard`;

  return (
    <div class="practice-history">
      <div class="practice-history-choice">
        <label>
          Exercise
          <select value={exercise} onChange={(event) => chooseExercise(event.currentTarget.value)}>
            {[...pairs.keys()].map((entry) => (
              <option value={entry} key={entry}>
                {titleOf(entry)}
              </option>
            ))}
          </select>
        </label>
        <label>
          Heard on
          <select value={source} onChange={(event) => chooseSource(event.currentTarget.value)}>
            {practisedOn.map((entry) => (
              <option value={entry} key={entry}>
                {labelOf(entry)}
              </option>
            ))}
          </select>
        </label>
      </div>
      {found ? (
        <ThresholdChart title={title} unit={found.unit} entries={entries} />
      ) : (
        <p>
          No threshold has been found here yet: that takes a set that becomes harder and easier several times.
        </p>
      )}
      <EntryTable id={id} title={title} entries={entries} />
      {entries.some(({ notYet }) => notYet) && (
        <p class="practice-history-note">
          “You cannot hear this yet” is a result like any other. Rooms, phones and the source decide as well.
        </p>
      )}
    </div>
  );
}

interface EntryTableProps {
  readonly id: string;
  readonly title: string;
  readonly entries: readonly PracticeEntry[];
}

function EntryTable({ id, title, entries }: EntryTableProps) {
  return (
    <div class="practice-history-table" role="region" aria-labelledby={`${id}-table`} tabIndex={0}>
      <table>
        <caption id={`${id}-table`}>{title}, set by set</caption>
        <thead>
          <tr>
            <th scope="col">Day</th>
            <th scope="col">Way</th>
            <th scope="col">Smallest heard</th>
            <th scope="col">95&nbsp;% interval</th>
            <th scope="col">Right (corrected for guessing)</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={`${entry.recordId} ${entry.way}`}>
              <th scope="row">{dayText(entry.day)}</th>
              <td>{WAY_NAMES[entry.way]}</td>
              <td>{foundText(entry)}</td>
              <td>{boundsText(entry)}</td>
              <td>{rightText(entry)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
