/** A stretch of an excerpt; marked where it is one of the words that were looked for. */
export interface ExcerptPart {
  readonly text: string;
  readonly marked: boolean;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#x27;': "'",
  '&amp;': '&',
};

/** An excerpt as the index gives it (escaped text with `<mark>` elements), as plain parts. */
export function markedParts(excerpt: string): ExcerptPart[] {
  return excerpt
    .split(/<\/?mark>/)
    .map((text, i) => ({ text: unescaped(text), marked: i % 2 === 1 }))
    .filter(({ text }) => text !== '');
}

function unescaped(text: string): string {
  return text.replace(/&(lt|gt|quot|#39|#x27|amp);/g, (entity) => ENTITIES[entity]!);
}

/** What a search found, as a sentence. */
export function foundInWords(words: string, pages: number, shown: number): string {
  if (pages === 0) return `Nothing was found for “${words}”. Try one word, or a shorter one.`;
  const found = pages === 1 ? 'One page' : `${pages} pages`;
  return shown < pages
    ? `${found} for “${words}”; the first ${shown} are shown. More words find fewer.`
    : `${found} for “${words}”.`;
}
