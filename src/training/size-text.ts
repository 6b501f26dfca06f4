import type { SizeUnit } from './exercise.ts';

const NO_BREAK = '\u00a0';

/**
 * A size with its unit: “1.5 dB”, “0.7 octaves”, “25 %”, “40 ms”. Two figures that count, or whole from a hundred up: no
 * threshold is known more closely.
 */
export function sizeText(size: number, unit: SizeUnit): string {
  const figures = figuresOf(size);
  if (unit === '') return figures;
  return `${figures}${NO_BREAK}${unit === 'octaves' && figures === '1' ? 'octave' : unit}`;
}

/** “1.1 to 2 dB” */
export function intervalText(low: number, high: number, unit: SizeUnit): string {
  return `${figuresOf(low)} to ${sizeText(high, unit)}`;
}

function figuresOf(size: number): string {
  const rounded = Math.abs(size) >= 100 ? Math.round(size) : Number(size.toPrecision(2));
  return String(rounded).replace('-', '−');
}

/** "63 Hz", "1.25 kHz" */
export function hertzText(hz: number): string {
  return hz < 1000 ? `${Math.round(hz)} Hz` : `${Number((hz / 1000).toPrecision(3))} kHz`;
}
