import { defineDemo } from '../../src/demos/demo.ts';
import { atTheEnd, only, without } from '../../src/demos/variation.ts';
import { device } from '../../src/dsp/mix-draft.ts';
import type { GainPoint, MixSpec } from '../../src/dsp/mix-spec.ts';
import { acoustic } from '../../src/mixes/acoustic.ts';
import { indiePop } from '../../src/mixes/indie-pop.ts';

/** When the string squeaks in the first guitar, as its manifest lists them, in seconds of the loop. */
const SQUEAKS = [
  [4.354, 4.497],
  [8.882, 8.999],
  [13.333, 13.497],
  [17.885, 18.002],
  [20.132, 20.252],
  [22.367, 22.501],
  [26.87, 26.999],
  [29.127, 29.246],
  [31.366, 31.492],
] as const;

/**
 * Where two pieces of the bass were put together without a fade: a hole of 12 ms with hard ends. Chosen among 60 places
 * for ticks that are plain alone and covered in the song; elsewhere many are neither.
 */
const EDITS = [8.61, 12.03, 18.3, 20.58, 24, 33.12];
const HOLE_SECONDS = 0.012;
const STEP_SECONDS = 0.0007;

const hole = (at: number): GainPoint[] => [
  { seconds: at - STEP_SECONDS, gainDb: 0 },
  { seconds: at, gainDb: -80 },
  { seconds: at + HOLE_SECONDS, gainDb: -80 },
  { seconds: at + HOLE_SECONDS + STEP_SECONDS, gainDb: 0 },
];

const cut = (spec: MixSpec): MixSpec => ({
  ...spec,
  strips: spec.strips.map((strip) =>
    strip.stem === 'bass' ? { ...strip, automation: EDITS.flatMap(hole) } : strip,
  ),
});

const CLICKS = EDITS.map((at) => [at - 0.002, at + HOLE_SECONDS + 0.004] as const);

/** The first guitar, and a filter that leaves only the region in which its string squeaks. */
const filtered = atTheEnd(
  only(acoustic.mastered, ['guitar-1']),
  device('eq', 'listening-filter', 'Listening filter', {
    highPassHz: 1000,
    highPassSlope: 5,
    lowPassHz: 2200,
    lowPassSlope: 5,
  }),
);
const unfiltered = without(filtered, ['listening-filter']);

const squeaks = { measure: 'standsOut', moments: SQUEAKS } as const;
const ticks = { measure: 'standsOut', moments: CLICKS, fromHz: 4000, toHz: 12_000 } as const;

export const demos = [
  defineDemo({
    id: 'squeaking-string',
    title: 'A squeak under the song',
    listenFor:
      'A finger slides along a string, just before some of the chords. In which version can you count the squeaks?',
    variants: [
      {
        id: 'whole',
        label: 'Whole song',
        spec: only(
          unfiltered,
          unfiltered.strips.map(({ stem }) => stem),
        ),
      },
      { id: 'alone', label: 'Guitar alone', spec: unfiltered },
      { id: 'band', label: 'Guitar, one region', spec: filtered },
    ],
    switches: [],
    claims: [
      {
        says: 'In the song the squeaks do not rise above what plays around them; alone they do',
        ...squeaks,
        fromHz: 1200,
        toHz: 1800,
        of: 'alone',
        against: 'whole',
        changeAtLeast: 4,
        againstBetween: [-2, 0],
        ofBetween: [4, 5],
      },
      {
        says: 'With the whole guitar to hear, they hide under its chords; in one region they do not',
        ...squeaks,
        fromHz: 100,
        toHz: 8000,
        of: 'band',
        against: 'alone',
        changeAtLeast: 3,
      },
    ],
  }),
  defineDemo({
    id: 'bad-edit',
    title: 'An edit without a fade',
    listenFor: 'Listen to the bass. Does anything happen to it? Then hear it alone, and go back to the song.',
    variants: [
      { id: 'whole', label: 'Whole song', spec: cut(indiePop.mastered) },
      { id: 'alone', label: 'Bass alone', spec: only(cut(indiePop.mastered), ['bass']) },
      { id: 'mended', label: 'Bass, mended', spec: only(indiePop.mastered, ['bass']) },
    ],
    switches: [],
    claims: [
      {
        says: 'The ticks stand out of the bass alone, and not out of the song',
        ...ticks,
        of: 'alone',
        against: 'whole',
        changeAtLeast: 10,
        againstBetween: [-20, 0],
        ofBetween: [10, 13],
      },
      {
        says: 'Mended, nothing happens there',
        ...ticks,
        of: 'mended',
        against: 'alone',
        changeAtMost: -8,
      },
    ],
  }),
];
