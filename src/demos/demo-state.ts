import { authoredBypasses, type Bypassed, type Demo, type Turned, type Variant } from './demo.ts';

/** What a listener has set in one variant. */
export interface Positions {
  readonly bypassed: Bypassed;
  readonly turned: Turned;
}

/**
 * Everything that a listener has set in a demo. It always plays the whole loop and every stem; a part of either would
 * be a new field here, and version 2 of the link.
 */
export interface DemoState {
  readonly variantId: string;
  readonly levelMatch: boolean;
  /** By variant: each keeps its own switches and knobs. */
  readonly positions: ReadonlyMap<string, Positions>;
}

/** A variant as its author left it. */
export function authored(variant: Variant): Positions {
  return { bypassed: authoredBypasses(variant), turned: new Map() };
}

/** Every variant as its author left it. */
export function authoredPositions({ variants }: Demo): ReadonlyMap<string, Positions> {
  return new Map(variants.map((variant) => [variant.id, authored(variant)]));
}
