import { describe, expect, it } from 'vitest';
import { demoIdsIn } from '../../src/demos-in-text.ts';
import {
  byLetter,
  glossaryOf,
  letterOf,
  termAddress,
  type TaughtTerm,
  type TeachingLesson,
} from '../../src/glossary/glossary.ts';

function lesson(id: string, terms: readonly TaughtTerm[], demoIds: readonly string[] = []): TeachingLesson {
  return { file: `lessons/${id}/index.mdx`, id, title: `About ${id}`, terms, demoIds };
}

const eq = lesson(
  'eq',
  [
    { term: 'shelf', means: 'A band that raises everything beyond a frequency.' },
    {
      term: 'equaliser',
      means: 'A device that turns regions of pitch up or down.',
      also: ['EQ'],
      demo: 'lane',
    },
  ],
  ['lane', 'alone'],
);
const compression = lesson('compression', [
  { term: 'attack', means: 'The time that it takes to turn down.', also: ['speed'] },
  { term: '1176', means: 'A number that begins with no letter at all.', also: ['speed'] },
]);

describe('The glossary', () => {
  it('lists the words of all lessons in the order of the alphabet, each with its lesson and its demo', () => {
    const { entries } = glossaryOf([eq, compression]);
    expect(entries.map(({ term }) => term)).toEqual(['1176', 'attack', 'equaliser', 'shelf']);
    expect(entries[2]).toMatchObject({
      address: 'equaliser',
      also: ['EQ'],
      demo: 'lane',
      lesson: { id: 'eq', title: 'About eq' },
    });
    expect(entries[3]).toMatchObject({ also: [], demo: null });
  });

  it('lists other names too, where they would be looked up; one may stand for two words', () => {
    const letters = byLetter(glossaryOf([eq, compression]));
    expect([...letters.keys()]).toEqual(['#', 'A', 'E', 'S']);
    const names = letters.get('E')!.map((word) => ('of' in word ? word.name : word.term));
    expect(names).toEqual(['EQ', 'equaliser']);
    const speed = letters.get('S')!.find((word) => 'of' in word)!;
    expect('of' in speed && speed.of.map(({ term }) => term)).toEqual(['1176', 'attack']);
  });

  it('finds a word in capitals or not', () => {
    expect(glossaryOf([eq]).entryOf('Shelf').term).toBe('shelf');
  });

  it('refuses a word that two lessons explain, and names both', () => {
    const twice = lesson('shelves', [{ term: 'Shelf', means: 'Where records stand, side by side.' }]);
    expect(() => glossaryOf([eq, twice])).toThrow(
      'lessons/shelves/index.mdx: “Shelf” is explained already, in lessons/eq/index.mdx as “shelf”. ' +
        'A word is explained by one lesson; write <Term of="…"> in the others',
    );
  });

  it('refuses two words that would share an anchor', () => {
    const near = lesson('near', [{ term: 'shelf!', means: 'Another word with the same letters.' }]);
    expect(() => glossaryOf([eq, near])).toThrow('“shelf!” is explained already');
  });

  it('refuses a name that is another lesson’s word', () => {
    const other = lesson('other', [
      { term: 'EQ', means: 'Short for a device that another lesson explains.' },
    ]);
    expect(() => glossaryOf([eq, other])).toThrow(
      'lessons/eq/index.mdx: “EQ” is given as another name of “equaliser”, ' +
        'but lessons/other/index.mdx explains it as a word of its own',
    );
  });

  it('refuses a demo that is not in the lesson, and names those that are', () => {
    const wrong = lesson(
      'wrong',
      [{ term: 'bell', means: 'A hump around a frequency.', demo: 'lane' }],
      ['ring'],
    );
    expect(() => glossaryOf([wrong])).toThrow(
      'lessons/wrong/index.mdx: “bell” is said to be heard in the demo "lane", which is not in this lesson; there are ring',
    );
  });

  it('refuses a <Term of> that no lesson explains, with what was perhaps meant', () => {
    const glossary = glossaryOf([eq, compression]);
    expect(() => glossary.entryOf('shelving')).toThrow(
      '<Term of="shelving">: no lesson explains “shelving” in its front matter; do you mean “shelf”?',
    );
    expect(() => glossary.entryOf('flanger')).toThrow(/no lesson explains “flanger” in its front matter$/);
    expect(() => glossary.entryOf('EQ')).toThrow('write <Term of="equaliser">');
  });
});

describe('The address of a word', () => {
  it.each([
    ['de-esser', 'de-esser', 'D'],
    ['M/S', 'm-s', 'M'],
    ['LUFS', 'lufs', 'L'],
    ['décibel (dB)', 'decibel-db', 'D'],
    ['4:1', '4-1', '#'],
  ])('%s is #%s, under %s', (term, address, letter) => {
    expect(termAddress(term)).toBe(address);
    expect(letterOf(term)).toBe(letter);
  });
});

it('Demos are found in a lesson’s text wherever their id stands', () => {
  expect(
    demoIdsIn('Text.\n<Demo id="one" />\n<Demo\n  title="x" id="two" />\n<Setting demo="three" />'),
  ).toEqual(['one', 'two']);
});
