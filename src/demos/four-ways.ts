import { mixDeviceIds, type ReferenceMix } from '../mixes/reference-mix.ts';
import { defineDemo, type Demo } from './demo.ts';

/** A song raw, mixed only, mastered only, mixed and mastered. */
export function fourWays(id: string, title: string, mix: ReferenceMix): Demo {
  return defineDemo({
    id,
    title,
    listenFor:
      'Same takes, same spot, same loudness. Listen for where the voice stands, then for how finished the whole thing sounds.',
    variants: [
      { id: 'raw', label: 'Raw', spec: mix.raw },
      { id: 'mixed', label: 'Mixed only', spec: mix.mixed },
      { id: 'mastered', label: 'Mastered only', spec: mix.masteredOnly },
      { id: 'both', label: 'Mixed and mastered', spec: mix.mastered },
    ],
    switches: [
      { name: 'Track EQ', deviceIds: mixDeviceIds(mix, 'eq') },
      { name: 'Track compression', deviceIds: mixDeviceIds(mix, 'compressor') },
      { name: 'Limiter', deviceIds: ['limiter'] },
    ],
    gainReductionOf: 'limiter',
  });
}
