import { mixDeviceIds, type ReferenceMix } from '../mixes/reference-mix.ts';
import { defineDemo, type ClaimedDemo } from './demo.ts';

/** A song raw, mixed only, mastered only, mixed and mastered. */
export function fourWays(id: string, title: string, mix: ReferenceMix): ClaimedDemo {
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
    pictures: ['spectrum', 'limiter', 'loudness', 'stage', 'goniometer', 'chain'],
    claims: [
      {
        says: 'Mixing lifts the voice above the band where the words are',
        measure: 'againstRest',
        stems: ['vocal'],
        fromHz: 1000,
        toHz: 4000,
        of: 'mixed',
        against: 'raw',
        changeAtLeast: 3,
      },
      {
        says: 'Mixing brings the sung lines closer together',
        measure: 'lineSpread',
        of: 'mixed',
        against: 'raw',
        changeAtMost: -5,
      },
      {
        says: 'Mastering alone brings them together by less than half as much',
        measure: 'lineSpreadInWhole',
        of: 'mastered',
        against: 'raw',
        changeWithin: 2.5,
      },
      {
        says: 'Mastering makes the mix louder',
        measure: 'loudness',
        of: 'both',
        against: 'mixed',
        changeAtLeast: 3,
      },
    ],
  });
}
