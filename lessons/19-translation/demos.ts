import type { Claim } from '../../src/demos/claim.ts';
import { defineDemo } from '../../src/demos/demo.ts';
import { atTheEnd, faders, inserted, retuned, without } from '../../src/demos/variation.ts';
import { device } from '../../src/dsp/mix-draft.ts';
import type { MixSpec } from '../../src/dsp/mix-spec.ts';
import { PLAYBACK_SYSTEMS } from '../../src/dsp/playback-systems.ts';
import { TAPE } from '../../src/dsp/saturation.ts';
import { electronic } from '../../src/mixes/electronic.ts';
import { indiePop } from '../../src/mixes/indie-pop.ts';

/** A mix as it comes out of a playback system, by the name that the device has for it. */
function playedOn(mix: MixSpec, name: string): MixSpec {
  const system = PLAYBACK_SYSTEMS.findIndex((entry) => entry.name === name);
  return atTheEnd(mix, device('playback', 'place', 'Playback', { system }));
}

/** Each widener doubles the difference between the pad's sides, until hardly a middle is left beside it. */
const WIDENERS = ['pad-widener-1', 'pad-widener-2', 'pad-widener-3', 'pad-widener-4'];
const withWideners = WIDENERS.reduce(
  (mix, id, i) => inserted(mix, 'pad', device('width', id, `Pad widener ${i + 1}`, { widthPercent: 200 })),
  electronic.mixed,
);
/** Turned down again by what the wideners add, so that the pad is as loud beside the rest as it was. */
const PAD_DB = electronic.mixed.strips.find(({ stem }) => stem === 'pad')!.levelDb;
const widened = faders(withWideners, { pad: { levelDb: PAD_DB - 19.5 } });
const asMixed = without(withWideners, WIDENERS);

/** A bass so soft that hardly anything above its lowest notes is left for an EQ to raise. */
const SOFT_BASS = {
  lowBellDb: 0,
  midBellHz: 350,
  midBellDb: -12,
  midBellQ: 0.4,
  lowPassHz: 1000,
  lowPassSlope: 3,
};
/** One stage hardly bends a sound this pure; a second one, driven by the first, does. */
const HARMONICS = ['bass-harmonics-1', 'bass-harmonics-2'];
const LINE_EQ = device('eq', 'bass-line-eq', 'Bass EQ after harmonics', {
  midBellHz: 600,
  midBellDb: 14,
  midBellQ: 0.7,
});
const lined = inserted(
  HARMONICS.reduce(
    (mix, id, i) =>
      inserted(mix, 'bass', device('saturation', id, `Bass harmonics ${i + 1}`, { kind: TAPE, driveDb: 24 })),
    retuned(electronic.mixed, 'bass-eq', SOFT_BASS),
  ),
  'bass',
  LINE_EQ,
);
/** What the harmonics add in the lows, taken off again by the fader. */
const linedDown = faders(lined, { bass: { levelDb: -2.2 } });

/** How far the bass stands below the rest where a phone can play it. */
const LINE = { measure: 'againstRest', stems: ['bass'], fromHz: 300, toHz: 1500 } as const;

export const demos = [
  defineDemo({
    id: 'four-places',
    title: 'One mix, four places',
    listenFor: 'The same mix every time. What happens to the bass, and to the singer beside it?',
    variants: [
      { id: 'studio', label: 'In the studio', spec: playedOn(indiePop.mixed, 'Studio') },
      { id: 'phone', label: 'On a phone', spec: playedOn(indiePop.mixed, 'Phone') },
      { id: 'car', label: 'In a car', spec: playedOn(indiePop.mixed, 'Car') },
      { id: 'club', label: 'In a club', spec: playedOn(indiePop.mixed, 'Club') },
    ],
    switches: [],
    knobs: [
      { deviceId: 'place', setting: 'system' },
      { deviceId: 'bass', setting: 'levelDb' },
      { deviceId: 'vocal', setting: 'levelDb' },
    ],
    pictures: ['spectrum', 'stage', 'loudness'],
    claims: [
      {
        says: 'On a phone hardly anything is left of the lows',
        measure: 'band',
        fromHz: 30,
        toHz: 120,
        of: 'phone',
        against: 'studio',
        changeAtMost: -40,
      },
      {
        says: 'and the bass falls behind by more than 8 dB',
        measure: 'againstRest',
        stems: ['bass'],
        of: 'phone',
        against: 'studio',
        changeAtMost: -8,
      },
      {
        says: 'while the voice gains 4 dB on the rest',
        measure: 'againstRest',
        stems: ['vocal'],
        of: 'phone',
        against: 'studio',
        changeAtLeast: 4,
      },
      {
        says: 'which leaves her 7 dB further in front than in a club',
        measure: 'againstRest',
        stems: ['vocal'],
        of: 'phone',
        against: 'club',
        changeAtLeast: 7,
      },
      {
        says: 'and left and right are one',
        measure: 'width',
        of: 'phone',
        against: 'studio',
        changeAtMost: -40,
      },
      ...['phone', 'car', 'club'].map((of): Claim => ({
        says: `From 500 Hz to 4 kHz a ${of} plays the song within 4 dB`,
        measure: 'band',
        fromHz: 500,
        toHz: 4000,
        of,
        against: 'studio',
        changeWithin: 4,
      })),
      ...['car', 'club'].flatMap((of): Claim[] => [
        {
          says: `In the ${of} the lows rise by more than 3.5 dB`,
          measure: 'band',
          fromHz: 30,
          toHz: 120,
          of,
          against: 'studio',
          changeAtLeast: 3.5,
        },
        {
          says: `and the voice falls behind by more than 2.5 dB`,
          measure: 'againstRest',
          stems: ['vocal'],
          of,
          against: 'studio',
          changeAtMost: -2.5,
        },
      ]),
    ],
  }),
  defineDemo({
    id: 'line-on-a-phone',
    title: 'A bass line for a phone',
    listenFor: 'All four on a phone. In which ones can you hum the bass?',
    variants: [
      { id: 'soft', label: 'Soft bass', spec: playedOn(without(lined, [...HARMONICS, LINE_EQ.id]), 'Phone') },
      { id: 'eq', label: 'EQ alone', spec: playedOn(without(lined, HARMONICS), 'Phone') },
      {
        id: 'harmonics',
        label: 'Harmonics alone',
        spec: playedOn(without(linedDown, [LINE_EQ.id]), 'Phone'),
      },
      { id: 'both', label: 'Harmonics, then EQ', spec: playedOn(linedDown, 'Phone') },
    ],
    switches: [],
    knobs: [
      { deviceId: 'place', setting: 'system' },
      { deviceId: LINE_EQ.id, setting: 'midBellDb' },
    ],
    pictures: ['spectrum', 'loudness'],
    claims: [
      {
        ...LINE,
        says: 'EQ alone leaves a soft bass 25 dB behind the rest',
        of: 'eq',
        against: 'soft',
        changeAtLeast: 10,
        againstBetween: [-38, -35],
        ofBetween: [-25.6, -24.4],
      },
      {
        ...LINE,
        says: 'Harmonics alone, 24',
        of: 'harmonics',
        against: 'soft',
        changeAtLeast: 12,
        ofBetween: [-24.6, -23.4],
      },
      {
        ...LINE,
        says: 'EQ on what the harmonics have made, 12',
        of: 'both',
        against: 'soft',
        changeAtLeast: 24,
        ofBetween: [-12.8, -11.6],
      },
      {
        says: 'while its lowest notes stay about as strong',
        measure: 'band',
        stems: ['bass'],
        fromHz: 30,
        toHz: 120,
        of: 'both',
        against: 'soft',
        changeWithin: 1.5,
      },
    ],
  }),
  defineDemo({
    id: 'gone-on-a-phone',
    title: 'Gone on a phone',
    listenFor: 'Follow the soft chords behind the singer, the pad.',
    variants: [
      { id: 'wide', label: 'Very wide pad', spec: playedOn(widened, 'Studio') },
      { id: 'wide-phone', label: 'That, on a phone', spec: playedOn(widened, 'Phone') },
      { id: 'mixed', label: 'Pad as mixed', spec: playedOn(asMixed, 'Studio') },
      { id: 'mixed-phone', label: 'That, on a phone too', spec: playedOn(asMixed, 'Phone') },
    ],
    switches: [],
    pictures: ['stage', 'goniometer', 'spectrum'],
    claims: [
      {
        says: 'The pad is as loud beside the rest, wide or as mixed',
        measure: 'againstRest',
        stems: ['pad'],
        of: 'wide',
        against: 'mixed',
        changeWithin: 0.5,
      },
      {
        says: 'but hardly a middle is left of it',
        measure: 'width',
        stems: ['pad'],
        of: 'wide',
        against: 'mixed',
        changeAtLeast: 20,
      },
      {
        says: 'On a phone it loses more than 20 dB against the rest',
        measure: 'againstRest',
        stems: ['pad'],
        of: 'wide-phone',
        against: 'wide',
        changeAtMost: -20,
      },
      {
        says: 'and as mixed it loses 2 dB',
        measure: 'againstRest',
        stems: ['pad'],
        of: 'mixed-phone',
        against: 'mixed',
        changeWithin: 2.2,
      },
    ],
  }),
];
