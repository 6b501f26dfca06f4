import { describe, expect, it } from 'vitest';
import { foundInWords, markedParts } from '../../src/search/found-in-words.ts';

describe('An excerpt of the search index', () => {
  it('becomes plain text with its found words marked, and no markup of its own survives', () => {
    expect(markedParts('a &lt;b&gt; &amp;lt; <mark>de-esser</mark> &#39;works&#39;')).toEqual([
      { text: 'a <b> &lt; ', marked: false },
      { text: 'de-esser', marked: true },
      { text: " 'works'", marked: false },
    ]);
  });
});

describe('What a search found, in words', () => {
  it('counts pages, says how many are shown, and what to do where there are none', () => {
    expect(foundInWords('reverb', 1, 1)).toBe('One page for “reverb”.');
    expect(foundInWords('song', 23, 10)).toBe(
      '23 pages for “song”; the first 10 are shown. More words find fewer.',
    );
    expect(foundInWords('qqq', 0, 0)).toBe('Nothing was found for “qqq”. Try one word, or a shorter one.');
  });
});
