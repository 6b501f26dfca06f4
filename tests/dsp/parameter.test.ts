import { describe, expect, it } from 'vitest';
import { COMPRESSOR_PARAMETERS } from '../../src/dsp/compressor.ts';
import { DEVICE_TYPES } from '../../src/dsp/device-types.ts';
import { EQ_PARAMETERS } from '../../src/dsp/eq-bands.ts';
import { device, mixSpec } from '../../src/dsp/mix-draft.ts';
import { choiceOf, clampTo, clampValues, spokenValue, type ParameterTable } from '../../src/dsp/parameter.ts';

describe('Parameters', () => {
  it.each(Object.entries(DEVICE_TYPES))(
    'of the %s each have a default inside their range',
    (_type, { parameters }) => {
      for (const [name, { min, max, default: initial }] of Object.entries(parameters as ParameterTable))
        expect(initial >= min && initial <= max && min < max, name).toBe(true);
    },
  );

  it('clamp to their range, and take the default for what is no number', () => {
    const { ratio } = COMPRESSOR_PARAMETERS;
    expect([clampTo(ratio, 99), clampTo(ratio, -4), clampTo(ratio, NaN)]).toEqual([20, 1, 4]);
  });

  it('that choose among named ways hold a whole place in the list and say its name', () => {
    const law = choiceOf('Law', ['−3 dB', '−4.5 dB', '−6 dB']);
    expect([clampTo(law, 1.4), clampTo(law, 9), spokenValue(law, 1)]).toEqual([1, 2, '−4.5 dB']);
  });

  it('drop names that they do not know', () => {
    expect(
      clampValues(EQ_PARAMETERS, { lowBellDb: -6, nonsense: 1 } as Record<string, number>),
    ).not.toHaveProperty('nonsense');
  });

  it.each([
    [EQ_PARAMETERS.lowBellHz, 1200, '1.2 kilohertz'],
    [EQ_PARAMETERS.lowBellHz, 260, '260 hertz'],
    [EQ_PARAMETERS.lowBellDb, -3.5, 'minus 3.5 decibels'],
    [COMPRESSOR_PARAMETERS.ratio, 4, '4 to 1'],
    [COMPRESSOR_PARAMETERS.attackMs, 12, '12 milliseconds'],
  ])('are said aloud with their unit: %#', (parameter, value, words) => {
    expect(spokenValue(parameter, value)).toBe(words);
  });
});

describe('A wrong mix', () => {
  it('names the device, the field and what was expected', () => {
    expect(() => device('eq', 'kick-eq', 'Kick EQ', { lowBellDb: 40 })).toThrow(
      'kick-eq.lowBellDb: expected -18 to 18, got 40',
    );
    expect(() => device('limiter', 'l', 'L', { loudness: 1 } as Record<string, number>)).toThrow(
      'l.loudness: expected one of driveDb, ceilingDbtp, releaseMs',
    );
  });

  it('may not call two devices the same', () => {
    const twin = device('eq', 'same', 'EQ', {});
    expect(() => mixSpec({ song: 'x', strips: { a: { devices: [twin] } }, master: [twin] })).toThrow(
      '"same"',
    );
  });
});
