import type { Claim } from '../../src/demos/claim.ts';
import { defineDemo } from '../../src/demos/demo.ts';
import { atTheEnd, faders, inserted, without } from '../../src/demos/variation.ts';
import { device } from '../../src/dsp/mix-draft.ts';
import type { MixSpec } from '../../src/dsp/mix-spec.ts';
import { PLAYBACK_SYSTEMS } from '../../src/dsp/playback-systems.ts';
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
