import { clampTo, spokenValue, type Parameter } from '../dsp/parameter.ts';
import { settingText } from '../setting-text.ts';

/** Steps of a control's whole travel on a logarithmic scale; Page Up moves a tenth of it. */
const LOG_STEPS = 200;

interface SliderProps {
  readonly label: string;
  readonly parameter: Parameter;
  readonly value: number;
  /** Where a double click brings it back to. */
  readonly initial: number;
  readonly disabled: boolean;
  onChange(value: number): void;
}

/** A setting to turn: a native range input that says its value with its unit. */
export function Slider({ label, parameter, value, initial, disabled, onChange }: SliderProps) {
  const { min, max, step } = travelOf(parameter);
  return (
    <label class="slider">
      <span class="slider-label">{label}</span>
      <input
        type="range"
        min={min}
        max={max}
        step={step}
        value={toTravel(parameter, value)}
        disabled={disabled}
        aria-valuetext={spokenValue(parameter, value)}
        onInput={(event) => onChange(fromTravel(parameter, Number(event.currentTarget.value)))}
        onDblClick={() => onChange(initial)}
      />
      <output class="slider-value">
        {parameter.choices ? spokenValue(parameter, value) : settingText(parameter, value)}
      </output>
    </label>
  );
}

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
  return clampTo(parameter, Number(value.toFixed(decimals)));
}
