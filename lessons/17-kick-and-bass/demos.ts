import { defineDemo } from '../../src/demos/demo.ts';
import { atTheEnd, faders, inserted, only, retuned, without } from '../../src/demos/variation.ts';
import { device, keyedBy } from '../../src/dsp/mix-draft.ts';
import type { MixSpec } from '../../src/dsp/mix-spec.ts';
import { electronic } from '../../src/mixes/electronic.ts';
import { indiePop } from '../../src/mixes/indie-pop.ts';

/** A place in the playback device's list of systems. */
const PHONE = 1;

/** Where the kick gets its room. */
const ROOM_HZ = 90;

/** Kick up and bass down around 90 Hz, and both a little louder where a phone can play them. */
function carvedBy(spec: MixSpec, kickDb: number, bassDb: number): MixSpec {
  const kick = {
    highPassHz: 35,
    lowShelfHz: 60,
    lowShelfDb: -kickDb / 2,
    lowBellHz: ROOM_HZ,
    lowBellDb: kickDb,
    lowBellQ: 1.4,
    midBellDb: 0,
    highBellHz: 3500,
    highBellDb: 5,
    highBellQ: 0.8,
  };
  const bass = {
    highPassHz: 28,
    lowShelfDb: 0,
    lowBellHz: ROOM_HZ,
    lowBellDb: -bassDb,
    lowBellQ: 1.4,
    midBellHz: 700,
    midBellDb: 5,
    midBellQ: 0.7,
  };
  return retuned(retuned(spec, 'kick-eq', kick), 'bass-eq', bass);
}

const DUCKING = { thresholdDb: -22, ratio: 3, kneeDb: 6, attackMs: 2, releaseMs: 110 };

/** The rhythm alone. The limiter of its group is off, because it would even out what is compared. */
const rhythm = only(
  without(
    atTheEnd(
      faders(electronic.mixed, { kick: { levelDb: 1.5 } }),
      device('playback', 'phone', 'Phone', { system: PHONE }),
    ),
    ['music-limiter', 'phone'],
  ),
  ['kick', 'clap', 'hats', 'bass'],
);
const strong = retuned(carvedBy(rhythm, 5, 6), 'bass-ducking', DUCKING);
const gentle = retuned(carvedBy(rhythm, 3, 3), 'bass-ducking', { ...DUCKING, thresholdDb: -20, ratio: 2 });

/** The band's own mix, with a ducking that it does not need. */
const ducked = inserted(
  indiePop.mixed,
  'bass',
  keyedBy('kick', device('compressor', 'bass-ducking', 'Bass ducking', DUCKING)),
);

export const demos = [
  defineDemo({
    id: 'kick-against-bass',
    title: 'Kick against bass',
    listenFor: 'Listen to each kick: does it knock, or only make the bass louder for a moment?',
    variants: [
      {
        id: 'fight',
        label: 'Both at 50 Hz',
        spec: without(strong, ['kick-eq', 'bass-eq', 'bass-ducking']),
      },
      { id: 'carved', label: 'Carved', spec: without(strong, ['bass-ducking']) },
      { id: 'ducked', label: 'Ducked', spec: without(strong, ['kick-eq', 'bass-eq']) },
      { id: 'gently', label: 'Both, gently', spec: gentle },
    ],
    switches: [{ name: 'Phone', deviceIds: ['phone'] }],
    knobs: [
      { deviceId: 'bass-eq', setting: 'lowBellDb' },
      { deviceId: 'bass-ducking', setting: 'thresholdDb' },
      { deviceId: 'bass-ducking', setting: 'releaseMs' },
    ],
    gainReductionOf: 'bass-ducking',
    claims: [
      {
        says: 'Carved, the kick comes out of the bass around 90 Hz',
        measure: 'hitAbove',
        stem: 'kick',
        above: 'bass',
        fromHz: 65,
        toHz: 130,
        of: 'carved',
        against: 'fight',
        changeAtLeast: 4,
        againstBetween: [-2.5, -1],
        ofBetween: [2.5, 3.5],
      },
      {
        says: 'Ducked, it comes out further',
        measure: 'hitAbove',
        stem: 'kick',
        above: 'bass',
        fromHz: 65,
        toHz: 130,
        of: 'ducked',
        against: 'fight',
        changeAtLeast: 7,
        ofBetween: [5, 6.5],
      },
      {
        says: 'Both, gently, nearly as far',
        measure: 'hitAbove',
        stem: 'kick',
        above: 'bass',
        fromHz: 65,
        toHz: 130,
        of: 'gently',
        against: 'ducked',
        changeWithin: 1,
      },
      {
        says: 'Carving takes 3 dB of the bass there',
        measure: 'band',
        stems: ['bass'],
        fromHz: 65,
        toHz: 130,
        of: 'carved',
        against: 'fight',
        changeAtMost: -2,
      },
      {
        says: 'and leaves its lowest notes',
        measure: 'band',
        stems: ['bass'],
        fromHz: 30,
        toHz: 65,
        of: 'carved',
        against: 'fight',
        changeWithin: 1.5,
      },
      {
        says: 'Ducking pulls the bass down 8 to 9 dB at the strongest kicks',
        measure: 'gainReduction',
        device: 'bass-ducking',
        of: 'ducked',
        against: 'fight',
        changeAtLeast: 8,
        ofBetween: [8, 9],
      },
      {
        says: 'gently, less than 6',
        measure: 'gainReduction',
        device: 'bass-ducking',
        of: 'gently',
        against: 'ducked',
        changeAtMost: -2.5,
        ofBetween: [5, 6],
      },
      {
        says: 'Where a phone plays, carving lifts the bass',
        measure: 'band',
        stems: ['bass'],
        fromHz: 500,
        toHz: 14000,
        of: 'carved',
        against: 'fight',
        changeAtLeast: 4,
      },
      {
        says: 'and the knock of the kick',
        measure: 'bandPeaks',
        stems: ['kick'],
        fromHz: 1500,
        toHz: 6000,
        of: 'carved',
        against: 'fight',
        changeAtLeast: 3,
      },
      {
        says: 'Ducking does nothing for the knock',
        measure: 'bandPeaks',
        stems: ['kick'],
        fromHz: 1500,
        toHz: 6000,
        of: 'ducked',
        against: 'fight',
        changeWithin: 1.5,
      },
    ],
  }),
  defineDemo({
    id: 'no-need-to-duck',
    title: 'No need to duck',
    listenFor: 'Follow the bass for a few bars. Which one would you rather walk to?',
    variants: [
      { id: 'alone', label: 'Left alone', spec: without(ducked, ['bass-ducking']) },
      { id: 'ducked', label: 'Ducked as well', spec: ducked },
    ],
    switches: [],
    knobs: [
      { deviceId: 'bass-ducking', setting: 'thresholdDb' },
      { deviceId: 'bass-ducking', setting: 'releaseMs' },
    ],
    gainReductionOf: 'bass-ducking',
    claims: [
      {
        says: 'The kick stands more than 8 dB above the bass at its own place without any help',
        measure: 'hitAbove',
        stem: 'kick',
        above: 'bass',
        fromHz: 30,
        toHz: 65,
        of: 'ducked',
        against: 'alone',
        changeAtLeast: 3,
        againstBetween: [8, 11],
      },
      {
        says: 'Ducking takes the bass away',
        measure: 'againstRest',
        stems: ['bass'],
        of: 'ducked',
        against: 'alone',
        changeAtMost: -1.2,
      },
    ],
  }),
];
