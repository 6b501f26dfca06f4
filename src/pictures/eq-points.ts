import type { Demo, MeasuredDemo, ShownKnob } from '../demos/demo.ts';
import { devicesOf, type DeviceSpec, type MixSpec } from '../dsp/mix-spec.ts';
import type { EqSettings } from '../dsp/eq-bands.ts';
import { clampTo, type Parameter } from '../dsp/parameter.ts';
import { eqGainAt } from './eq-response.ts';

export type EqDevice = Extract<DeviceSpec, { type: 'eq' }>;

/** A band of an EQ that can be dragged: along its frequency knob, its gain knob, or both. */
export interface EqPoint {
  /** "lowBell": what the names of its settings begin with. */
  readonly band: string;
  readonly frequency: ShownKnob | null;
  readonly gain: ShownKnob | null;
}

const BANDS = ['highPass', 'lowShelf', 'lowBell', 'midBell', 'highBell', 'highShelf', 'lowPass'];

/** The EQ that a demo is about: the one with knobs, else that of the first switch of one EQ (or of a pair of takes). */
export function eqDeviceId(demo: Demo): string | null {
  const eqs = new Set(devicesOf(demo.variants[0].spec).flatMap(({ id, type }) => (type === 'eq' ? id : [])));
  const knob = demo.knobs.find(({ deviceId }) => eqs.has(deviceId));
  if (knob) return knob.deviceId;
  // A switch of every strip's EQ is no one's curve.
  const pair = demo.switches.find(({ deviceIds }) => deviceIds.length <= 2 && eqs.has(deviceIds[0]));
  return pair?.deviceIds[0] ?? null;
}

/** That EQ as it is set in a mix, named as its switch is. */
export function eqIn(spec: MixSpec, demo: Demo, deviceId: string): EqDevice | null {
  const eq = devicesOf(spec).find((entry): entry is EqDevice => entry.id === deviceId && entry.type === 'eq');
  const name = demo.switches.find(({ deviceIds }) => deviceIds.includes(deviceId))?.name;
  return eq ? { ...eq, name: name ?? eq.name } : null;
}

/** The bands of an EQ that have knobs in a demo, from low to high. */
export function eqPoints(demo: MeasuredDemo, deviceId: string): EqPoint[] {
  const knobOf = (setting: string): ShownKnob | null =>
    demo.knobs.find((knob) => knob.deviceId === deviceId && knob.setting === setting) ?? null;
  return BANDS.map((band) => ({ band, frequency: knobOf(`${band}Hz`), gain: knobOf(`${band}Db`) })).filter(
    ({ frequency, gain }) => frequency ?? gain,
  );
}

/** Where a point stands: at its band's frequency and gain; that of a pass filter, which has none, on the curve. */
export function placeOf(
  { band }: EqPoint,
  settings: Partial<EqSettings>,
): { readonly hz: number; readonly gainDb: number } {
  const values: Readonly<Record<string, number>> = settings;
  const hz = values[`${band}Hz`];
  return { hz, gainDb: values[`${band}Db`] ?? eqGainAt(settings, hz) };
}

/** The knobs that move when a point is dragged to a place, each inside its range, with the decimals that are shown. */
export function turnsOf(
  { frequency, gain }: EqPoint,
  place: { readonly hz: number; readonly gainDb: number },
): readonly (readonly [ShownKnob, number])[] {
  const turns: (readonly [ShownKnob, number])[] = [];
  if (frequency) turns.push([frequency, settled(frequency.parameter, place.hz)]);
  if (gain) turns.push([gain, settled(gain.parameter, place.gainDb)]);
  return turns;
}

function settled(parameter: Parameter, value: number): number {
  return clampTo(parameter, Number(value.toFixed(parameter.decimals)));
}

/** The point nearest to a place on the canvas, where fingers cover several. */
export function nearest(
  places: readonly { readonly x: number; readonly y: number }[],
  x: number,
  y: number,
): number {
  const distance = (i: number): number => Math.hypot(places[i].x - x, places[i].y - y);
  return places.reduce((best, _, i) => (distance(i) < distance(best) ? i : best), 0);
}
