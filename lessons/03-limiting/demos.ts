import { defineDemo } from '../../src/demos/demo.ts';
import { mixedAndMastered, retuned, without } from '../../src/demos/indie-pop.ts';

/** The master with the limiter driven this far into its ceiling of −1 dBTP. */
const driven = (driveDb: number) => retuned(mixedAndMastered, 'limiter', { driveDb });

export const demos = [
  defineDemo({
    id: 'ceiling',
    title: 'Under the ceiling',
    listenFor:
      'Matched, listen to the drums: the crushed version is the same loudness and smaller. Then turn Level match off and notice which one you like.',
    variants: [
      { id: 'none', label: 'No limiter', spec: without(driven(8), ['limiter']) },
      { id: 'limited', label: 'Limited', spec: driven(8) },
      { id: 'crushed', label: 'Crushed', spec: driven(18) },
    ],
    switches: [{ name: 'Limiter', deviceIds: ['limiter'] }],
    gainReductionOf: 'limiter',
  }),
];
