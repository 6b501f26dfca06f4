import { expect, it } from 'vitest';
import { labelInSentence, settingText } from '../../src/setting-text.ts';
import { COMPRESSOR_PARAMETERS } from '../../src/dsp/compressor.ts';
import { EQ_PARAMETERS } from '../../src/dsp/eq-bands.ts';

it.each([
  [EQ_PARAMETERS.lowBellHz, 260, false, '260 Hz'],
  [EQ_PARAMETERS.highBellHz, 3200, false, '3.2 kHz'],
  [EQ_PARAMETERS.lowBellDb, -6, false, '−6 dB'],
  [EQ_PARAMETERS.lowBellDb, -6, true, '6 dB'],
  [EQ_PARAMETERS.lowBellDb, 3, false, '+3 dB'],
  [COMPRESSOR_PARAMETERS.ratio, 4.5, false, '4.5:1'],
])('Prose writes a setting as a person does: %#', (parameter, value, asSize, text) => {
  expect(settingText(parameter, value, asSize).replaceAll('\u00a0', ' ')).toBe(text);
});

it('Prose writes a setting’s name in lower case, but for letters that stand for themselves', () => {
  expect(['Low bell Q', 'Middle bell frequency', 'Mono below'].map(labelInSentence)).toEqual([
    'low bell Q',
    'middle bell frequency',
    'mono below',
  ]);
});
