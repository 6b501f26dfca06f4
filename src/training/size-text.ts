import type { SizeUnit } from './exercise.ts';

/** "1.5 dB", "0.7 octaves", "25 %", "40 ms": a size with two figures that count, and its unit. */
export function sizeText(size: number, unit: SizeUnit): string {
  const number = String(Number(size.toPrecision(2)));
  if (unit === '') return size === 0 ? '–' : number;
  if (unit === 'octaves' && number === '1') return '1 octave';
  return `${number}\u00a0${unit}`;
}
