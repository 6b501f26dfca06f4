import type { APIRoute } from 'astro';
import { insideSlug, type InsideId } from '../../inside/inside-device.ts';
import { INSIDE_IDS, openDevice } from '../../inside/open-device.ts';

export function getStaticPaths() {
  return INSIDE_IDS.map((id) => ({ params: { device: insideSlug(id) }, props: { id } }));
}

/** A device's excerpts, for the demos. */
export const GET: APIRoute<{ id: InsideId }> = async ({ props }) => Response.json(await openDevice(props.id));
