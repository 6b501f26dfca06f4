import { expect, it } from 'vitest';
import { intervalText, sizeText } from '../../src/training/size-text.ts';

it.each([
  [1.5, 'dB', '1.5 dB'],
  [6, 'dB', '6 dB'],
  [0.35, 'dB', '0.35 dB'],
  [-3, 'dB', '−3 dB'],
  [0.6931, 'octaves', '0.69 octaves'],
  [1.001, 'octaves', '1 octave'],
  [25, '%', '25 %'],
  [40.4, 'ms', '40 ms'],
  [1234.5, 'ms', '1235 ms'],
  [2.04, '', '2'],
] as const)('A size of %d in “%s” reads “%s”', (size, unit, text) => {
  expect(sizeText(size, unit).replaceAll('\u00a0', ' ')).toBe(text);
});

it('An interval names its unit once', () => {
  expect(intervalText(1.12, 2, 'dB').replaceAll('\u00a0', ' ')).toBe('1.1 to 2 dB');
});
