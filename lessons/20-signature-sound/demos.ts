import type { Claim } from '../../src/demos/claim.ts';
import { defineDemo } from '../../src/demos/demo.ts';
import { inserted, only, retuned, without } from '../../src/demos/variation.ts';
import type { EqSettings } from '../../src/dsp/eq-bands.ts';
import { SOUND_WORDS } from '../../src/exercises/sound-words.ts';
import { device } from '../../src/dsp/mix-draft.ts';
import type { MixSpec } from '../../src/dsp/mix-spec.ts';
import { acoustic } from '../../src/mixes/acoustic.ts';
import { electronic } from '../../src/mixes/electronic.ts';
import { indiePop } from '../../src/mixes/indie-pop.ts';

/** One stem of a mix alone, with an EQ that says a word; without settings it says nothing. */
function said(mix: MixSpec, stem: string, settings: Partial<EqSettings> | null): MixSpec {
  const alone = only(inserted(mix, stem, device('eq', 'word', 'Colour EQ', settings ?? {})), [stem]);
  return settings ? alone : without(alone, ['word']);
}

/** How far a word lifts or empties a region, against the sound as it was mixed. */
const region = (
  says: string,
  of: string,
  [fromHz, toHz]: readonly [number, number],
  change: { readonly changeAtLeast: number } | { readonly changeAtMost: number },
): Claim => ({ says, measure: 'band', fromHz, toHz, of, against: 'plain', ...change });

const voice = (settings: Partial<EqSettings> | null): MixSpec => said(electronic.mixed, 'vocal', settings);
const guitar = (settings: Partial<EqSettings> | null): MixSpec => said(acoustic.mixed, 'guitar-1', settings);

/** Kick and snare, each with the same settings of its compressor and of an EQ of its own. */
function drums(attackMs: number | null, box: boolean): MixSpec {
  const settings = {
    thresholdDb: -34,
    ratio: 6,
    kneeDb: 3,
    attackMs: attackMs ?? 20,
    releaseMs: 40,
    makeupDb: 0,
  };
  const boxed = ['kick', 'snare'].reduce(
    (mix, stem) =>
      inserted(
        retuned(mix, `${stem}-compressor`, settings),
        stem,
        device('eq', `${stem}-box`, 'Boxiness', SOUND_WORDS.boxy.settings),
      ),
    indiePop.mixed,
  );
  return without(only(boxed, ['kick', 'snare']), [
    ...(attackMs === null ? ['kick-compressor', 'snare-compressor'] : []),
    ...(box ? [] : ['kick-box', 'snare-box']),
  ]);
}

export const demos = [
  defineDemo({
    id: 'words-for-a-voice',
    title: 'Three words for a voice',
    listenFor: 'Say your own word for each before you read the label.',
    variants: [
      { id: 'plain', label: 'As mixed', spec: voice(null) },
      { id: 'muddy', label: 'Muddy', spec: voice(SOUND_WORDS.muddy.settings) },
      { id: 'nasal', label: 'Nasal', spec: voice(SOUND_WORDS.nasal.settings) },
      { id: 'harsh', label: 'Harsh', spec: voice(SOUND_WORDS.harsh.settings) },
    ],
    switches: [],
    knobs: [
      { deviceId: 'word', setting: 'midBellHz' },
      { deviceId: 'word', setting: 'midBellDb' },
    ],
    pictures: ['spectrum', 'loudness'],
    claims: [
      region('Muddy: more from 150 to 400 Hz', 'muddy', [150, 400], { changeAtLeast: 2.5 }),
      region('and 4 dB less above 2 kHz at the same loudness', 'muddy', [2000, 8000], { changeAtMost: -4 }),
      region('Nasal: 5 dB more around 1 kHz', 'nasal', [800, 1300], { changeAtLeast: 5 }),
      region('Harsh: 5 dB more around 3.3 kHz', 'harsh', [2500, 4500], { changeAtLeast: 5 }),
      region('and less body at the same loudness', 'harsh', [150, 400], { changeAtMost: -2.5 }),
    ],
  }),
  defineDemo({
    id: 'words-for-a-guitar',
    title: 'Three words for a guitar',
    listenFor: 'The same guitar. Which version would you want beside a singer?',
    variants: [
      { id: 'plain', label: 'As mixed', spec: guitar(null) },
      {
        id: 'warm',
        label: 'Warm',
        spec: guitar(SOUND_WORDS.warm.settings),
      },
      { id: 'thin', label: 'Thin', spec: guitar(SOUND_WORDS.thin.settings) },
      { id: 'airy', label: 'Airy', spec: guitar(SOUND_WORDS.airy.settings) },
    ],
    switches: [],
    pictures: ['spectrum', 'loudness'],
    claims: [
      region('Warm: 4 dB more from 130 to 400 Hz', 'warm', [130, 400], { changeAtLeast: 3.8 }),
      region('and less above 4 kHz', 'warm', [4000, 12_000], { changeAtMost: -4 }),
      region('Thin: more than 10 dB less from 130 to 400 Hz', 'thin', [130, 400], { changeAtMost: -10 }),
      region('Airy: more than 6 dB more above 8 kHz', 'airy', [8000, 16_000], { changeAtLeast: 6 }),
    ],
  }),
  defineDemo({
    id: 'words-for-drums',
    title: 'Three words for drums',
    listenFor: 'Kick and snare. Which one hits, which one slaps, which one comes out of a box?',
    variants: [
      { id: 'plain', label: 'No compression', spec: drums(null, false) },
      { id: 'punchy', label: 'Punchy', spec: drums(20, false) },
      { id: 'flat', label: 'Flat', spec: drums(0.1, false) },
      { id: 'boxy', label: 'Boxy', spec: drums(null, true) },
    ],
    switches: [],
    pictures: ['spectrum', 'compressor', 'loudness'],
    gainReductionOf: 'snare-compressor',
    claims: [
      {
        says: 'Punchy: the first instant of the snare stands out 8 dB further',
        measure: 'knock',
        stem: 'snare',
        of: 'punchy',
        against: 'plain',
        changeAtLeast: 8,
      },
      {
        says: 'Flat: it stands out 10 dB less than that',
        measure: 'knock',
        stem: 'snare',
        of: 'flat',
        against: 'punchy',
        changeAtMost: -10,
      },
      region('Boxy: 8 dB more from 300 to 550 Hz', 'boxy', [300, 550], { changeAtLeast: 7.5 }),
    ],
  }),
];
