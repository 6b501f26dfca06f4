import type { DeviceSpec, MixSpec } from '../dsp/mix-spec.ts';
import { device } from '../dsp/mix-draft.ts';
import type { Asked, Exercise, Source } from '../training/exercise.ts';
import type { ChoiceQuestion, MatchQuestion, PlaybackNeeds } from '../training/question.ts';
import { thresholdForDb } from './compression-amount.ts';
import { driveInto } from './colour-exercises.ts';
import { READ_AS } from './source-levels.ts';
import { movedParts, stemParts, type StemPart } from './stem-parts.ts';
import { atStrength, SOUND_WORDS, type SoundWord } from './sound-words.ts';
import { withAsked, turnedDownBy, ASKED_DEVICE } from './changed.ts';

const ANYWHERE: PlaybackNeeds = { stereo: false, fromHz: 200, toHz: 5000 };
const LADDER_DB = [9, 6, 4.5, 3, 2, 1.5] as const;
const FEWEST_STEMS = 3;

const stemsReason = (source: Source): string | null =>
  stemParts(source).length < FEWEST_STEMS ? 'it has too few stems' : null;

/**
 * A mix whose faders are moved in a question, and nothing else: the limiters on its groups rest, or they would take back
 * half of what a kick gains, and turn the rest of the band with it.
 */
function unlimited(base: MixSpec): MixSpec {
  const rested = (entry: DeviceSpec): DeviceSpec =>
    entry.type === 'limiter' ? { ...entry, bypassed: true } : entry;
  return {
    ...base,
    groups: base.groups.map((group) => ({ ...group, devices: group.devices.map(rested) })),
  };
}

function faded(base: MixSpec, parts: readonly StemPart[], byPart: Readonly<Record<string, number>>): MixSpec {
  return { ...base, strips: movedParts(base.strips, parts, byPart) };
}

/** One stem of several went up or down. */
const whichStem: Exercise = {
  id: 'which-stem',
  title: 'Which stem changed?',
  trains: 'Hear which part of a mix went up or down.',
  family: 'the whole',
  ways: ['name'],
  unit: 'dB',
  ladder: LADDER_DB,
  unsuited: stemsReason,
  choiceCount: (_, source) => stemParts(source).length,
  ask: ({ source, rung, answer, draw }): ChoiceQuestion => {
    const db = LADDER_DB[rung];
    const parts = stemParts(source);
    const changed = parts[answer];
    const base = unlimited(source.base);
    // A part that goes up comes from below its place, so that both directions have the same room.
    const up = draw.coin();
    const before = up ? faded(base, parts, { [changed.id]: -db }) : base;
    const named = ({ id }: StemPart): MixSpec => faded(before, parts, { [id]: up ? db : -db });
    return {
      kind: 'choice',
      asks: 'Which part changed from “Before” to “After”?',
      tells: `${changed.label} went ${up ? 'up' : 'down'} by ${db} dB.`,
      size: db,
      levels: 'equal',
      needs: ANYWHERE,
      heard: [
        { id: 'before', label: 'Before', spec: before },
        { id: 'after', label: 'After', spec: named(changed) },
      ],
      choices: parts.map((part) => ({ id: part.id, label: part.label, spec: named(part), place: null })),
      answer: changed.id,
      worthlessDistance: null,
      dry: before,
      truth: named(changed),
    };
  },
};

/** Faders that were moved: two in a part of few stems, three in a mix. */
const MOST_MOVED = 3;
const TOLERANCE_DB = 1.5;
/** Room for faders that were moved up. */
const ROOM_DB = 6;

/** The balance that was heard, brought back from memory. */
const balanceMemory: Exercise = {
  id: 'balance-memory',
  title: 'Balance from memory',
  trains: 'Keep a balance in mind, and bring it back once its faders have been moved.',
  family: 'the whole',
  ways: ['match'],
  unit: 'dB',
  ladder: LADDER_DB.slice(0, 5),
  unsuited: stemsReason,
  choiceCount: () => 1,
  ask: ({ source, rung, draw }): MatchQuestion => {
    const db = LADDER_DB[rung];
    const parts = stemParts(source);
    const base = turnedDownBy(unlimited(source.base), ROOM_DB);
    const moved = draw.shuffled(parts).slice(0, Math.min(MOST_MOVED, parts.length - 1));
    const knobs = moved.map(({ id, label }) => {
      // Where a fader is right is another number each time, so that the scale does not tell it.
      const target = Number(draw.between(-6, 6).toFixed(1));
      const start = Number((target + db * (draw.coin() ? 1 : -1)).toFixed(1));
      return { id, label, target, start };
    });
    const specAt = (settings: Readonly<Record<string, number>>): MixSpec =>
      faded(base, parts, Object.fromEntries(knobs.map(({ id, target }) => [id, settings[id] - target])));
    return {
      kind: 'match',
      asks: 'Listen to the original as long as you like. Then turn the faders until yours is balanced like it.',
      tells: `${knobs.map(({ label, start, target }) => `${label} had gone ${start > target ? 'up' : 'down'}`).join(', ')}, each by ${db} dB.`,
      size: db,
      levels: 'equal',
      needs: ANYWHERE,
      heard: [{ id: 'original', label: 'Original', spec: base }],
      dry: specAt(Object.fromEntries(knobs.map(({ id, start }) => [id, start]))),
      truth: base,
      dryLabel: 'As it was moved',
      specAt,
      targetHidden: true,
      knobs: knobs.map(({ id, label, start, target }) => ({
        id,
        parameter: {
          label,
          unit: 'dB',
          min: -18,
          max: 18,
          default: 0,
          taper: 'linear',
          decimals: 1,
        },
        start,
        target,
        distance: (one, other) => Math.abs(one - other),
        tolerance: TOLERANCE_DB,
        worthlessDistance: Math.max(6, db),
        says: (setting) =>
          Math.abs(setting - target) < 0.05
            ? 'right'
            : `${Math.abs(setting - target).toFixed(1)} dB too ${setting > target ? 'loud' : 'quiet'}`,
      })),
    };
  },
};

const STRENGTH_LADDER = [100, 75, 55, 40, 30] as const;

/**
 * How far a tape is driven into its bend at a strength, in dB: from where harmonics begin to be heard in an even sound. A
 * share of the decibels themselves would leave nothing of the device where the others are still plain.
 */
const intoBendDb = (strength: number): number => 9 + 9 * strength;

/** The devices that may have been switched on, at full strength or a share of it, 0 … 1. */
const DEVICES: readonly {
  readonly name: string;
  make(source: Source, strength: number): DeviceSpec;
}[] = [
  {
    name: 'EQ',
    make: (_, strength) =>
      device('eq', 'practice-eq', 'EQ', { highBellHz: 2500, highBellDb: 9 * strength, highBellQ: 0.8 }),
  },
  {
    name: 'Compressor',
    make: (source, strength) =>
      device('compressor', 'practice-compressor', 'Compressor', {
        ...READ_AS,
        ratio: 4,
        thresholdDb: thresholdForDb(14 * strength, source.levels),
      }),
  },
  {
    name: 'Saturation',
    make: (source, strength) =>
      device('saturation', 'practice-saturation', 'Saturation', {
        kind: 0,
        driveDb: driveInto(source, intoBendDb(strength)),
        programmeDb: Math.round(Math.max(-40, Math.min(-6, source.levels.integratedLufs))),
      }),
  },
  {
    name: 'Delay',
    make: (_, strength) =>
      device('delay', 'practice-delay', 'Delay', {
        note: 0,
        freeMs: 320,
        feedbackPercent: 30,
        lowCutHz: 150,
        mixPercent: 45 * strength,
      }),
  },
  {
    name: 'Reverb',
    make: (_, strength) =>
      device('reverb', 'practice-reverb', 'Reverb', {
        kind: 1,
        decaySeconds: 1.6,
        lowCutHz: 200,
        mixPercent: 45 * strength,
      }),
  },
];

/** One of five devices was switched on. */
const whichDevice: Exercise = {
  id: 'which-device',
  title: 'Which device was switched on?',
  trains: 'Tell EQ, compression, saturation, delay and reverb apart by what they do.',
  family: 'the whole',
  ways: ['name'],
  unit: '%',
  ladder: STRENGTH_LADDER,
  unsuited: ({ kind, id }) =>
    kind === 'noise' || /bass$/.test(id) ? 'it is too steady to hear all of the devices on' : null,
  choiceCount: () => DEVICES.length,
  ask: ({ source, rung, answer }): ChoiceQuestion => {
    const strength = STRENGTH_LADDER[rung] / 100;
    const withOn = (on: number | null): MixSpec =>
      DEVICES.reduce(
        (spec, { make }, i) => withAsked(spec, { ...make(source, strength), bypassed: i !== on }),
        source.base,
      );
    const choices = DEVICES.map(({ name }, i) => ({
      id: name.toLowerCase(),
      label: name,
      spec: withOn(i),
      place: null,
    }));
    const { id, label, spec } = choices[answer];
    return {
      kind: 'choice',
      asks: 'Which device was switched on in “After”?',
      tells: `It was the ${label === 'EQ' ? label : label.toLowerCase()}, at ${STRENGTH_LADDER[rung]} % of a clear setting.`,
      size: STRENGTH_LADDER[rung],
      levels: 'matched',
      needs: ANYWHERE,
      heard: [
        { id: 'before', label: 'Before', spec: withOn(null) },
        { id: 'after', label: 'After', spec },
      ],
      choices,
      answer: id,
      worthlessDistance: null,
      dry: withOn(null),
      truth: spec,
    };
  },
};

/** Words that a source has sound for. */
function wordsOf({ fromHz, toHz }: Source): readonly SoundWord[] {
  return Object.values(SOUND_WORDS).filter((word) => word.fromHz >= fromHz * 0.75 && word.toHz <= toHz * 1.4);
}

/** A word for what an EQ did. */
const nameTheWord: Exercise = {
  id: 'name-the-word',
  title: 'Name the word',
  trains: 'Say muddy, boxy, nasal, harsh, warm, thin or airy, and mean the same as others do.',
  family: 'tone',
  ways: ['name'],
  unit: '%',
  ladder: STRENGTH_LADDER,
  unsuited: (source) => (wordsOf(source).length < 4 ? 'it has sound for too few of the words' : null),
  choiceCount: (_, source) => wordsOf(source).length,
  ask: (asked): ChoiceQuestion => named(asked),
};

function named({ source, rung, answer }: Asked): ChoiceQuestion {
  const strength = STRENGTH_LADDER[rung] / 100;
  const said = (word: SoundWord | null): MixSpec =>
    withAsked(
      source.base,
      device('eq', ASKED_DEVICE, 'Colour EQ', word ? atStrength(word.settings, strength) : {}),
    );
  const words = wordsOf(source);
  const { word, fromHz, toHz } = words[answer];
  const choices = words.map((entry) => ({
    id: entry.word.toLowerCase(),
    label: entry.word,
    spec: said(entry),
    place: null,
  }));
  return {
    kind: 'choice',
    asks: 'Which word fits “Changed” best?',
    tells: `It was made ${word.toLowerCase()}, at ${STRENGTH_LADDER[rung]} % of a clear setting: ${Math.round(fromHz)} to ${Math.round(toHz)} Hz.`,
    size: STRENGTH_LADDER[rung],
    levels: 'roved',
    needs: { stereo: false, fromHz, toHz },
    heard: [
      { id: 'untouched', label: 'Untouched', spec: said(null) },
      { id: 'changed', label: 'Changed', spec: choices[answer].spec },
    ],
    choices,
    answer: choices[answer].id,
    worthlessDistance: null,
    dry: said(null),
    truth: choices[answer].spec,
  };
}

export const WHOLE_EXERCISES: readonly Exercise[] = [whichStem, balanceMemory, whichDevice];
export const WORD_EXERCISES: readonly Exercise[] = [nameTheWord];
