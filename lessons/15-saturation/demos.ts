import { defineDemo } from '../../src/demos/demo.ts';
import { atTheEnd, inserted, only, retuned, without } from '../../src/demos/variation.ts';
import { device } from '../../src/dsp/mix-draft.ts';
import type { MixSpec } from '../../src/dsp/mix-spec.ts';
import { HARD_CLIP, TAPE } from '../../src/dsp/saturation.ts';
import { electronic } from '../../src/mixes/electronic.ts';
import { indiePop } from '../../src/mixes/indie-pop.ts';

/** A place in the playback device's list of systems. */
const LAPTOP = 2;

/** A soft bass: its upper notes are taken off, so that what comes back comes from the saturation alone. */
const softBass = {
  lowBellDb: 0,
  midBellHz: 350,
  midBellDb: -12,
  midBellQ: 0.4,
  lowPassHz: 1000,
  lowPassSlope: 3,
};

const bass = only(
  without(
    atTheEnd(
      inserted(
        retuned(electronic.mixed, 'bass-eq', softBass),
        'bass',
        device('saturation', 'bass-saturation', 'Bass saturation', { kind: TAPE, driveDb: 24 }),
      ),
      device('playback', 'laptop-speaker', 'Laptop speaker', { system: LAPTOP }),
    ),
    ['laptop-speaker'],
  ),
  ['kick', 'clap', 'bass'],
);

const DRUMS = ['kick', 'snare', 'overheads'];
const saturators = ['kick-saturation', 'snare-saturation'];

/** Kick and snare driven into a curve, with the overheads as they were. */
function driven(kind: number, driveDb: number): MixSpec {
  const saturated = ['kick', 'snare'].reduce(
    (spec, stem) =>
      inserted(
        spec,
        stem,
        device('saturation', `${stem}-saturation`, `Saturation, ${stem}`, { kind, driveDb }),
      ),
    indiePop.mixed,
  );
  return only(saturated, DRUMS);
}

export const demos = [
  defineDemo({
    id: 'warm-to-wrecked',
    title: 'Warm, then wrecked',
    listenFor: 'Listen to the first instant of each snare hit, then to what follows it.',
    variants: [
      { id: 'clean', label: 'Clean', spec: without(driven(TAPE, 20), saturators) },
      { id: 'warm', label: 'Warm', spec: driven(TAPE, 20) },
      { id: 'wrecked', label: 'Wrecked', spec: driven(HARD_CLIP, 24) },
    ],
    switches: [{ name: 'Saturation', deviceIds: saturators }],
    knobs: [
      { deviceId: 'snare-saturation', setting: 'kind' },
      { deviceId: 'snare-saturation', setting: 'driveDb' },
      { deviceId: 'snare-saturation', setting: 'mixPercent' },
    ],
    claims: [
      {
        says: 'Saturation flattens the peaks of the snare',
        measure: 'peakToLoudness',
        stems: ['snare'],
        of: 'warm',
        against: 'clean',
        changeAtMost: -4,
      },
      {
        says: 'so that what follows the knock comes up',
        measure: 'knock',
        stem: 'snare',
        of: 'warm',
        against: 'clean',
        changeAtMost: -2,
      },
      {
        says: 'Clipping goes further',
        measure: 'peakToLoudness',
        stems: ['snare'],
        of: 'wrecked',
        against: 'warm',
        changeAtMost: -2,
      },
    ],
  }),
  defineDemo({
    id: 'bass-on-a-laptop',
    title: 'A bass that small speakers can play',
    listenFor: 'Switch Laptop speaker on and hum the bass line. In which version can you follow it?',
    variants: [
      { id: 'clean', label: 'Clean bass', spec: without(bass, ['bass-saturation']) },
      { id: 'saturated', label: 'Saturated bass', spec: bass },
    ],
    switches: [
      { name: 'Bass saturation', deviceIds: ['bass-saturation'] },
      { name: 'Laptop speaker', deviceIds: ['laptop-speaker'] },
    ],
    knobs: [
      { deviceId: 'bass-saturation', setting: 'kind' },
      { deviceId: 'bass-saturation', setting: 'driveDb' },
      { deviceId: 'bass-saturation', setting: 'mixPercent' },
    ],
    claims: [
      {
        says: 'The bass gains overtones',
        measure: 'band',
        stems: ['bass'],
        fromHz: 150,
        toHz: 1000,
        of: 'saturated',
        against: 'clean',
        changeAtLeast: 4,
      },
      {
        says: 'Its lowest notes stay about as strong',
        measure: 'band',
        stems: ['bass'],
        fromHz: 30,
        toHz: 120,
        of: 'saturated',
        against: 'clean',
        changeWithin: 2,
      },
    ],
  }),
];
