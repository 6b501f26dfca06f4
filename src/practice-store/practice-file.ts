import type { PracticeRecord } from '../training/practice-record.ts';
import { isPracticeRecord, isRecord } from './practice-record-form.ts';

/** Says whose file it is. */
const FORMAT = 'bypass-practice';
const VERSION = 1;
/** The longest text that is read, in characters: some thousand sets. */
export const PRACTICE_FILE_LENGTH = 20_000_000;

/** Results that were read, or why the whole file is refused, as the end of a sentence: “it is …”. */
export type ReadPractice =
  | { readonly ok: true; readonly records: readonly PracticeRecord[] }
  | { readonly ok: false; readonly reason: string };

/**
 * Results as the text of a file: `{ "format": "bypass-practice", "version": 1, "records": [ … ] }`, each record a
 * PracticeRecord. Version 1 is read for ever; what it may hold changes only with a new version.
 */
export function writePractice(records: readonly PracticeRecord[]): string {
  return JSON.stringify({ format: FORMAT, version: VERSION, records }, null, 1);
}

/** Read a text that writePractice wrote. Strict: what is not wholly understood is refused whole. */
export function readPractice(text: string): ReadPractice {
  if (text.length > PRACTICE_FILE_LENGTH) return refused('it is far too long to hold results of this course');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refused('it is no JSON, or a part of it is missing');
  }
  if (!isRecord(value) || value.format !== FORMAT)
    return refused('it does not hold practice results of this course');
  if (!Number.isInteger(value.version) || Number(value.version) < 1)
    return refused('it does not say of which version it is');
  if (value.version !== VERSION)
    return refused(
      `it is of version ${String(value.version)}, which is newer than this page; reload the page and try again`,
    );

  const { format, version, records, ...rest } = value;
  const stranger = Object.keys(rest)[0];
  if (stranger !== undefined)
    return refused(`it holds “${stranger.slice(0, 40)}”, which no file of results has`);
  if (!Array.isArray(records)) return refused('its list of sets is missing');
  const broken = records.findIndex((record) => !isPracticeRecord(record));
  if (broken !== -1) return refused(`set ${broken + 1} of ${records.length} in it is not understood`);
  const read = records as PracticeRecord[];
  if (new Set(read.map(({ id }) => id)).size < read.length) return refused('it holds the same set twice');
  return { ok: true, records: read };
}

/** Those of a file that are not kept yet. What is kept stays as it is. */
export function newRecords(
  kept: readonly PracticeRecord[],
  fromFile: readonly PracticeRecord[],
): PracticeRecord[] {
  const ids = new Set(kept.map(({ id }) => id));
  return fromFile.filter(({ id }) => !ids.has(id));
}

function refused(reason: string): ReadPractice {
  return { ok: false, reason };
}
