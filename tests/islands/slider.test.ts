import { describe, expect, it } from 'vitest';
import { COMPRESSOR_PARAMETERS } from '../../src/dsp/compressor.ts';
import { DEVICE_TYPES } from '../../src/dsp/device-types.ts';
import type { Parameter, ParameterTable } from '../../src/dsp/parameter.ts';
import { fromTravel, stepped, toTravel } from '../../src/islands/Slider.tsx';

const all: [string, Parameter][] = Object.entries(DEVICE_TYPES).flatMap(([type, { parameters }]) =>
  Object.entries(parameters as ParameterTable).map(([name, parameter]): [string, Parameter] => [
    `${type} ${name}`,
    parameter,
  ]),
);

describe('Arrow keys and steppers', () => {
  it.each(all)(
    'take the %s from end to end: each step changes the value that is shown',
    (_name, parameter) => {
      for (const direction of [1, -1]) {
        const [from, to] = direction > 0 ? [parameter.min, parameter.max] : [parameter.max, parameter.min];
        let value = from;
        let steps = 0;
        while (value !== to) {
          const next = stepped(parameter, value, direction);
          expect((next - value) * direction).toBeGreaterThan(0);
          value = next;
          expect(++steps).toBeLessThanOrEqual(2500);
        }
        expect(stepped(parameter, to, direction)).toBe(to);
      }
    },
  );

  it('move an attack of 0.1 ms, where a log scale is finer than its decimals, to 0.2 ms', () => {
    expect(stepped(COMPRESSOR_PARAMETERS.attackMs, 0.1, 1)).toBe(0.2);
    expect(stepped(COMPRESSOR_PARAMETERS.attackMs, 0.2, -1)).toBe(0.1);
  });

  it('move a release of 1000 ms by some 3 %, not by 1 ms', () => {
    const next = stepped(COMPRESSOR_PARAMETERS.releaseMs, 1000, 1);
    expect(next / 1000).toBeGreaterThan(1.01);
    expect(next / 1000).toBeLessThan(1.05);
  });
});

describe('A slider’s travel', () => {
  it.each(all)('of the %s begins at its least and ends at its most', (_name, parameter) => {
    expect(fromTravel(parameter, toTravel(parameter, parameter.min))).toBe(parameter.min);
    expect(fromTravel(parameter, toTravel(parameter, parameter.max))).toBe(parameter.max);
  });
});
