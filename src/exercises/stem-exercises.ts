import type { DeviceSpec, MixSpec } from '../dsp/mix-spec.ts';
import type { Exercise, Source } from '../training/exercise.ts';
import type { ChoiceQuestion, MatchQuestion } from '../training/question.ts';
import { ANYWHERE, turnedDownBy } from './changed.ts';
import { decibelsOff } from './off-text.ts';
import { movedParts, stemParts, type StemPart } from './stem-parts.ts';

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
      truthLabel: 'Original',
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
        says: (setting) => decibelsOff(setting - target, 'loud', 'quiet'),
      })),
    };
  },
};

export const STEM_EXERCISES: readonly Exercise[] = [whichStem, balanceMemory];
