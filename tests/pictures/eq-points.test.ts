import { describe, expect, it } from 'vitest';
import type { MeasuredDemo, ShownKnob } from '../../src/demos/demo.ts';
import { demoCatalog } from '../../src/demos/catalog.ts';
import { EQ_PARAMETERS } from '../../src/dsp/eq-bands.ts';
import { eqCurveDb } from '../../src/dsp/eq-curve.ts';
import { eqDeviceId, eqPoints, nearest, placeOf, turnsOf } from '../../src/pictures/eq-points.ts';
import { eqResponseDb, RESPONSE_POINTS } from '../../src/pictures/eq-response.ts';

const catalog = await demoCatalog();
const knob = (setting: keyof typeof EQ_PARAMETERS): ShownKnob => ({
  deviceId: 'eq',
  setting,
  key: `eq.${setting}`,
  deviceName: 'EQ',
  parameter: EQ_PARAMETERS[setting],
});
const demoWith = (knobs: readonly ShownKnob[]): MeasuredDemo => ({
  ...catalog.get('guitar-alone')!,
  knobs,
  loudnessLufs: {},
  words: {},
  stemNames: {},
  stereoStemIds: [],
});

describe('The EQ that is drawn', () => {
  it('is the one with knobs, else that of a switch for one EQ or a pair, else none', () => {
    expect(eqDeviceId(catalog.get('guitar-alone')!)).toBe('guitar-left-eq');
    expect(eqDeviceId(catalog.get('lane-for-each')!)).toBe('guitar-left-eq');
    expect(eqDeviceId(catalog.get('even-vocal')!)).toBeNull();
    expect(eqDeviceId(catalog.get('four-ways')!)).toBeNull();
  });

  it('is drawn from the kernel’s own response', () => {
    const settings = { lowBellHz: 1000, lowBellDb: -6 };
    const response = eqResponseDb(settings);
    expect(response).toHaveLength(RESPONSE_POINTS);
    expect(response[0]).toBeCloseTo(eqCurveDb(settings, 20, 48000), 5);
    expect(Math.min(...response)).toBeCloseTo(-6, 1);
  });
});

describe('Points on the curve', () => {
  const bell = { band: 'lowBell', frequency: knob('lowBellHz'), gain: knob('lowBellDb') };

  it('are one for each band with a knob, from low to high', () => {
    const demo = demoWith([
      knob('highBellDb'),
      knob('lowBellHz'),
      knob('lowBellDb'),
      knob('highPassHz'),
      knob('lowBellQ'),
    ]);
    expect(
      eqPoints(demo, 'eq').map(({ band, frequency, gain }) => [band, frequency !== null, gain !== null]),
    ).toEqual([
      ['highPass', true, false],
      ['lowBell', true, true],
      ['highBell', false, true],
    ]);
  });

  it('turn the knobs to where they are dragged, with the decimals that are shown', () => {
    expect(turnsOf(bell, { hz: 262.37, gainDb: -5.04 }).map(([, value]) => value)).toEqual([262, -5]);
  });

  it('stop at the ends of their knobs', () => {
    expect(turnsOf(bell, { hz: 12_000, gainDb: 40 }).map(([, value]) => value)).toEqual([2000, 18]);
    expect(turnsOf(bell, { hz: 20, gainDb: -40 }).map(([, value]) => value)).toEqual([40, -18]);
  });

  it('stand where they were dragged to', () => {
    const turned = Object.fromEntries(
      turnsOf(bell, { hz: 320, gainDb: 3.5 }).map(([{ setting }, value]) => [setting, value]),
    );
    expect(placeOf(bell, turned)).toEqual({ hz: 320, gainDb: 3.5 });
  });

  it('move across only where there is no gain to turn, and stay on the curve', () => {
    const pass = { band: 'highPass', frequency: knob('highPassHz'), gain: null };
    expect(turnsOf(pass, { hz: 90, gainDb: 12 }).map(([{ setting }, value]) => [setting, value])).toEqual([
      ['highPassHz', 90],
    ]);
    expect(placeOf(pass, { highPassHz: 90 })).toEqual({ hz: 90, gainDb: expect.closeTo(-3, 1) });
  });

  it('give way to the nearer one where a finger covers two', () => {
    expect(
      nearest(
        [
          { x: 100, y: 50 },
          { x: 120, y: 50 },
        ],
        113,
        60,
      ),
    ).toBe(1);
  });
});
