import { beforeAll, describe, expect, it } from 'vitest';
import { bounceSpec } from '../../src/demos/bounce-spec.ts';
import { demoCatalog } from '../../src/demos/catalog.ts';
import {
  allStates,
  authoredBypasses,
  authoredValue,
  defineDemo,
  flipped,
  isOn,
  matchDb,
  stateKey,
  stateSpec,
  type ClaimedDemo,
} from '../../src/demos/demo.ts';
import { allFingerprints, measureDemo, readLedger } from '../../src/demos/measure.ts';
import { measureLoudness } from '../../src/dsp/loudness.ts';
import { withMatch } from '../../src/dsp/mix-spec.ts';
import { truePeakDbtp } from '../../src/dsp/true-peak.ts';

const RATE = 48000;
const catalog = await demoCatalog();

describe.each([...catalog.values()])('The demo $id', (demo) => {
  it('matches its variants within 0.1 LU, each at or below −1 dBTP at 16×, and no neighbours are the same sound', async () => {
    const measured = await measureDemo(demo);
    const bounces = await Promise.all(
      demo.variants.map((variant) =>
        bounceSpec(
          withMatch(
            variant.spec,
            matchDb(measured, measured.loudnessLufs[stateKey(demo, variant, authoredBypasses(variant))]),
          ),
        ),
      ),
    );
    const loudness = bounces.map((bounce) => measureLoudness(bounce, RATE).integratedLufs);
    expect(Math.max(...loudness) - Math.min(...loudness)).toBeLessThanOrEqual(0.1);
    for (const bounce of bounces) expect(truePeakDbtp(bounce, 16)).toBeLessThanOrEqual(-1);
    // Whether a difference is heard is what claims are measured for: an S weighs little beside a bass.
    for (let i = 1; i < bounces.length; i++)
      expect(differenceDb(bounces[i - 1][0], bounces[i][0])).toBeGreaterThan(-35);
  });

  it('never has to turn a state up to match it', async () => {
    const measured = await measureDemo(demo);
    for (const { key } of allStates(demo))
      expect(matchDb(measured, measured.loudnessLufs[key])).toBeLessThanOrEqual(0);
  });
});

/** Energy of the difference relative to the first, in dB. */
function differenceDb(a: Float32Array, b: Float32Array): number {
  let difference = 0;
  let energy = 0;
  for (let i = 0; i < a.length; i++) {
    difference += (a[i] - b[i]) ** 2;
    energy += a[i] ** 2;
  }
  return 10 * Math.log10(difference / energy);
}

describe('The ledger of loudnesses', () => {
  it('holds every state of every demo for these stems and kernels (else: npm run levels)', async () => {
    const expected = [...(await allFingerprints()).keys()].sort();
    expect(Object.keys(await readLedger()).sort()).toEqual(expected);
  });
});

describe('Knobs of a strip', () => {
  it('turn one stem’s fader and pan pot, within their ranges, and start where the author left them', async () => {
    const { gainReductionOf, ...guitar } = catalog.get('guitar-alone')!;
    const knobs = [
      { deviceId: 'guitar-left', setting: 'levelDb' },
      { deviceId: 'guitar-left', setting: 'panPercent' },
    ];
    const measured = await measureDemo(defineDemo({ ...guitar, knobs }));
    const [variant] = measured.variants;
    const before = variant.spec.strips.find(({ stem }) => stem === 'guitar-left')!;
    const [fader, pan] = measured.knobs;
    expect(authoredValue(variant, fader)).toBe(before.levelDb);
    expect(authoredValue(variant, pan)).toBe(100 * before.pan);
    const turned = new Map([
      [fader.key, 99],
      [pan.key, 40],
    ]);
    const after = stateSpec(variant, authoredBypasses(variant), measured.knobs, turned);
    expect(after.strips.find(({ stem }) => stem === 'guitar-left')).toEqual({
      ...before,
      levelDb: fader.parameter.max,
      pan: 0.4,
    });
    const others = (spec: typeof after) => spec.strips.filter(({ stem }) => stem !== 'guitar-left');
    expect(others(after)).toEqual(others(variant.spec));
  });
});

describe('Switches', () => {
  let demo: ClaimedDemo;
  beforeAll(() => {
    demo = catalog.get('lane-for-each')!;
  });

  it('flip one device and leave the others', () => {
    const [guitar, keys] = demo.switches;
    const bypassed = authoredBypasses(demo.variants[1]);
    const next = flipped(guitar, bypassed);
    expect([isOn(guitar, next), isOn(keys, next)]).toEqual([false, true]);
    expect(isOn(guitar, flipped(guitar, next))).toBe(true);
  });

  it('give every reachable state a name of its own: 2 variants × 4 switches are 32', () => {
    expect(new Set(allStates(demo).map(({ key }) => key)).size).toBe(32);
  });

  it('are refused when they name a device that is not there', () => {
    const wrong = { ...demo, gainReductionOf: 'flanger' };
    expect(() => defineDemo(wrong)).toThrow('no device "flanger"');
  });
});
