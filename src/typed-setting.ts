import { clampTo, type Parameter } from './dsp/parameter.ts';
import { settingText } from './setting-text.ts';

/** A number that was typed, inside its range, or a sentence that says what was expected. */
export type Typed =
  { readonly ok: true; readonly value: number } | { readonly ok: false; readonly reason: string };

/** "1,200" where decimals make no sense: a comma between thousands. Anywhere else it is a decimal point. */
const THOUSANDS = /(\d),(\d{3})(?!\d)/;

/**
 * Read what somebody typed for a setting: "-18", "−18 dB", "3,2 kHz", "4:1", "80ms".
 * The unit may be left out but not be another one; numbers outside the range come inside it.
 */
export function typedSetting(parameter: Parameter, text: string): Typed {
  const bare = text.replaceAll('−', '-').replaceAll(/\s/g, '').toLowerCase();
  const plain = (
    parameter.decimals === 0 && !bare.includes('k') ? bare.replace(THOUSANDS, '$1$2') : bare
  ).replace(',', '.');
  const [, number = '', unit = ''] = /^([+-]?(?:\d+\.?\d*|\.\d+))(.*)$/.exec(plain) ?? [];
  const own = parameter.unit.toLowerCase();
  const factor = unit === '' || unit === own ? 1 : multiple(own, unit);
  if (number === '' || factor === null)
    return {
      ok: false,
      reason: `${parameter.label} takes a number from ${settingText(parameter, parameter.min)} to ${settingText(parameter, parameter.max)}.`,
    };
  const value = clampTo(parameter, Number(number) * factor);
  return { ok: true, value: Number(value.toFixed(parameter.decimals)) + 0 };
}

/** What a number in one unit is worth in another; null where the two do not measure the same. */
function multiple(own: string, unit: string): number | null {
  if (own === 'hz' && (unit === 'k' || unit === 'khz')) return 1000;
  if (own === 'ms' && unit === 's') return 1000;
  if (own === 's' && unit === 'ms') return 0.001;
  if (own === 'dbtp' && unit === 'db') return 1;
  return null;
}
