import type { AnsweredQuestion, PracticeRecord, Threshold } from '../training/practice-record.ts';
import type { PlaybackCheck } from '../training/playback-check.ts';
import type { PracticeSet } from '../training/practice-set.ts';

type Check = (value: unknown) => boolean;
/** A check for each field: one that a contract gains stops the type check here, so that it is not forgotten. */
type Fields<Form> = { readonly [Name in keyof Form]-?: Check };

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const ID_LENGTH = 80;
const TEXT_LENGTH = 1000;
const MOST = 1000;
const DAY = /^20\d{2}-\d{2}-\d{2}$/;

const isId: Check = (value) => typeof value === 'string' && value.length <= ID_LENGTH && ID.test(value);
const isText: Check = (value) => typeof value === 'string' && value.length <= TEXT_LENGTH;
const isName: Check = (value) => isText(value) && value !== '';
const isFlag: Check = (value) => typeof value === 'boolean';
const isSize = between(0, Number.MAX_VALUE);
const isShare = between(0, 1);
const isRule = oneOf(2, 3);
const isWay = oneOf('abx', 'name', 'match');

const SET: Fields<PracticeSet> = {
  exercises: listOf(form({ id: isId, way: isWay })),
  sources: listOf(isId),
  length: wholeBetween(1, MOST),
  difficulty: (value) =>
    form({ kind: oneOf('adaptive'), rule: isRule, start: oneOf('own', 'same') })(value) ||
    form({ kind: oneOf('fixed'), percent: between(0, 100) })(value),
  seed: wholeBetween(-(2 ** 31), 2 ** 32 - 1),
};

const ANSWER: Fields<AnsweredQuestion> = {
  exercise: isId,
  source: isId,
  way: isWay,
  rung: wholeBetween(0, MOST),
  size: isSize,
  chance: isShare,
  right: isFlag,
  credit: isShare,
  said: isText,
  was: isText,
};

const THRESHOLD: Fields<Threshold> = {
  exercise: isId,
  source: isId,
  way: isWay,
  rule: isRule,
  unit: oneOf('dB', '%', 'ms', 's', 'octaves', ''),
  size: isSize,
  low: isSize,
  high: isSize,
  reversals: wholeBetween(1, MOST),
};

const PLAYBACK: Fields<PlaybackCheck> = {
  day: isDay,
  sides: oneOf('stereo', 'swapped', 'mono'),
  listeningOn: oneOf('headphones', 'speakers', 'not known'),
  lowestHz: isSize,
  highestHz: isSize,
};

const RECORD: Fields<PracticeRecord> = {
  id: isName,
  day: isDay,
  set: form(SET),
  answers: listOf(form(ANSWER)),
  thresholds: listOf(form(THRESHOLD)),
  withdrawn: listOf(form({ exercise: isId, source: isId, reason: isText })),
  endedEarly: isFlag,
  playback: (value) => value === null || form(PLAYBACK)(value),
};

const record = form(RECORD);

/** Whether a value is a record as the file of version 1 holds it, with nothing missing and nothing besides. */
export function isPracticeRecord(value: unknown): value is PracticeRecord {
  return record(value);
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** These fields, all of them and no others. */
function form(fields: Readonly<Record<string, Check>>): Check {
  const names = Object.keys(fields);
  return (value) =>
    isRecord(value) &&
    Object.keys(value).length === names.length &&
    names.every((name) => Object.hasOwn(value, name) && fields[name](value[name]));
}

function listOf(check: Check): Check {
  return (value) => Array.isArray(value) && value.length <= MOST && value.every(check);
}

function oneOf(...allowed: readonly unknown[]): Check {
  return (value) => allowed.includes(value);
}

function between(least: number, most: number): Check {
  return (value) => typeof value === 'number' && value >= least && value <= most;
}

function wholeBetween(least: number, most: number): Check {
  return (value) => Number.isInteger(value) && between(least, most)(value);
}

/** A day that a calendar has. */
function isDay(value: unknown): boolean {
  if (typeof value !== 'string' || !DAY.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}
