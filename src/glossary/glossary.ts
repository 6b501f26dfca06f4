/** A word as the front matter of the lesson that teaches it has it. */
export interface TaughtTerm {
  readonly term: string;
  readonly means: string;
  readonly also?: readonly string[] | undefined;
  readonly demo?: string | undefined;
}

/** What the glossary needs to know of a lesson. */
export interface TeachingLesson {
  /** For messages: “lessons/12-eq/index.mdx”. */
  readonly file: string;
  /** The last part of its address. */
  readonly id: string;
  readonly title: string;
  readonly terms: readonly TaughtTerm[];
  /** The demos that stand in its text. */
  readonly demoIds: readonly string[];
}

/** A word of the course, explained. */
export interface GlossaryEntry {
  readonly term: string;
  /** Its anchor on the page of the glossary. */
  readonly address: string;
  readonly means: string;
  readonly also: readonly string[];
  /** The demo in which it can be heard, or null. */
  readonly demo: string | null;
  readonly lesson: { readonly id: string; readonly title: string; readonly file: string };
}

/** Another name, listed where somebody would look it up. */
export interface OtherName {
  readonly name: string;
  readonly of: readonly GlossaryEntry[];
}

/** Every word of the course, each explained by one lesson. */
export interface Glossary {
  /** In the order of the alphabet. */
  readonly entries: readonly GlossaryEntry[];
  readonly otherNames: readonly OtherName[];
  /** The entry of a word, in capitals or not. Throws where there is none, with what was perhaps meant. */
  entryOf(word: string): GlossaryEntry;
}

/**
 * Make the glossary of the lessons' words. Throws a sentence where a word is explained twice, where one lesson's other
 * name is another's word, and where a word's demo is not in its lesson.
 */
export function glossaryOf(lessons: readonly TeachingLesson[]): Glossary {
  const byWord = new Map<string, GlossaryEntry>();
  const byAddress = new Map<string, GlossaryEntry>();
  for (const lesson of lessons)
    for (const taught of lesson.terms) {
      const entry = entryFrom(lesson, taught);
      const before = byWord.get(keyOf(entry.term)) ?? byAddress.get(entry.address);
      if (before)
        throw new Error(
          `${lesson.file}: “${entry.term}” is explained already, in ${before.lesson.file}` +
            `${before.term === entry.term ? '' : ` as “${before.term}”`}. ` +
            'A word is explained by one lesson; write <Term of="…"> in the others',
        );
      byWord.set(keyOf(entry.term), entry);
      byAddress.set(entry.address, entry);
    }

  const entries = [...byWord.values()].sort((one, other) => inAlphabet(one.term, other.term));
  const otherNames = otherNamesOf(entries, byWord);
  return { entries, otherNames, entryOf: (word) => byWord.get(keyOf(word)) ?? unknown(word, entries) };
}

function entryFrom(lesson: TeachingLesson, { term, means, also = [], demo }: TaughtTerm): GlossaryEntry {
  const address = termAddress(term);
  if (address === '') throw new Error(`${lesson.file}: “${term}” has no letter that an address can hold`);
  if (demo !== undefined && !lesson.demoIds.includes(demo))
    throw new Error(
      `${lesson.file}: “${term}” is said to be heard in the demo "${demo}", which is not in this lesson; ` +
        `there are ${lesson.demoIds.join(', ') || 'none'}`,
    );
  const { id, title, file } = lesson;
  return { term, address, means, also, demo: demo ?? null, lesson: { id, title, file } };
}

function otherNamesOf(
  entries: readonly GlossaryEntry[],
  byWord: ReadonlyMap<string, GlossaryEntry>,
): OtherName[] {
  const found = new Map<string, { name: string; of: GlossaryEntry[] }>();
  for (const entry of entries)
    for (const name of entry.also) {
      const clash = byWord.get(keyOf(name));
      if (clash)
        throw new Error(
          `${entry.lesson.file}: “${name}” is given as another name of “${entry.term}”, ` +
            `but ${clash.lesson.file} explains it as a word of its own`,
        );
      const other = found.get(keyOf(name)) ?? { name, of: [] };
      other.of.push(entry);
      found.set(keyOf(name), other);
    }
  return [...found.values()].sort((one, other) => inAlphabet(one.name, other.name));
}

/** A word as the end of an address: “M/S” is "m-s". */
export function termAddress(term: string): string {
  return term
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}

/** The letter under which a word is listed; “#” for what begins with none. */
export function letterOf(term: string): string {
  const first = termAddress(term).charAt(0).toUpperCase();
  return /[A-Z]/.test(first) ? first : '#';
}

/** Words and other names together, by letter, for a page. */
export function byLetter({ entries, otherNames }: Glossary): Map<string, (GlossaryEntry | OtherName)[]> {
  const named = [
    ...entries.map((entry) => ({ name: entry.term, entry })),
    ...otherNames.map((entry) => ({ name: entry.name, entry })),
  ].sort((one, other) => inAlphabet(one.name, other.name));
  const letters = new Map<string, (GlossaryEntry | OtherName)[]>();
  for (const { name, entry } of named) {
    const letter = letterOf(name);
    const list = letters.get(letter) ?? [];
    list.push(entry);
    letters.set(letter, list);
  }
  return letters;
}

function keyOf(word: string): string {
  return word.trim().toLowerCase();
}

/** As a dictionary sorts: capitals, spaces and hyphens do not count; what begins with no letter comes first. */
function inAlphabet(one: string, other: string): number {
  return (
    termAddress(one).replaceAll('-', '').localeCompare(termAddress(other).replaceAll('-', ''), 'en') ||
    one.localeCompare(other, 'en')
  );
}

function unknown(word: string, entries: readonly GlossaryEntry[]): never {
  const asOtherName = entries.find(({ also }) => also.some((name) => keyOf(name) === keyOf(word)));
  if (asOtherName)
    throw new Error(
      `“${word}” is another name of “${asOtherName.term}”; write <Term of="${asOtherName.term}">`,
    );
  const start = keyOf(word).slice(0, 3);
  const similar = entries.map(({ term }) => term).filter((term) => keyOf(term).includes(start));
  throw new Error(
    `<Term of="${word}">: no lesson explains “${word}” in its front matter` +
      (similar.length > 0 ? `; do you mean ${similar.map((term) => `“${term}”`).join(', ')}?` : ''),
  );
}
