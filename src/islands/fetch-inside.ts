import { insidePath, type InsideDevice, type InsideId } from '../inside/inside-device.ts';
import { withBase } from '../with-base.ts';

const devices = new Map<InsideId, Promise<InsideDevice>>();

/** A device's excerpts from the site itself, once; what failed is tried again the next time. */
export function fetchInside(id: InsideId): Promise<InsideDevice> {
  const known = devices.get(id);
  if (known) return known;
  const device = load(id);
  devices.set(id, device);
  device.catch(() => devices.delete(id));
  return device;
}

async function load(id: InsideId): Promise<InsideDevice> {
  const response = await fetch(withBase(`${insidePath(id)}.json`));
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  return (await response.json()) as InsideDevice;
}
