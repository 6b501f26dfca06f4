import { BANDS, bandHz } from '../../analysis/lap-analysis.ts';
import {
  frequencyText,
  levelText,
  noteName,
  spokenFrequency,
  spokenLevel,
} from '../../pictures/spectrum-words.ts';

/** One version's level at the frequency that is looked at, or null before it is known. */
export interface LookedAt {
  readonly label: string;
  readonly db: number | null;
}

interface SpectrumReadoutProps {
  readonly band: number;
  readonly lines: readonly LookedAt[];
  /** As they were when the place was chosen: a control that tells a new value by itself would be read out each time. */
  readonly spokenLines: readonly LookedAt[];
  onLook(band: number): void;
}

/** The levels at one frequency: chosen with a pointer on the picture, or with this slider. */
export function SpectrumReadout({ band, lines, spokenLines, onLook }: SpectrumReadoutProps) {
  const hz = bandHz(band);
  const note = noteName(hz);
  const spoken = spokenLines.flatMap(({ label, db }) => (db === null ? [] : `${label} ${spokenLevel(db)}`));
  return (
    <div class="spectrum-look">
      <label>
        <span>Look at</span>
        <input
          type="range"
          min={0}
          max={BANDS - 1}
          step={1}
          value={band}
          aria-valuetext={[spokenFrequency(hz), ...spoken].join(', ').replace(', ', ': ')}
          onInput={(event) => onLook(Number(event.currentTarget.value))}
        />
      </label>
      <p class="spectrum-levels">
        {frequencyText(hz, 3)}
        {note && `, near ${note}`}
        {lines.map(({ label, db }) => (
          <span key={label}>
            {' · '}
            {label} {db === null ? '–' : levelText(db)}
          </span>
        ))}
      </p>
    </div>
  );
}
