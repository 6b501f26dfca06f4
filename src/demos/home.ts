import { defineDemo } from './demo.ts';
import { MASTER_IDS, mixedAndMastered, rawFaders, stripDeviceIds } from './indie-pop.ts';
import { without } from './variation.ts';

const trackEq = stripDeviceIds('eq');
const trackCompression = stripDeviceIds('compressor');
const tracks = [...trackEq, ...trackCompression];

export const demos = [
  defineDemo({
    id: 'four-ways',
    title: 'One song, four ways',
    listenFor:
      'Same takes, same spot, same loudness. Listen for where the voice stands, then for how finished the whole thing sounds.',
    variants: [
      { id: 'raw', label: 'Raw', spec: without(rawFaders, [...tracks, ...MASTER_IDS]) },
      { id: 'mixed', label: 'Mixed only', spec: without(mixedAndMastered, MASTER_IDS) },
      { id: 'mastered', label: 'Mastered only', spec: without(rawFaders, tracks) },
      { id: 'both', label: 'Mixed and mastered', spec: mixedAndMastered },
    ],
    switches: [
      { name: 'Track EQ', deviceIds: trackEq },
      { name: 'Track compression', deviceIds: trackCompression },
      { name: 'Limiter', deviceIds: ['limiter'] },
    ],
    gainReductionOf: 'limiter',
  }),
];
