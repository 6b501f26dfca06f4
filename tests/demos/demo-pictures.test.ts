import { describe, expect, it } from 'vitest';
import { demoCatalog } from '../../src/demos/catalog.ts';
import { defineDemo, type DemoDraft } from '../../src/demos/demo.ts';
import { device, mixSpec } from '../../src/dsp/mix-draft.ts';

const devices = [
  device('eq', 'eq', 'EQ', {}),
  device('compressor', 'compressor', 'Compressor', {}),
  device('width', 'width', 'Width', {}),
];
const spec = (pan: number) =>
  mixSpec({
    song: 't',
    strips: { a: { pan, devices } },
    master: [device('limiter', 'limiter', 'Limiter', {})],
  });
const demo = (draft: Partial<DemoDraft>, otherPan = 0) =>
  defineDemo({
    id: 'd',
    title: 'D',
    listenFor: 'x',
    switches: [],
    claims: [{ says: 'Louder', measure: 'loudness', of: 'b', against: 'a', changeAtLeast: 3 }],
    variants: [
      { id: 'a', label: 'A', spec: spec(0) },
      { id: 'b', label: 'B', spec: spec(otherPan) },
    ],
    ...draft,
  }).pictures;

describe('A demo whose author names no pictures', () => {
  it.each<[string, Partial<DemoDraft>, string[]]>([
    ['nothing to move', {}, ['spectrum', 'loudness', 'chain']],
    [
      'a compressor to watch',
      { gainReductionOf: 'compressor' },
      ['compressor', 'spectrum', 'loudness', 'chain'],
    ],
    ['a limiter to watch', { gainReductionOf: 'limiter' }, ['limiter', 'loudness', 'spectrum', 'chain']],
    [
      'an EQ to turn',
      { knobs: [{ deviceId: 'eq', setting: 'lowBellDb' }] },
      ['spectrum', 'loudness', 'chain'],
    ],
    [
      'a width to switch',
      { switches: [{ name: 'Width', deviceIds: ['width'] }] },
      ['stage', 'goniometer', 'spectrum', 'loudness', 'chain'],
    ],
  ])('with %s shows what tells most first', (_, draft, pictures) => {
    expect(demo(draft)).toEqual(pictures);
  });

  it('shows the stage where versions are panned differently', () => {
    expect(demo({}, 0.5)[0]).toBe('stage');
  });
});

describe('Pictures', () => {
  it('that an author names are kept as they are', () => {
    expect(demo({ pictures: ['chain'], gainReductionOf: 'limiter' })).toEqual(['chain']);
  });

  it('of the course’s demos begin with the lesson’s own subject', async () => {
    const first = new Map([...(await demoCatalog())].map(([id, { pictures }]) => [id, pictures[0]]));
    expect(first.get('guitar-alone')).toBe('spectrum');
    expect(first.get('even-vocal')).toBe('compressor');
    expect(first.get('ceiling')).toBe('limiter');
  });
});
