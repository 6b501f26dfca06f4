import type { Demo } from './demo.ts';
import { devicesOf, type DeviceSpec } from '../dsp/mix-spec.ts';

/** The devices that a demo is about, in the order of the signal: switched, with knobs, or with a meter. */
export function devicesThatMatter(demo: Demo): DeviceSpec[] {
  const ids = new Set([
    ...demo.switches.flatMap(({ deviceIds }) => deviceIds),
    ...demo.knobs.map(({ deviceId }) => deviceId),
    demo.gainReductionOf,
  ]);
  return devicesOf(demo.variants[0]!.spec).filter(({ id }) => ids.has(id));
}

/** The one to look into first: that with knobs, then that with a meter, then the first. */
export function foremostDevice(demo: Demo): string | undefined {
  const devices = devicesThatMatter(demo);
  const withKnobs = devices.find(({ id }) => demo.knobs.some(({ deviceId }) => deviceId === id));
  return withKnobs?.id ?? demo.gainReductionOf ?? devices[0]?.id;
}
