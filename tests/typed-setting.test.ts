import { describe, expect, it } from 'vitest';
import { COMPRESSOR_PARAMETERS } from '../src/dsp/compressor.ts';
import { DEVICE_TYPES } from '../src/dsp/device-types.ts';
import { EQ_PARAMETERS } from '../src/dsp/eq-bands.ts';
import { LIMITER_PARAMETERS } from '../src/dsp/limiter.ts';
import type { ParameterTable } from '../src/dsp/parameter.ts';
import { settingText } from '../src/setting-text.ts';
import { typedSetting } from '../src/typed-setting.ts';

const { thresholdDb, ratio, attackMs, releaseMs } = COMPRESSOR_PARAMETERS;
const { highBellHz } = EQ_PARAMETERS;
const { ceilingDbtp } = LIMITER_PARAMETERS;

describe('A setting that is typed', () => {
  it.each([
    ['-18', thresholdDb, -18],
    ['−18.5 dB', thresholdDb, -18.5],
    [' -18,5dB ', thresholdDb, -18.5],
    ['-18.26', thresholdDb, -18.3],
    ['-99', thresholdDb, -60],
    ['+3', thresholdDb, 0],
    ['4:1', ratio, 4],
    ['2.5', ratio, 2.5],
    ['.5', attackMs, 0.5],
    ['12 ms', attackMs, 12],
    ['0.2 s', releaseMs, 200],
    ['1,200', releaseMs, 1200],
    ['3.2 kHz', highBellHz, 3200],
    ['3,2k', highBellHz, 3200],
    ['660\u00a0Hz', highBellHz, 660],
    ['-1 dB', ceilingDbtp, -1],
    ['-1 dBTP', ceilingDbtp, -1],
  ])('“%s” is read', (text, parameter, value) => {
    expect(typedSetting(parameter, text)).toEqual({ ok: true, value });
  });

  it.each(['', 'loud', '-', '12 ms', '1.2.3', '-18 dB or so', '∞', '1e3', '<b>'])(
    'that is no number of decibels (“%s”) is answered with what was expected',
    (text) => {
      expect(typedSetting(thresholdDb, text)).toEqual({
        ok: false,
        reason: 'Threshold takes a number from −60\u00a0dB to 0\u00a0dB.',
      });
    },
  );

  it('may be what the page itself writes, for every parameter there is', () => {
    for (const { parameters } of Object.values(DEVICE_TYPES))
      for (const [name, parameter] of Object.entries(parameters as ParameterTable))
        if (!parameter.choices)
          for (const value of [parameter.min, parameter.default, parameter.max]) {
            const typed = typedSetting(parameter, settingText(parameter, value));
            expect(typed.ok && settingText(parameter, typed.value), name).toBe(settingText(parameter, value));
          }
  });
});
