import { useState } from 'preact/hooks';
import { devicesThatMatter, foremostDevice } from '../demos/demo-devices.ts';
import cssUrl from '../styles/look-inside.css?url';
import type { PanelProps } from './LatePanel.tsx';
import { DeviceInside, type InsideChoice } from './DeviceInside.tsx';

const LEVEL_MATCH: InsideChoice = { id: 'levelMatch', name: 'Level match', type: 'levelMatch' };

/** The devices of a demo from inside: their code, and their settings as they are now. */
export function Panel({ demo, model }: PanelProps) {
  const choices: readonly InsideChoice[] = [...devicesThatMatter(demo), LEVEL_MATCH];
  const [id, setId] = useState(foremostDevice(demo));
  const choice = choices.find((entry) => entry.id === id) ?? LEVEL_MATCH;
  return (
    <div class="inside">
      <link rel="stylesheet" href={cssUrl} />
      <label class="inside-choice">
        <span>Device</span>
        <select value={choice.id} onChange={(event) => setId(event.currentTarget.value)}>
          {choices.map((entry) => (
            <option value={entry.id} key={entry.id}>
              {entry.name}
            </option>
          ))}
        </select>
      </label>
      <DeviceInside key={choice.id} choice={choice} model={model} />
    </div>
  );
}
