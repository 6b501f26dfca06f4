import { clampTo, type Parameter } from './dsp/parameter.ts';

const NO_BREAK = '\u00a0';

/** A setting as prose writes it: "260 Hz", "3.2 kHz", "−6 dB", "+3 dB", "4:1". Sizes ("6 dB") leave the sign to the words. */
export function settingText(parameter: Parameter, value: number, asSize = false): string {
  if (parameter.choices) return parameter.choices[clampTo(parameter, value)] ?? '';
  if (parameter.unit === ':1') return `${trimmed(value, parameter.decimals)}:1`;
  if (parameter.unit === 'Hz' && value >= 1000) return `${trimmed(value / 1000, 2)}${NO_BREAK}kHz`;
  const size = trimmed(Math.abs(value), parameter.decimals);
  const sign = value < 0 ? '−' : parameter.unit === 'dB' && value > 0 ? '+' : '';
  return `${asSize ? '' : sign}${size}${NO_BREAK}${parameter.unit}`.trim();
}

/** "Low bell Q" in the middle of a sentence: "low bell Q"; what stands for itself keeps its capital. */
export function labelInSentence(label: string): string {
  return label.replaceAll(/\b[A-Z](?=[a-z])/g, (letter) => letter.toLowerCase());
}

function trimmed(value: number, decimals: number): string {
  return String(Number(value.toFixed(decimals)));
}
