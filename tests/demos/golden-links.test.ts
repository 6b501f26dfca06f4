import { describe, expect, it } from 'vitest';
import { decodeState } from '../../src/demos/state-link.ts';
import { linkFixture } from './link-fixture.ts';

/**
 * Links that people have sent to each other. They must open for ever: add to this list, never edit it, and neither the
 * fixture. Each says the variant, whether levels match, and by variant what is bypassed and turned.
 */
const GOLDEN: [string, unknown][] = [
  [
    'v1;d=golden;v=raw',
    {
      variantId: 'raw',
      levelMatch: true,
      raw: [['limiter', 'vocal-compressor', 'vocal-eq'], {}],
      mixed: [['limiter'], {}],
      both: [[], {}],
    },
  ],
  [
    'v1;d=golden;v=both;m=0;mixed:limiter=1;both:track-devices=0;both:vocal-compressor.thresholdDb=-32.5;both:limiter.mode=1',
    {
      variantId: 'both',
      levelMatch: false,
      raw: [['limiter', 'vocal-compressor', 'vocal-eq'], {}],
      mixed: [[], {}],
      both: [['vocal-compressor', 'vocal-eq'], { 'vocal-compressor.thresholdDb': -32.5, 'limiter.mode': 1 }],
    },
  ],
  [
    'v1;d=golden;v=mixed;m=1;mixed:vocal-compressor.attackMs=0.1;raw:track-devices=1',
    {
      variantId: 'mixed',
      levelMatch: true,
      raw: [['limiter'], {}],
      mixed: [['limiter'], { 'vocal-compressor.attackMs': 0.1 }],
      both: [[], {}],
    },
  ],
  [
    'v1%3Bd%3Dgolden%3Bv%3Dmixed%3Bmixed%3Alimiter%3D1',
    {
      variantId: 'mixed',
      levelMatch: true,
      raw: [['limiter', 'vocal-compressor', 'vocal-eq'], {}],
      mixed: [[], {}],
      both: [[], {}],
    },
  ],
];

describe('Links of version 1 open for ever', () => {
  it.each(GOLDEN)('%s', (fragment, expected) => {
    const decoded = decodeState(linkFixture, fragment);
    if (!decoded.ok) throw new Error(decoded.reason);
    const { variantId, levelMatch, positions } = decoded.state;
    const plain: Record<string, unknown> = { variantId, levelMatch };
    for (const [id, { bypassed, turned }] of positions)
      plain[id] = [[...bypassed].sort(), Object.fromEntries(turned)];
    expect(plain).toEqual(expected);
  });
});
