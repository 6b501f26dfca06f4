import { useState } from 'preact/hooks';
import { clampTo, spokenValue, type Parameter } from '../dsp/parameter.ts';
import { settingText } from '../setting-text.ts';

/** Steps of a control's whole travel on a logarithmic scale; Page Up moves a tenth of it. */
const LOG_STEPS = 200;

interface SliderProps {
  /** Unique on the page. */
  readonly id: string;
  readonly label: string;
  readonly parameter: Parameter;
  readonly value: number;
  /** Where a double click brings it back to. */
  readonly initial: number;
  readonly disabled: boolean;
  onChange(value: number): void;
  /** Set the value that a text means. Resolves to what is wrong with the text, or ''. */
  onType(text: string): Promise<string>;
}

/** A setting to turn, to step or to type: a native range input that says its value with its unit. */
export function Slider({ id, label, parameter, value, initial, disabled, onChange, onType }: SliderProps) {
  const { min, max, step } = travelOf(parameter);
  /** Text that has not been committed yet. */
  const [draft, setDraft] = useState<string | null>(null);
  const [wrong, setWrong] = useState('');
  const stepBy = (direction: number): void => onChange(stepped(parameter, value, direction));
  const commit = async (text: string): Promise<void> => {
    setWrong(await onType(text));
    setDraft(null);
  };
  const stepper = (direction: number, sign: string) => (
    <button
      type="button"
      aria-label={`${label} ${direction < 0 ? 'down' : 'up'}`}
      disabled={disabled}
      onClick={() => stepBy(direction)}
    >
      {sign}
    </button>
  );
  return (
    <div class="slider">
      <label for={id}>{label}</label>
      {parameter.choices ? (
        <span class="slider-value">{settingText(parameter, value)}</span>
      ) : (
        <input
          class="slider-value"
          type="text"
          size={8}
          autocomplete="off"
          aria-label={`${label}, typed`}
          aria-invalid={wrong !== ''}
          data-committed={draft === null}
          value={draft ?? settingText(parameter, value)}
          disabled={disabled}
          onFocus={(event) => event.currentTarget.select()}
          onInput={(event) => setDraft(event.currentTarget.value)}
          onChange={(event) => void commit(event.currentTarget.value)}
          onKeyDown={({ key }) => key === 'Escape' && setDraft(null)}
        />
      )}
      <div class="slider-travel">
        {stepper(-1, '−')}
        <input
          type="range"
          id={id}
          min={min}
          max={max}
          step={step}
          value={toTravel(parameter, value)}
          disabled={disabled}
          aria-valuetext={spokenValue(parameter, value)}
          onInput={(event) => onChange(fromTravel(parameter, Number(event.currentTarget.value)))}
          onDblClick={() => onChange(initial)}
          onKeyDown={(event) => {
            const direction = ARROWS[event.key];
            if (parameter.taper !== 'log' || !direction) return;
            event.preventDefault();
            stepBy(direction);
          }}
        />
        {stepper(1, '+')}
      </div>
      {wrong && <p class="slider-wrong">{wrong}</p>}
    </div>
  );
}

const ARROWS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 };

function travelOf({ taper, min, max, decimals }: Parameter): { min: number; max: number; step: number } {
  return taper === 'log' ? { min: 0, max: LOG_STEPS, step: 1 } : { min, max, step: 10 ** -decimals };
}

/** Where on its travel a control stands for a value. */
export function toTravel({ taper, min, max }: Parameter, value: number): number {
  return taper === 'log' ? (LOG_STEPS * Math.log(value / min)) / Math.log(max / min) : value;
}

/** The value of a place on a control's travel, with the decimals that are shown. */
export function fromTravel(parameter: Parameter, travel: number): number {
  const { taper, min, max, decimals } = parameter;
  const value = taper === 'log' ? min * Math.pow(max / min, travel / LOG_STEPS) : travel;
  // Adding 0 makes −0 a plain 0.
  return clampTo(parameter, Number(value.toFixed(decimals)) + 0);
}

/**
 * One step up (1) or down (−1): at least the last decimal that is shown, because where a logarithmic scale is fine, its
 * own steps vanish in rounding and a key would do nothing.
 */
export function stepped(parameter: Parameter, value: number, direction: number): number {
  const { step } = travelOf(parameter);
  const next = fromTravel(parameter, toTravel(parameter, value) + direction * step);
  const least = Number((value + direction * 10 ** -parameter.decimals).toFixed(parameter.decimals));
  return clampTo(parameter, direction < 0 ? Math.min(next, least) : Math.max(next, least));
}
