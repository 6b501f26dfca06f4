import { defineDemo } from '../../src/demos/demo.ts';
import type { LinkedDemo } from '../../src/demos/state-link.ts';
import { shownKnob } from '../../src/demos/measure.ts';
import { without } from '../../src/demos/variation.ts';
import { device, mixSpec } from '../../src/dsp/mix-draft.ts';

const spec = mixSpec({
  song: 'fixture',
  strips: {
    vocal: {
      devices: [
        device('eq', 'vocal-eq', 'Vocal EQ', {}),
        device('compressor', 'vocal-compressor', 'Vocal compressor', { thresholdDb: -20, attackMs: 10 }),
      ],
    },
  },
  master: [device('limiter', 'limiter', 'Limiter', { driveDb: 6 })],
});

const demo = defineDemo({
  id: 'golden',
  title: 'Golden',
  listenFor: 'Nothing: this is for tests.',
  variants: [
    { id: 'raw', label: 'Raw', spec: without(spec, ['vocal-eq', 'vocal-compressor', 'limiter']) },
    { id: 'mixed', label: 'Mixed only', spec: without(spec, ['limiter']) },
    { id: 'both', label: 'Mixed & mastered', spec },
  ],
  switches: [
    { name: 'Track devices', deviceIds: ['vocal-eq', 'vocal-compressor'] },
    { name: 'Limiter', deviceIds: ['limiter'] },
  ],
  knobs: [
    { deviceId: 'vocal-compressor', setting: 'thresholdDb' },
    { deviceId: 'vocal-compressor', setting: 'attackMs' },
    { deviceId: 'limiter', setting: 'mode' },
  ],
  claims: [{ says: 'Louder', measure: 'loudness', of: 'both', against: 'raw', changeAtLeast: 3 }],
});

/** A demo that no lesson can change. */
export const linkFixture: LinkedDemo = {
  ...demo,
  knobs: demo.knobs.map((knob) => shownKnob(demo, knob, [])),
};
