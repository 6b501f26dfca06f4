/** The unit of a parameter, as written after the number; '' for a plain number. */
export type Unit = 'dB' | 'dBTP' | 'dB/octave' | 'Hz' | 'ms' | 's' | 'BPM' | '%' | ':1' | '';

/** One adjustable number of a device. Clamping, controls, spoken values and documentation all read this. */
export interface Parameter {
  /** Shown beside the control: "Threshold". */
  readonly label: string;
  readonly unit: Unit;
  readonly min: number;
  readonly max: number;
  readonly default: number;
  /** How a control's travel maps to the value. */
  readonly taper: 'linear' | 'log';
  /** Decimals worth showing. */
  readonly decimals: number;
  /** For a choice among named ways of working: their names; the value is the place in this list. */
  readonly choices?: readonly string[];
}

/** A parameter that chooses one of several named ways of working. */
export function choiceOf(label: string, choices: readonly string[], initial = 0): Parameter {
  return {
    label,
    unit: '',
    min: 0,
    max: choices.length - 1,
    default: initial,
    taper: 'linear',
    decimals: 0,
    choices,
  };
}

/** A device's parameters by name; the names carry the unit ("attackMs"). */
export type ParameterTable = Readonly<Record<string, Parameter>>;

/** Settings for a table: one number for each parameter. */
export type Values<Table extends ParameterTable> = { -readonly [Name in keyof Table]: number };

/** The value inside the parameter's range, a whole place for a choice; anything that is not a finite number becomes the default. */
export function clampTo(parameter: Parameter, value: number): number {
  if (!Number.isFinite(value)) return parameter.default;
  const within = Math.min(parameter.max, Math.max(parameter.min, value));
  return parameter.choices ? Math.round(within) : within;
}

/** The default of every parameter. */
export function defaultsOf<Table extends ParameterTable>(table: Table): Values<Table> {
  const values: Record<string, number> = {};
  for (const name of Object.keys(table)) values[name] = table[name]!.default;
  return values as Values<Table>;
}

/** Every parameter of the table, clamped; missing ones take their default, unknown ones are dropped. */
export function clampValues<Table extends ParameterTable>(
  table: Table,
  values: Partial<Record<keyof Table, number>>,
): Values<Table> {
  const clamped: Record<string, number> = {};
  for (const name of Object.keys(table)) clamped[name] = clampTo(table[name]!, values[name] ?? NaN);
  return clamped as Values<Table>;
}

const SPOKEN_UNITS: Record<Unit, string> = {
  dB: 'decibels',
  dBTP: 'decibels true peak',
  'dB/octave': 'decibels per octave',
  Hz: 'hertz',
  ms: 'milliseconds',
  s: 'seconds',
  BPM: 'beats per minute',
  '%': 'percent',
  ':1': 'to 1',
  '': '',
};

/** "−3.5 decibels", "1.2 kilohertz", "4 to 1", a choice's name: the value as a screen reader should say it. */
export function spokenValue(parameter: Parameter, value: number): string {
  if (parameter.choices) return parameter.choices[clampTo(parameter, value)] ?? '';
  if (parameter.unit === 'Hz' && value >= 1000) return `${trimZeros((value / 1000).toFixed(2))} kilohertz`;
  const number = trimZeros(value.toFixed(parameter.decimals)).replace('-', 'minus ');
  return `${number} ${SPOKEN_UNITS[parameter.unit]}`.trim();
}

function trimZeros(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}
