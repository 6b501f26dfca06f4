import { afterAll, describe, expect, it } from 'vitest';
import { demoCatalog } from '../../src/demos/catalog.ts';
import { checkClaims, MEASURES, type Claim } from '../../src/demos/claim.ts';
import type { ClaimedDemo } from '../../src/demos/demo.ts';
import { measureDemo } from '../../src/demos/measure.ts';
import { forgetBounces, measure } from './measures/claim-measures.ts';

const figure = (value: number): string => value.toFixed(2);

async function valuesOf(demo: ClaimedDemo, claim: Claim): Promise<{ of: number; against: number }> {
  const specOf = (id: string) => demo.variants.find((variant) => variant.id === id)!.spec;
  return {
    of: await measure(specOf(claim.of), claim),
    against: await measure(specOf(claim.against), claim),
  };
}

function expectChange(claim: Claim, change: number): void {
  if ('changeAtLeast' in claim) expect(change).toBeGreaterThanOrEqual(claim.changeAtLeast);
  else if ('changeAtMost' in claim) expect(change).toBeLessThanOrEqual(claim.changeAtMost);
  else expect(Math.abs(change)).toBeLessThanOrEqual(claim.changeWithin);
}

function expectBetween(value: number, range: readonly [number, number] | undefined): void {
  if (!range) return;
  expect(value).toBeGreaterThanOrEqual(range[0]);
  expect(value).toBeLessThanOrEqual(range[1]);
}

const catalog = await demoCatalog();

describe.each([...catalog.values()])('The demo $id claims, measured on the song', (demo) => {
  afterAll(forgetBounces);

  it.each([...demo.claims])('$says ($of against $against)', async (claim) => {
    const { of, against } = await valuesOf(demo, claim);
    const { unit } = MEASURES[claim.measure];
    console.log(`${demo.id}, ${claim.measure}: ${figure(against)} → ${figure(of)} ${unit}: ${claim.says}`);
    expectChange(claim, of - against);
    expectBetween(of, claim.ofBetween);
    expectBetween(against, claim.againstBetween);
  });
});

describe('A demo', () => {
  const [demo] = catalog.values();
  const { variants } = demo;
  const claim: Claim = {
    says: 'The highs rise',
    measure: 'band',
    fromHz: 5000,
    toHz: 10_000,
    of: variants[1].id,
    against: variants[0].id,
    changeAtLeast: 3,
  };
  const check = (...claims: readonly Claim[]) => checkClaims('test', variants, claims);

  it('is taken with a claim that can be heard', () => {
    expect(() => check(claim)).not.toThrow();
  });

  it('is refused without claims, or with none that can be heard', () => {
    expect(() => check()).toThrow('expected at least one claim of something that can be heard');
    const { of, against } = claim;
    const unheard: Claim = { says: 'Peaks fall', measure: 'truePeak', of, against, changeAtMost: -6 };
    expect(() => check(unheard)).toThrow('expected at least one claim of something that can be heard');
    const same: Claim = { says: 'As loud', measure: 'loudness', of, against, changeWithin: 0.5 };
    expect(() => check(same)).toThrow('expected at least one claim of something that can be heard');
  });

  it('is refused where nobody could hear the claimed change, with a sentence', () => {
    const { of, against } = claim;
    expect(() =>
      check({ says: 'Brighter', measure: 'band', fromHz: 5000, toHz: 9000, of, against, changeAtLeast: 1 }),
    ).toThrow('demo test, “Brighter”: nobody hears a change of band below 1.5 dB; claimed is 1');
    expect(() => check({ says: 'Wider', measure: 'width', of, against, changeAtLeast: 1 })).toThrow(
      'nobody hears a change of width below 1.5 dB; claimed is 1',
    );
  });

  it('is refused where a claim names a version, stem or device that is not there', () => {
    expect(() => check({ ...claim, of: 'loudest' })).toThrow('no version "loudest"');
    expect(() => check({ ...claim, stems: ['trumpet'] } as Claim)).toThrow('no stem "trumpet"');
    const { of, against } = claim;
    const flanger: Claim = {
      says: 'It swirls',
      measure: 'gainReduction',
      device: 'flanger',
      of,
      against,
      changeAtLeast: 3,
    };
    expect(() => check(flanger)).toThrow('no device "flanger"');
  });

  it('leaves its claims behind when it goes to a page', async () => {
    const alone = catalog.get('guitar-alone')!;
    expect(alone.claims.length).toBeGreaterThan(0);
    expect(await measureDemo(alone)).not.toHaveProperty('claims');
  });
});
