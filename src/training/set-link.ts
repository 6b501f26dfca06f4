import type { Way } from './exercise.ts';
import type { Difficulty, PracticeSet } from './practice-set.ts';

/** The first field of a link, with its version. */
const VERSION = '1';
/** Longer texts are no links of ours. */
const LONGEST_TEXT = 4000;
const LONGEST_SET = 60;
const LARGEST_SEED = 2 ** 32 - 1;
const FIELDS = ['set', 'ask', 'on', 'length', 'difficulty', 'seed'] as const;

/** What a link may name. */
export interface KnownForLinks {
  readonly exercises: readonly { readonly id: string; readonly ways: readonly Way[] }[];
  readonly sources: readonly { readonly id: string }[];
}

/** A set that was read, or why the whole link is refused, as the end of a sentence: “it …”. */
export type ReadSet =
  { readonly ok: true; readonly set: PracticeSet } | { readonly ok: false; readonly reason: string };

/**
 * A set as the fragment of an address, readable and writable by hand:
 *
 *     set=1&ask=level-change.abx,eq-boost.name&on=pink-noise,indie-pop-voice&length=24&difficulty=adaptive-2-same&seed=7
 *
 * `difficulty` is adaptive-2-own, adaptive-2-same, adaptive-3-own, adaptive-3-same, or fixed- and a whole percentage.
 * Version 1 opens for ever; what a link may hold changes only with a new version.
 */
export function writeSet({ exercises, sources, length, difficulty, seed }: PracticeSet): string {
  const fields: Record<(typeof FIELDS)[number], string> = {
    set: VERSION,
    ask: exercises.map(({ id, way }) => `${id}.${way}`).join(','),
    on: sources.join(','),
    length: String(length),
    difficulty:
      difficulty.kind === 'adaptive'
        ? `adaptive-${difficulty.rule}-${difficulty.start}`
        : `fixed-${difficulty.percent}`,
    seed: String(seed),
  };
  return FIELDS.map((field) => `${field}=${fields[field]}`).join('&');
}

/** Read a fragment, without its “#”. Strict: what is not wholly understood is refused whole. */
export function readSet(text: string, known: KnownForLinks): ReadSet {
  if (text.length > LONGEST_TEXT) return refused('it is far too long');
  const plain = unescaped(text);
  if (plain === null) return refused('a part of it is missing or broken');
  const fields = new Map<string, string>();
  for (const part of plain.split('&')) {
    const [, name, value] = /^([a-z]+)=(.*)$/.exec(part) ?? [];
    if (name === undefined || value === undefined) return refused('a part of it is missing or broken');
    if (fields.has(name)) return refused(`it says “${name}” twice`);
    if (!FIELDS.some((field) => field === name))
      return refused(`it holds “${short(name)}”, which no set has`);
    fields.set(name, value);
  }
  const version = fields.get('set');
  if (version !== VERSION)
    return refused(
      /^\d+$/.test(version ?? '')
        ? `it is of version ${short(version!)}, which this page does not know; reload the page and try again`
        : 'it does not say of which version it is',
    );
  const missing = FIELDS.find((field) => !fields.get(field));
  if (missing) return refused(`it does not say “${missing}”`);

  const exercises = [];
  for (const item of fields.get('ask')!.split(',')) {
    const [id, way, more] = item.split('.');
    const exercise = known.exercises.find((entry) => entry.id === id);
    if (!exercise || more !== undefined) return refused(`there is no exercise “${short(item)}”`);
    const chosen = exercise.ways.find((entry) => entry === way);
    if (!chosen) return refused(`“${short(item)}” is no way to answer that exercise`);
    exercises.push({ id: exercise.id, way: chosen });
  }
  const sources = fields.get('on')!.split(',');
  const stranger = sources.find((id) => !known.sources.some((entry) => entry.id === id));
  if (stranger !== undefined) return refused(`there is no sound “${short(stranger)}” to practise on`);
  if (
    new Set(sources).size !== sources.length ||
    new Set(exercises.map(({ id }) => id)).size !== exercises.length
  )
    return refused('it names something twice');
  const length = whole(fields.get('length')!, LONGEST_SET);
  if (length === null || length === 0)
    return refused(`its length is no whole number from 1 to ${LONGEST_SET}`);
  const difficulty = difficultyOf(fields.get('difficulty')!);
  if (!difficulty) return refused(`“${short(fields.get('difficulty')!)}” is no difficulty`);
  const seed = whole(fields.get('seed')!, LARGEST_SEED);
  if (seed === null) return refused('its seed is no whole number below 2³²');
  return { ok: true, set: { exercises, sources, length, difficulty, seed } };
}

/** Mail programs and chats write “%2C” for a comma; null where that is broken. */
function unescaped(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

function difficultyOf(text: string): Difficulty | null {
  const [, rule, start] = /^adaptive-([23])-(own|same)$/.exec(text) ?? [];
  if (rule) return { kind: 'adaptive', rule: rule === '2' ? 2 : 3, start: start === 'own' ? 'own' : 'same' };
  const percent = whole(/^fixed-(\d+)$/.exec(text)?.[1] ?? '', 100);
  return percent === null ? null : { kind: 'fixed', percent };
}

function whole(text: string, most: number): number | null {
  return /^\d{1,10}$/.test(text) && Number(text) <= most ? Number(text) : null;
}

function short(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

function refused(reason: string): ReadSet {
  return { ok: false, reason };
}
