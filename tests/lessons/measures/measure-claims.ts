import { afterAll, describe, expect, it } from 'vitest';
import { demoCatalog } from '../../../src/demos/catalog.ts';
import { MEASURES, type Claim } from '../../../src/demos/claim.ts';
import type { ClaimedDemo } from '../../../src/demos/demo.ts';
import { forgetBounces, measure } from './claim-measures.ts';

const PARTS = 4;

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

/**
 * Measure what a part of the course's demos claim, 1 … 4. All of them in one file would keep one processor busy for
 * longer than the whole rest of the tests.
 */
export async function measureClaims(part: 1 | 2 | 3 | 4): Promise<void> {
  const demos = [...(await demoCatalog()).values()];
  const share = Math.ceil(demos.length / PARTS);
  describe.each(demos.slice((part - 1) * share, part * share))(
    'The demo $id claims, measured on the song',
    (demo) => {
      afterAll(forgetBounces);

      it.each([...demo.claims])('$says ($of against $against)', async (claim) => {
        const { of, against } = await valuesOf(demo, claim);
        const { unit } = MEASURES[claim.measure];
        console.log(
          `${demo.id}, ${claim.measure}: ${figure(against)} → ${figure(of)} ${unit}: ${claim.says}`,
        );
        expectChange(claim, of - against);
        expectBetween(of, claim.ofBetween);
        expectBetween(against, claim.againstBetween);
      });
    },
  );
}
