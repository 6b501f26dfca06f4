import { foundInWords, markedParts } from './found-in-words.ts';

/** How many pages are shown; more words find fewer. */
const PAGES_AT_ONCE = 10;

/** What is used of the index's script; its documentation is at pagefind.app. */
interface Index {
  options(options: { baseUrl: string; excerptLength: number }): Promise<void>;
  debouncedSearch(words: string): Promise<{ results: readonly Hit[] } | null>;
}
interface Hit {
  data(): Promise<Found>;
}
interface Found extends FoundPart {
  readonly meta: { readonly title?: string };
  readonly sub_results: readonly (FoundPart & { readonly title: string })[];
}
interface FoundPart {
  readonly url: string;
  /** HTML: text with the words found in `<mark>`. */
  readonly excerpt: string;
}

/** Make the search page work: results as one types, and an address that holds what was looked for. */
export function searchPage(): void {
  const form = document.querySelector<HTMLFormElement>('.search-form')!;
  const input = form.querySelector('input')!;
  const told = document.querySelector<HTMLElement>('.search-told')!;
  const list = document.querySelector<HTMLElement>('.search-found')!;
  let index: Promise<Index> | null = null;
  const opened = (): Promise<Index> => (index ??= openIndex(form.dataset.index!));

  const search = async (): Promise<void> => {
    const words = input.value.trim();
    const address = new URL(location.href);
    if (words) address.searchParams.set('q', words);
    else address.searchParams.delete('q');
    history.replaceState(null, '', address);
    if (!words) {
      list.replaceChildren();
      told.textContent = '';
      return;
    }
    try {
      const answer = await (await opened()).debouncedSearch(words);
      // Null: more was typed meanwhile.
      if (!answer || words !== input.value.trim()) return;
      const shown = await Promise.all(answer.results.slice(0, PAGES_AT_ONCE).map((hit) => hit.data()));
      if (words !== input.value.trim()) return;
      told.textContent = foundInWords(words, answer.results.length, shown.length);
      list.replaceChildren(...shown.map(foundItem));
    } catch {
      index = null;
      told.textContent =
        'The search index did not load. Check your connection and search again; the contents and the glossary work without it.';
    }
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void search();
  });
  input.addEventListener('input', () => void search());
  input.value = new URLSearchParams(location.search).get('q') ?? '';
  input.focus();
  void search();
}

async function openIndex(address: string): Promise<Index> {
  const index = (await import(/* @vite-ignore */ address)) as Index;
  await index.options({ baseUrl: address.slice(0, -'pagefind/pagefind.js'.length), excerptLength: 24 });
  return index;
}

/** A page that was found, with the places in it. */
function foundItem(found: Found): HTMLElement {
  const item = document.createElement('li');
  const places = found.sub_results.filter(({ url }) => url !== found.url).slice(0, 3);
  item.append(link(found.url, found.meta.title ?? found.url));
  // The page's own excerpt says nothing that its places do not.
  if (places.length === 0) item.append(excerpt(found));
  else {
    const inside = document.createElement('ul');
    inside.append(
      ...places.map((place) => {
        const entry = document.createElement('li');
        entry.append(link(place.url, place.title), excerpt(place));
        return entry;
      }),
    );
    item.append(inside);
  }
  return item;
}

function link(url: string, text: string): HTMLElement {
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.textContent = text;
  return anchor;
}

function excerpt(part: FoundPart): HTMLElement {
  const paragraph = document.createElement('p');
  for (const { text, marked } of markedParts(part.excerpt)) {
    const node = marked ? document.createElement('mark') : document.createTextNode(text);
    if (marked) node.textContent = text;
    paragraph.append(node);
  }
  return paragraph;
}
