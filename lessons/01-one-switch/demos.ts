import type { Claim } from '../../src/demos/claim.ts';
import { defineDemo, type ClaimedDemo } from '../../src/demos/demo.ts';
import { acoustic } from '../../src/mixes/acoustic.ts';
import { electronic } from '../../src/mixes/electronic.ts';
import type { ReferenceMix } from '../../src/mixes/reference-mix.ts';

/** A region of pitch that mastering moves by 1.5 dB at most. */
const nudged = (what: string, fromHz: number, toHz: number): Claim => ({
  says: `Mastering moves ${what} by no more than 1.5 dB`,
  measure: 'band',
  fromHz,
  toHz,
  of: 'mastered',
  against: 'mixed',
  changeWithin: 1.5,
});

/** What the text says of either song. */
const OF_BOTH: readonly Claim[] = [
  {
    says: 'Mixing brings sung lines that lie more than 8 LU apart within 3 LU',
    measure: 'lineSpread',
    of: 'mixed',
    against: 'raw',
    changeAtMost: -5,
    againstBetween: [8, 12],
    ofBetween: [0, 3],
  },
  {
    says: 'Mastering makes the song more than 4 dB louder',
    measure: 'loudness',
    of: 'mastered',
    against: 'mixed',
    changeAtLeast: 4,
  },
  nudged('the lows', 40, 120),
  nudged('the low middle', 120, 500),
  nudged('the middle', 500, 1000),
  nudged('the words', 1000, 4000),
  nudged('the highs', 4000, 14_000),
];

/** How much the voice gains on the band, where the words are. */
const voiceRises = (byDb: number): Claim => ({
  says: `Mixing gives the voice more than ${byDb} dB on the band where the words are`,
  measure: 'againstRest',
  stems: ['vocal'],
  fromHz: 1000,
  toHz: 4000,
  of: 'mixed',
  against: 'raw',
  changeAtLeast: byDb,
});

/** Raw, mixed, mastered, and nothing to turn: the first thing that many do on this site. */
function threeSteps(
  draft: Pick<ClaimedDemo, 'id' | 'title' | 'listenFor' | 'claims'>,
  { raw, mixed, mastered }: ReferenceMix,
): ClaimedDemo {
  return defineDemo({
    ...draft,
    variants: [
      { id: 'raw', label: 'Raw', spec: raw },
      { id: 'mixed', label: 'Mixed', spec: mixed },
      { id: 'mastered', label: 'Mixed and mastered', spec: mastered },
    ],
    switches: [],
    pictures: ['spectrum', 'stage', 'loudness', 'chain'],
    claims: [...draft.claims, ...OF_BOTH],
  });
}

export const demos = [
  threeSteps(
    {
      id: 'one-switch',
      title: 'One switch',
      listenFor: 'Follow the singer. In which version do you understand her without trying?',
      claims: [
        voiceRises(4),
        {
          says: 'Mastering leaves the voice within half a decibel of where the mix had put it',
          measure: 'balance',
          stems: ['vocal'],
          of: 'mastered',
          against: 'mixed',
          changeWithin: 0.5,
        },
        {
          says: 'Mixing makes the picture wider',
          measure: 'width',
          of: 'mixed',
          against: 'raw',
          changeAtLeast: 1.5,
        },
        {
          says: 'Mixing puts the first guitar to the left',
          measure: 'place',
          stems: ['guitar-1'],
          of: 'mixed',
          against: 'raw',
          changeAtMost: -50,
        },
        {
          says: 'and the second to the right',
          measure: 'place',
          stems: ['guitar-2'],
          of: 'mixed',
          against: 'raw',
          changeAtLeast: 50,
        },
      ],
    },
    acoustic,
  ),
  threeSteps(
    {
      id: 'another-song',
      title: 'The same switch, another song',
      listenFor: 'Where is the singer in each version? And what plays to the left and right of her?',
      claims: [
        voiceRises(9),
        {
          says: 'Mixing puts the arpeggio to the left',
          measure: 'place',
          stems: ['arp'],
          of: 'mixed',
          against: 'raw',
          changeAtMost: -50,
        },
        {
          says: 'and the lead synth to the right',
          measure: 'place',
          stems: ['lead'],
          of: 'mixed',
          against: 'raw',
          changeAtLeast: 50,
        },
      ],
    },
    electronic,
  ),
];
