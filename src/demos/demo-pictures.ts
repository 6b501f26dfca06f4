import type { DeviceType } from '../dsp/device-types.ts';
import { channelsOf, devicesOf } from '../dsp/mix-spec.ts';
import type { DemoDraft } from './demo.ts';

/** What a demo can show beside the waveform, which is always there. */
export type PictureName =
  'spectrum' | 'compressor' | 'limiter' | 'stage' | 'goniometer' | 'loudness' | 'chain';

const COMPRESSOR_LIKE: ReadonlySet<DeviceType> = new Set([
  'compressor',
  'lookAheadCompressor',
  'busCompressor',
  'gate',
  'deEsser',
]);
const SPATIAL: ReadonlySet<DeviceType> = new Set(['width', 'reverb', 'delay']);

/** The pictures that make a demo's changes visible, the most telling one first. */
export function inferredPictures(demo: DemoDraft): PictureName[] {
  const [{ spec }] = demo.variants as [DemoDraft['variants'][number]];
  const typeOf = new Map(devicesOf(spec).map(({ id, type }) => [id, type]));
  const reduces = demo.gainReductionOf === undefined ? undefined : typeOf.get(demo.gainReductionOf);
  const moved = [
    ...demo.switches.flatMap(({ deviceIds }) => deviceIds),
    ...(demo.knobs ?? []).map(({ deviceId }) => deviceId),
  ].flatMap((id) => typeOf.get(id) ?? []);
  const pans = demo.variants.map((variant) =>
    channelsOf(variant.spec)
      .map(({ pan }) => pan)
      .join(),
  );

  const pictures: PictureName[] = [];
  // A knob of no device is a stem's fader or pan pot.
  if ((demo.knobs ?? []).some(({ deviceId }) => !typeOf.has(deviceId))) pictures.push('stage');
  if (reduces === 'limiter') pictures.push('limiter', 'loudness');
  else if (reduces !== undefined && COMPRESSOR_LIKE.has(reduces)) pictures.push('compressor');
  if (moved.includes('eq')) pictures.push('spectrum');
  if (moved.some((type) => SPATIAL.has(type)) || new Set(pans).size > 1) pictures.push('stage', 'goniometer');
  return [...new Set<PictureName>([...pictures, 'spectrum', 'loudness', 'chain'])];
}
