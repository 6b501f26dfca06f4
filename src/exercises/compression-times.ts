import { device } from '../dsp/mix-draft.ts';
import type { MixSpec } from '../dsp/mix-spec.ts';
import type { Asked, Exercise, Source } from '../training/exercise.ts';
import type { ChoiceQuestion } from '../training/question.ts';
import { abxQuestion } from './abx-question.ts';
import { ASKED_DEVICE, withAsked } from './changed.ts';
import { thresholdForDb } from './compression-amount.ts';
import { withoutHits } from './suits-dynamics.ts';
import { dynamicsNeeds, spread, timeText, whichOfTwo } from './two-sounds.ts';

/** How far the faster and the slower time lie apart: their ratio as octaves, evenly around the middle. */
const LADDER_OCTAVES = [6, 5, 4, 3, 2, 1.5, 1];
/** Deep enough that times are heard; the amount is no part of what is asked. */
const REDUCTION_DB = 10;

/** What of a compressor's two times is asked about; the other stands still. */
interface Asks {
  readonly middleMs: number;
  readonly field: 'attackMs' | 'releaseMs';
  /** Peaks, so that the detector's own averaging does not blur a short attack. */
  readonly still: { readonly attackMs?: number; readonly releaseMs?: number; readonly detector: number };
  readonly which: string;
  /** The one that `which` is right of. */
  readonly sought: 'fast' | 'slow';
  readonly does: string;
}

const ATTACK: Asks = {
  middleMs: 10,
  field: 'attackMs',
  still: { releaseMs: 120, detector: 0 },
  which: 'Which lets more of the hit through?',
  sought: 'slow',
  does: 'The slower one lets more of the hit through.',
};

const RELEASE: Asks = {
  middleMs: 120,
  field: 'releaseMs',
  still: { attackMs: 1, detector: 1 },
  which: 'Which recovers faster?',
  sought: 'fast',
  does: 'The faster one lets what follows come up sooner.',
};

/** How much of a hit passes before a compressor has closed. */
export const compressionAttack: Exercise = {
  id: 'compression-attack',
  title: 'Compression: attack',
  trains: 'Hear how much of a hit passes before a compressor has closed.',
  ...timesExercise(ATTACK),
};

/** How soon a compressor opens again after a hit. */
export const compressionRelease: Exercise = {
  id: 'compression-release',
  title: 'Compression: release',
  trains: 'Hear how soon a compressor opens again after a hit.',
  ...timesExercise(RELEASE),
};

function timesExercise(asks: Asks): Omit<Exercise, 'id' | 'title' | 'trains'> {
  return {
    family: 'dynamics',
    ways: ['name', 'abx'],
    unit: 'octaves',
    ladder: LADDER_OCTAVES,
    unsuited: withoutHits,
    choiceCount: () => 2,
    ask: (asked) => question(asks, asked),
  };
}

function question(asks: Asks, { source, way, rung, answer, draw }: Asked): ChoiceQuestion {
  if (way === 'match') throw new Error('attack and release are not matched, only told apart');
  const octaves = LADDER_OCTAVES[rung];
  const { fastMs, slowMs } = spread(asks.middleMs, octaves);
  const fast = compressed(asks, source, fastMs);
  const slow = compressed(asks, source, slowMs);
  const needs = dynamicsNeeds(source);
  const common = { size: octaves, levels: 'matched', needs, dry: untouched(fast) } as const;
  const times = (named: string, ms: number, other: string, otherMs: number): string =>
    `${named} had ${timeText(ms)} of ${asks.field === 'attackMs' ? 'attack' : 'release'}, ${other} ${timeText(otherMs)}. ${asks.does}`;
  if (way === 'abx') {
    const fastFirst = draw.coin();
    const [a, b] = fastFirst ? [fast, slow] : [slow, fast];
    const told = fastFirst ? times('A', fastMs, 'B', slowMs) : times('A', slowMs, 'B', fastMs);
    return { ...common, ...abxQuestion({ a, b, answer, needs }), tells: told, truth: slow };
  }
  const sought = asks.sought === 'slow';
  const asked = whichOfTwo({
    right: sought ? slow : fast,
    other: sought ? fast : slow,
    answer,
    asks: asks.which,
  });
  const slowFirst = sought === (answer === 0);
  const tells = slowFirst
    ? times('The first', slowMs, 'the second', fastMs)
    : times('The first', fastMs, 'the second', slowMs);
  return { ...common, ...asked, tells };
}

function compressed({ field, still }: Asks, source: Source, ms: number): MixSpec {
  const thresholdDb = thresholdForDb(REDUCTION_DB, source.levels);
  return withAsked(
    source.base,
    device('compressor', ASKED_DEVICE, 'Compressor', {
      ratio: 4,
      kneeDb: 0,
      thresholdDb,
      ...still,
      [field]: ms,
    }),
  );
}

function untouched(spec: MixSpec): MixSpec {
  const master = spec.master.map((entry) =>
    entry.id === ASKED_DEVICE ? { ...entry, bypassed: true } : entry,
  );
  return { ...spec, master };
}
