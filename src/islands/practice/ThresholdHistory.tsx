import { useState } from 'preact/hooks';
import { historyOf, tracksOf, type HistoryEntry } from '../../practice-store/threshold-history.ts';
import type { PracticeRecord } from '../../training/practice-record.ts';
import { sizeText } from '../../training/size-text.ts';
import { WAY_NAMES, type Catalogue } from './practice-catalogue.ts';
import { ThresholdChart } from './ThresholdChart.tsx';

interface ThresholdHistoryProps {
  readonly records: readonly PracticeRecord[];
  readonly catalogue: Catalogue;
}

/** What was heard on each day, for one exercise on one sound: a chart, and the same in a table. */
export function ThresholdHistory({ records, catalogue }: ThresholdHistoryProps) {
  const tracks = tracksOf(records);
  const [chosen, setChosen] = useState('');
  const track = tracks.find(({ key }) => key === chosen) ?? tracks[0];
  if (!track)
    return (
      <p>Nothing yet. After your first set, the smallest change that you hear stands here, day by day.</p>
    );
  const nameOf = ({ exercise, source, way }: typeof track): string => {
    const title = catalogue.exercises.find(({ id }) => id === exercise)?.title ?? exercise;
    const label = catalogue.sources.find(({ id }) => id === source)?.label ?? source;
    return `${title}, ${label} (${WAY_NAMES[way].toLowerCase()})`;
  };
  const history = historyOf(records, track);
  return (
    <div class="history">
      <p class="set-row">
        <label>
          <span>Exercise and sound</span>
          <select value={track.key} onChange={(event) => setChosen(event.currentTarget.value)}>
            {tracks.map((entry) => (
              <option value={entry.key} key={entry.key}>
                {nameOf(entry)}
              </option>
            ))}
          </select>
        </label>
      </p>
      <ThresholdChart history={history} name={nameOf(track)} />
      <div class="set-answers">
        <table>
          <thead>
            <tr>
              <th scope="col">Day</th>
              <th scope="col">Heard from</th>
              <th scope="col">Between</th>
              <th scope="col">Right</th>
              <th scope="col">Beyond guessing</th>
            </tr>
          </thead>
          <tbody>
            {history.map((entry, i) => (
              <tr key={i}>
                <th scope="row">{entry.day}</th>
                <td>{thresholdText(entry)}</td>
                <td>{intervalText(entry)}</td>
                <td>
                  {entry.right} of {entry.of}
                </td>
                <td>{entry.standing === 'too few' ? '–' : `${Math.round(100 * entry.heardShare)} %`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="set-note">
        Smaller is finer hearing, in this task on this sound. A day’s figure moves by itself from set to set;
        the interval says how far.
      </p>
    </div>
  );
}

function thresholdText({ threshold, standing }: HistoryEntry): string {
  if (threshold) return sizeText(threshold.size, threshold.unit);
  return standing === 'not yet' ? 'not heard yet' : 'too few turns';
}

function intervalText({ threshold }: HistoryEntry): string {
  return threshold
    ? `${sizeText(threshold.low, threshold.unit)} to ${sizeText(threshold.high, threshold.unit)}`
    : '–';
}
