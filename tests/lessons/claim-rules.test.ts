import { describe, expect, it } from 'vitest';
import { demoCatalog } from '../../src/demos/catalog.ts';
import { checkClaims, type Claim } from '../../src/demos/claim.ts';
import { measureDemo } from '../../src/demos/measure.ts';

const catalog = await demoCatalog();

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
