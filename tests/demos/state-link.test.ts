import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/band/signal/random.ts';
import { demoCatalog } from '../../src/demos/catalog.ts';
import { flipped, authoredValue } from '../../src/demos/demo.ts';
import { authored, type DemoState, type Positions } from '../../src/demos/demo-state.ts';
import { stemSet } from '../../src/demos/song-audio.ts';
import { shownKnob } from '../../src/demos/measure.ts';
import {
  decodeState,
  encodeState,
  linkedDemoId,
  LINK_LENGTH,
  type LinkedDemo,
} from '../../src/demos/state-link.ts';
import { stateInWords } from '../../src/demos/state-words.ts';
import { fromTravel } from '../../src/islands/Slider.tsx';
import { linkFixture } from './link-fixture.ts';

const demos: LinkedDemo[] = [
  linkFixture,
  ...(await Promise.all(
    [...(await demoCatalog()).values()].map(async (demo) => {
      const { stems } = await stemSet(demo.variants[0].spec.song);
      return { ...demo, knobs: demo.knobs.map((knob) => shownKnob(demo, knob, stems)) };
    }),
  )),
];

const reasonOf = (fragment: string): string => {
  const decoded = decodeState(linkFixture, fragment);
  return decoded.ok ? 'opened' : decoded.reason;
};

/** Any state that a listener can reach; `moved` is the share of controls that are moved. */
function anyState(demo: LinkedDemo, seed: string, moved = 0.5): DemoState {
  const random = createRandom(seed);
  const positions = new Map<string, Positions>();
  for (const variant of demo.variants) {
    let { bypassed } = authored(variant);
    for (const entry of demo.switches) if (random.uniform() < moved) bypassed = flipped(entry, bypassed);
    const turned = new Map<string, number>();
    for (const knob of demo.knobs) {
      const { min, max, taper } = knob.parameter;
      const value = fromTravel(
        knob.parameter,
        taper === 'log' ? random.between(0, 200) : random.between(min, max),
      );
      if (random.uniform() < moved && value !== authoredValue(variant, knob)) turned.set(knob.key, value);
    }
    positions.set(variant.id, { bypassed, turned });
  }
  const variantId = demo.variants[Math.floor(random.uniform() * demo.variants.length)].id;
  return { variantId, levelMatch: random.uniform() < 0.5, positions };
}

describe.each(demos)('A link to the demo $id', (demo) => {
  it('brings back every state that a listener can reach, as safe characters, short enough to be read', () => {
    for (let i = 0; i < 200; i++) {
      const state = anyState(demo, `${demo.id} ${i}`, i === 0 ? 1 : 0.5);
      const fragment = encodeState(demo, state);
      expect(fragment).toMatch(/^v1;d=[A-Za-z0-9._:;=-]+$/);
      expect(fragment.length).toBeLessThanOrEqual(LINK_LENGTH);
      expect(linkedDemoId(fragment)).toBe(demo.id);
      expect(decodeState(demo, fragment)).toEqual({ ok: true, state });
      expect(decodeState(demo, encodeURIComponent(fragment))).toEqual({ ok: true, state });
    }
  });

  it('says nothing but the demo and the variant while everything is as its author left it', () => {
    expect(
      encodeState(demo, { variantId: demo.variants[1].id, levelMatch: true, positions: new Map() }),
    ).toBe(`v1;d=${demo.id};v=${demo.variants[1].id}`);
  });
});

describe('A link that is wrong is refused with a sentence', () => {
  it.each([
    ['v2;d=golden;v=raw', 'it is of a version that this page does not know (v2)'],
    ['d=golden;v=raw', 'it is of a version that this page does not know (d=golden)'],
    ['v1', 'it names no demo'],
    ['v1;v=raw', 'it names no demo'],
    ['v1;d=silver;v=raw', 'it is for a demo that is not on this page'],
    ['v1;d=golden', 'it names no version'],
    ['v1;d=golden;v=loud', 'it asks for a version that this demo does not have (loud)'],
    ['v1;d=golden;v=raw;m=2', 'its level match is neither on nor off'],
    ['v1;d=golden;v=raw;loop=3', 'it sets something that this demo does not have (loop)'],
    ['v1;d=golden;v=raw;raw:gate=1', 'it sets something that this demo does not have (gate)'],
    ['v1;d=golden;v=raw;loud:limiter=1', 'it sets something that this demo does not have (loud:limiter)'],
    [
      'v1;d=golden;v=raw;raw:limiter.ratio=1',
      'it sets something that this demo does not have (limiter.ratio)',
    ],
    ['v1;d=golden;v=raw;raw:limiter=on', 'Limiter is neither on nor off in it'],
    ['v1;d=golden;v=raw;raw:vocal-compressor.attackMs=fast', '“fast” is no number for Attack'],
    ['v1;d=golden;v=raw;raw:vocal-compressor.attackMs=1e3', '“1e3” is no number for Attack'],
    ['v1;d=golden;v=raw;v=raw', 'it sets “v” twice'],
    ['v1;d=golden;v=raw;raw:limiter=1;raw:limiter=0', 'it sets “raw:limiter” twice'],
    ['v1;d=golden;v=raw;', 'a part of it is missing'],
    ['v1;d=golden;v=raw;m', 'a part of it is missing'],
    ['v1;d=golden;v=raw;m=', 'a part of it is missing'],
    ['v1;d=golden;v=raw;m=1=0', 'a part of it is missing'],
    ['v1;d=golden;v=<b>raw</b>', 'it holds characters that no link of ours has'],
    ['v1;d=golden;v=%3Cimg%3E', 'it holds characters that no link of ours has'],
    ['v1;d=golden;v=%E0%A4%A', 'it holds characters that no link of ours has'],
    [`v1;d=golden;v=${'a'.repeat(LINK_LENGTH)}`, 'it is too long'],
  ])('%s: %s', (fragment, why) => {
    expect(reasonOf(fragment)).toBe(`This link cannot be opened: ${why}. The demo is as it was.`);
  });

  it('without repeating more than 40 characters of it', () => {
    expect(reasonOf(`v1;d=golden;v=${'a'.repeat(500)}`).length).toBeLessThan(180);
  });
});

describe('Numbers in a link', () => {
  it.each([
    ['-999', -60],
    ['999', 0],
    ['-31.25', -31.25],
  ])('come inside the range: a threshold of %s dB is %d dB', (text, value) => {
    const decoded = decodeState(linkFixture, `v1;d=golden;v=raw;raw:vocal-compressor.thresholdDb=${text}`);
    expect(decoded.ok && decoded.state.positions.get('raw')?.turned.get('vocal-compressor.thresholdDb')).toBe(
      value,
    );
  });

  it('that are the author’s own turn nothing', () => {
    const decoded = decodeState(linkFixture, 'v1;d=golden;v=raw;raw:vocal-compressor.thresholdDb=-20');
    expect(decoded.ok && decoded.state.positions.get('raw')?.turned.size).toBe(0);
  });
});

describe('Whatever an address holds', () => {
  const random = createRandom('garbage');
  const pick = (from: string): string => from[Math.floor(random.uniform() * from.length)];

  it('never throws and never opens by chance: 20,000 fragments of noise', () => {
    for (let i = 0; i < 20_000; i++) {
      let fragment = random.uniform() < 0.5 ? 'v1;d=golden;' : '';
      const length = Math.floor(random.between(0, 60));
      for (let k = 0; k < length; k++)
        fragment +=
          random.uniform() < 0.7
            ? pick('v1d=;:.-0rawmixed%<>"&')
            : String.fromCharCode(random.between(0, 65535));
      expect(typeof linkedDemoId(fragment)).toMatch(/string|object/);
      expect(decodeState(linkFixture, fragment).ok, fragment).toBe(false);
    }
  });

  it('opens whole or not at all: a good link with one character changed gives a state in range, or a sentence', () => {
    for (let i = 0; i < 5000; i++) {
      const good = encodeState(linkFixture, anyState(linkFixture, `mutant ${i}`));
      const at = Math.floor(random.uniform() * good.length);
      const mutant = good.slice(0, at) + pick('v1;=:.-09azAZ%<') + good.slice(at + 1);
      const decoded = decodeState(linkFixture, mutant);
      if (!decoded.ok) {
        expect(decoded.reason).toMatch(/^This link cannot be opened: .+\. The demo is as it was\.$/);
        continue;
      }
      expect(decodeState(linkFixture, encodeState(linkFixture, decoded.state))).toEqual(decoded);
      for (const { turned } of decoded.state.positions.values())
        for (const { key, parameter } of linkFixture.knobs) {
          const value = turned.get(key) ?? parameter.default;
          expect(value >= parameter.min && value <= parameter.max).toBe(true);
        }
    }
  });
});

describe('A state in words', () => {
  it.each([
    ['v1;d=golden;v=raw', 'Raw, matched'],
    ['v1;d=golden;v=both;m=0;both:limiter=0', 'Mixed & mastered, Limiter off, not matched'],
    [
      'v1;d=golden;v=mixed;mixed:limiter=1;mixed:vocal-compressor.thresholdDb=-32.5;raw:limiter=1',
      'Mixed only, Limiter on, Threshold −32.5\u00a0dB, matched; other versions are changed too',
    ],
    ['v1;d=golden;v=both;both:limiter.mode=1', 'Mixed & mastered, Mode Loud, matched'],
  ])('%s is “%s”', (fragment, words) => {
    const decoded = decodeState(linkFixture, fragment);
    expect(decoded.ok && stateInWords(linkFixture, decoded.state)).toBe(words);
  });
});
