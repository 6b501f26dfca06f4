import type { PlaybackCheck } from '../training/playback-check.ts';
import type { AnsweredQuestion, PracticeRecord, Threshold } from '../training/practice-record.ts';

/** Says whose file it is. */
const FORMAT = 'bypass-practice';
const VERSION = 1;
/** The longest text that is read, in characters: some thousand sets. */
export const PRACTICE_FILE_LENGTH = 20_000_000;
const LONGEST_TEXT = 400;
const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const DAY = /^20\d{2}-\d{2}-\d{2}$/;

/** Results that were read, or why the whole file is refused, as the end of a sentence: “it is …”. */
export type ReadPracticeFile =
  | { readonly ok: true; readonly records: readonly PracticeRecord[] }
  | { readonly ok: false; readonly reason: string };

/**
 * Results as a file: `{ "format": "bypass-practice", "version": 1, "records": [ … ] }`. Version 1 is read for ever; what
 * it may hold changes only with a new version.
 */
export function writePracticeFile(records: readonly PracticeRecord[]): string {
  return JSON.stringify({ format: FORMAT, version: VERSION, records }, null, 1);
}

/** Read a text that writePracticeFile wrote. Strict: what is not wholly understood is refused whole. */
export function readPracticeFile(text: string): ReadPracticeFile {
  if (text.length > PRACTICE_FILE_LENGTH) return refused('it is far too long to hold results of practice');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refused('it is no JSON, or a part of it is missing');
  }
  if (!isRecord(value) || value.format !== FORMAT) return refused('it holds no results of practice');
  if (!Number.isInteger(value.version) || Number(value.version) < 1)
    return refused('it does not say of which version it is');
  if (value.version !== VERSION)
    return refused(
      `it is of version ${String(value.version)}, which is newer than this page; reload the page and try again`,
    );
  const { records } = value;
  if (!Array.isArray(records) || !hasOnly(value, ['format', 'version', 'records']))
    return refused('its list of sets is missing, or there is more in it than a list of sets');
  const wrong = records.findIndex((record) => !isPracticeRecord(record));
  if (wrong >= 0) return refused(`set ${wrong + 1} of its ${records.length} is not understood`);
  if (new Set(records.map(({ id }: PracticeRecord) => id)).size !== records.length)
    return refused('it holds one set twice');
  return { ok: true, records: records as PracticeRecord[] };
}

function isPracticeRecord(value: unknown): value is PracticeRecord {
  return (
    isRecord(value) &&
    hasOnly(value, ['id', 'day', 'set', 'answers', 'thresholds', 'withdrawn', 'endedEarly', 'playback']) &&
    isText(value.id) &&
    isDay(value.day) &&
    isSet(value.set) &&
    isListOf(value.answers, isAnswer) &&
    isListOf(value.thresholds, isThreshold) &&
    isListOf(value.withdrawn, isWithdrawn) &&
    typeof value.endedEarly === 'boolean' &&
    (value.playback === null || isPlayback(value.playback))
  );
}

function isSet(value: unknown): boolean {
  return (
    isRecord(value) &&
    hasOnly(value, ['exercises', 'sources', 'length', 'difficulty', 'seed']) &&
    isListOf(
      value.exercises,
      (entry) => isRecord(entry) && hasOnly(entry, ['id', 'way']) && isId(entry.id) && isWay(entry.way),
    ) &&
    isListOf(value.sources, isId) &&
    isWhole(value.length, 1, 1000) &&
    isWhole(value.seed, 0, 2 ** 32 - 1) &&
    isDifficulty(value.difficulty)
  );
}

function isDifficulty(value: unknown): boolean {
  if (!isRecord(value)) return false;
  if (value.kind === 'fixed') return hasOnly(value, ['kind', 'percent']) && isNumber(value.percent, 0, 100);
  return (
    value.kind === 'adaptive' &&
    hasOnly(value, ['kind', 'rule', 'start']) &&
    isRule(value.rule) &&
    (value.start === 'own' || value.start === 'same')
  );
}

function isAnswer(value: unknown): value is AnsweredQuestion {
  return (
    isRecord(value) &&
    hasOnly(value, [
      'exercise',
      'source',
      'way',
      'rung',
      'size',
      'chance',
      'right',
      'credit',
      'said',
      'was',
    ]) &&
    isTrack(value) &&
    isWhole(value.rung, 0, 100) &&
    isNumber(value.size, 0, 1e6) &&
    isNumber(value.chance, 0, 1) &&
    typeof value.right === 'boolean' &&
    isNumber(value.credit, 0, 1) &&
    isText(value.said) &&
    isText(value.was)
  );
}

function isThreshold(value: unknown): value is Threshold {
  return (
    isRecord(value) &&
    hasOnly(value, ['exercise', 'source', 'way', 'rule', 'unit', 'size', 'low', 'high', 'reversals']) &&
    isTrack(value) &&
    isRule(value.rule) &&
    ['dB', '%', 'ms', 's', 'octaves', ''].some((unit) => unit === value.unit) &&
    isNumber(value.size, 0, 1e6) &&
    isNumber(value.low, 0, 1e6) &&
    isNumber(value.high, 0, 1e9) &&
    isWhole(value.reversals, 1, 1000)
  );
}

function isWithdrawn(value: unknown): boolean {
  return (
    isRecord(value) &&
    hasOnly(value, ['exercise', 'source', 'reason']) &&
    isId(value.exercise) &&
    isId(value.source) &&
    isText(value.reason)
  );
}

function isPlayback(value: unknown): value is PlaybackCheck {
  return (
    isRecord(value) &&
    hasOnly(value, ['day', 'sides', 'listeningOn', 'lowestHz', 'highestHz']) &&
    isDay(value.day) &&
    ['stereo', 'swapped', 'mono'].some((sides) => sides === value.sides) &&
    ['headphones', 'speakers', 'not known'].some((what) => what === value.listeningOn) &&
    isNumber(value.lowestHz, 1, 1000) &&
    isNumber(value.highestHz, 1000, 30_000)
  );
}

function isTrack(value: Record<string, unknown>): boolean {
  return isId(value.exercise) && isId(value.source) && isWay(value.way);
}

function isWay(value: unknown): boolean {
  return value === 'abx' || value === 'name' || value === 'match';
}

function isRule(value: unknown): boolean {
  return value === 2 || value === 3;
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 80 && ID.test(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= LONGEST_TEXT;
}

/** A day that a calendar has. */
function isDay(value: unknown): value is string {
  if (typeof value !== 'string' || !DAY.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

function isNumber(value: unknown, least: number, most: number): boolean {
  return typeof value === 'number' && value >= least && value <= most;
}

function isWhole(value: unknown, least: number, most: number): boolean {
  return Number.isInteger(value) && isNumber(value, least, most);
}

function isListOf(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isItem);
}

function hasOnly(value: Record<string, unknown>, fields: readonly string[]): boolean {
  const names = Object.keys(value);
  return names.length === fields.length && names.every((name) => fields.includes(name));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function refused(reason: string): ReadPracticeFile {
  return { ok: false, reason };
}
