import { spokenValue, type Parameter } from '../dsp/parameter.ts';
import { settingText } from '../setting-text.ts';

/** A setting with its unit, or the name of what is chosen. */
export function valueText(parameter: Parameter, value: number): string {
  return parameter.choices ? spokenValue(parameter, value) : settingText(parameter, value);
}
