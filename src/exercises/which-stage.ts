import { atTheEnd, faders, retuned, without, withoutReturns } from '../demos/variation.ts';
import type { EqSettings } from '../dsp/eq-bands.ts';
import { device } from '../dsp/mix-draft.ts';
import { devicesOf, type DeviceSpec, type MixSpec } from '../dsp/mix-spec.ts';
import type { ReferenceMix } from '../mixes/reference-mix.ts';
import type { Exercise, Source } from '../training/exercise.ts';
import type { ChoiceQuestion } from '../training/question.ts';
import { ANYWHERE } from './changed.ts';
import { ofExcerpt, referenceOf } from './sources.ts';
import { songOf, songReason, VOICE } from './whole-songs.ts';

/** The reference mix behind a source that is a whole song. */
function mixBehind(source: Source): ReferenceMix {
  return referenceOf(songOf(source));
}

/** One step of the work, from what was before it to what came out of it. */
interface Stage {
  readonly tells: string;
  pair(mix: ReferenceMix): { before: MixSpec; after: MixSpec };
}

const ids = (devices: readonly DeviceSpec[], types: readonly DeviceSpec['type'][]): string[] =>
  devices.filter(({ type }) => types.includes(type)).map(({ id }) => id);

const VOICE_BACK_DB = 5;
const CRUSHED = { driveDb: 20, mode: 1, releaseMs: 10 } as const;

/** A mix with a fault on all of it alike, and without. */
function mended(mixed: MixSpec, settings: Partial<EqSettings>): { before: MixSpec; after: MixSpec } {
  const before = atTheEnd(mixed, device('eq', 'whole-eq', 'Whole EQ', settings));
  return { before, after: without(before, ['whole-eq']) };
}

/**
 * Moves of the mix and of the master overlap in how much they change: otherwise whoever calls the larger change mixing
 * would be right each time, and hear nothing of who did it.
 */
const MIXING: readonly Stage[] = [
  {
    tells: 'Mixing did all of it: faders, places, EQ, compression and reverb on the stems.',
    pair: ({ raw, mixed }) => ({ before: raw, after: mixed }),
  },
  {
    tells: 'Mixing did it: faders and pan pots put the parts in their places.',
    pair: ({ mixed, mixIds, raw }) => ({
      before: raw,
      after: withoutReturns(
        without(mixed, mixIds),
        mixed.returns.map(({ id }) => id),
      ),
    }),
  },
  {
    tells: 'Mixing did it: the stems’ own EQs made room for each other.',
    pair: ({ mixed }) => ({ before: without(mixed, ids(devicesOf(mixed), ['eq'])), after: mixed }),
  },
  {
    tells: 'Mixing did it, on one part alone: the voice came forward by its fader.',
    pair: ({ mixed }) => {
      const { levelDb } = mixed.strips.find(({ stem }) => stem === VOICE)!;
      return { before: faders(mixed, { [VOICE]: { levelDb: levelDb - VOICE_BACK_DB } }), after: mixed };
    },
  },
  {
    tells: 'Mixing did it: some of the parts were sent into a room, and the others were not.',
    pair: ({ mixed }) => ({
      before: withoutReturns(
        mixed,
        mixed.returns.map(({ id }) => id),
      ),
      after: mixed,
    }),
  },
];

const MASTERING: readonly Stage[] = [
  {
    tells: 'Mastering did all of it: EQ, compression and limiting on the finished mix.',
    pair: ({ mixed, mastered }) => ({ before: mixed, after: mastered }),
  },
  {
    tells:
      'Mastering did it: compression and a limiter on the whole, driven far harder than in this song’s own master.',
    pair: ({ mixed, mastered }) => ({
      before: mixed,
      after: without(retuned(mastered, 'limiter', CRUSHED), ids(mastered.master, ['eq'])),
    }),
  },
  {
    tells: 'Mastering did it: one EQ on the whole, the same on every part.',
    pair: ({ mastered }) => ({ before: without(mastered, ids(mastered.master, ['eq'])), after: mastered }),
  },
  {
    tells: 'Mastering did it: the mix had been boomy as a whole, and one shelf on all of it mended that.',
    pair: ({ mixed }) => mended(mixed, { lowShelfHz: 180, lowShelfDb: 7 }),
  },
  {
    tells: 'Mastering did it: the mix had been dull as a whole, and one shelf on all of it mended that.',
    pair: ({ mixed }) => mended(mixed, { highShelfHz: 1500, highShelfDb: -8 }),
  },
];

/** Which of the two crafts did what is heard. */
export const whichStage: Exercise = {
  id: 'which-stage',
  title: 'Mixing or mastering?',
  trains: 'Tell what was done to the parts from what was done to the whole.',
  family: 'the whole',
  ways: ['name'],
  unit: '',
  ladder: [0],
  unsuited: songReason,
  choiceCount: () => 2,
  ask: ({ source, answer, draw }): ChoiceQuestion => {
    const stage = draw.of(answer === 0 ? MIXING : MASTERING);
    const { before, after } = stage.pair(mixBehind(source));
    const [dry, truth] = [ofExcerpt(before), ofExcerpt(after)];
    return {
      kind: 'choice',
      asks: 'What made “After” from “Before”?',
      tells: stage.tells,
      size: 0,
      levels: 'matched',
      needs: ANYWHERE,
      heard: [
        { id: 'before', label: 'Before', spec: dry },
        { id: 'after', label: 'After', spec: truth },
      ],
      choices: [
        { id: 'mixing', label: 'Mixing', spec: null, place: null },
        { id: 'mastering', label: 'Mastering', spec: null, place: null },
      ],
      answer: answer === 0 ? 'mixing' : 'mastering',
      worthlessDistance: null,
      dry,
      truth,
    };
  },
};
