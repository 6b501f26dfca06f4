import type { Claim } from '../../src/demos/claim.ts';
import { defineDemo } from '../../src/demos/demo.ts';
import { faders, without } from '../../src/demos/variation.ts';
import { device } from '../../src/dsp/mix-draft.ts';
import type { MixSpec } from '../../src/dsp/mix-spec.ts';
import { acoustic } from '../../src/mixes/acoustic.ts';
import { electronic } from '../../src/mixes/electronic.ts';

const VOICES = ['vocal', 'double'];

/** The song with an EQ on everything but the voices, as one would put it on a beat that is a stereo file. */
function withBeatEq(spec: MixSpec): MixSpec {
  const beatEq = device('eq', 'beat-eq', 'EQ on the beat', {
    lowBellHz: 290,
    lowBellDb: -4,
    lowBellQ: 0.8,
    highBellHz: 2500,
    highBellDb: -4,
    highBellQ: 0.7,
    highShelfHz: 8000,
    highShelfDb: -3,
  });
  return {
    ...spec,
    groups: spec.groups.map((group) => ({ ...group, devices: [...group.devices, beatEq] })),
  };
}

/** Parts of a stereo file cannot be sent to a reverb one by one. */
const beatUnsent = (spec: MixSpec): MixSpec => ({
  ...spec,
  strips: spec.strips.map((strip) => (VOICES.includes(strip.stem) ? strip : { ...strip, sends: [] })),
});

const raw = beatUnsent(without(withBeatEq(electronic.raw), ['beat-eq']));
const parts = without(withBeatEq(electronic.mixed), ['beat-eq']);

/** The voices mixed, and set as far above the words' region of the beat as in the full mix; the beat as its file has it. */
const voiceOnBeat: MixSpec = faders(
  {
    ...without(withBeatEq(electronic.mixed), ['music-limiter']),
    strips: parts.strips.map((strip, i) => (VOICES.includes(strip.stem) ? strip : raw.strips[i])),
  },
  { vocal: { levelDb: 0.2 }, double: { levelDb: -10.8 } },
);

/** How the master of a good mix moves one region. */
const moves = (says: string, fromHz: number, toHz: number): Claim => ({
  says,
  measure: 'band',
  fromHz,
  toHz,
  of: 'master',
  against: 'mix',
  changeWithin: 1.5,
});
const words = { measure: 'againstRest', stems: VOICES, fromHz: 1000, toHz: 4000 } as const;

export const demos = [
  defineDemo({
    id: 'little-left',
    title: 'A good mix, and its master',
    listenFor: 'Equally loud. Listen to the voice, then to the guitars. Could you say which is which?',
    variants: [
      { id: 'mix', label: 'Mixed', spec: acoustic.mixed },
      { id: 'master', label: 'Mixed and mastered', spec: acoustic.mastered },
    ],
    switches: [],
    claims: [
      moves('The bass hardly moves', 40, 120),
      moves('nor the body', 200, 500),
      moves('nor the words', 1000, 4000),
      moves('nor the highs', 6000, 16_000),
      {
        says: 'Loud and soft come a little closer',
        measure: 'loudnessRange',
        of: 'master',
        against: 'mix',
        changeAtMost: -1.5,
        againstBetween: [6.5, 7.4],
        ofBetween: [4.1, 5],
      },
      {
        says: 'What changes most is the level',
        measure: 'loudness',
        of: 'master',
        against: 'mix',
        changeAtLeast: 4,
      },
    ],
  }),
  defineDemo({
    id: 'beat-and-voice',
    title: 'A beat as one file',
    listenFor: 'Follow the words. Then listen for the lead synth and the arpeggio: are they in her way?',
    variants: [
      { id: 'raw', label: 'As they came', spec: raw },
      { id: 'voice', label: 'Voice on a beat', spec: voiceOnBeat },
      { id: 'parts', label: 'All parts mixed', spec: parts },
    ],
    switches: [],
    claims: [
      {
        says: 'On the beat, the words come forward',
        ...words,
        of: 'voice',
        against: 'raw',
        changeAtLeast: 8,
      },
      { says: 'as far as with all parts', ...words, of: 'voice', against: 'parts', changeWithin: 1 },
      {
        says: 'The lines lie closer together',
        measure: 'lineSpread',
        of: 'voice',
        against: 'raw',
        changeAtMost: -5,
      },
      {
        says: 'as close as with all parts',
        measure: 'lineSpread',
        of: 'voice',
        against: 'parts',
        changeWithin: 0.5,
      },
      {
        says: 'With all parts, the lead goes to the side',
        measure: 'place',
        stems: ['lead'],
        of: 'parts',
        against: 'voice',
        changeAtLeast: 50,
        againstBetween: [-5, 5],
      },
      {
        says: 'the arpeggio to the other',
        measure: 'place',
        stems: ['arp'],
        of: 'parts',
        against: 'voice',
        changeAtMost: -50,
        againstBetween: [-5, 5],
      },
      {
        says: 'and the whole is wider',
        measure: 'width',
        fromHz: 1000,
        toHz: 8000,
        of: 'parts',
        against: 'voice',
        changeAtLeast: 2,
      },
    ],
  }),
];
