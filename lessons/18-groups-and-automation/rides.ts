import type { GainPoint, MixSpec } from '../../src/dsp/mix-spec.ts';

/** From this second of the loop on, a fader stands so many dB above its place. */
export type Ride = readonly [fromSeconds: number, gainDb: number];

/** A hand's move between two words. */
const MOVING_SECONDS = 0.3;

/** The same mix with the faders of some stems and groups moved along the song. The last move holds over the loop's end. */
export function ridden(spec: MixSpec, rides: Readonly<Record<string, readonly Ride[]>>): MixSpec {
  return {
    ...spec,
    strips: spec.strips.map((strip) =>
      strip.stem in rides ? { ...strip, automation: pointsOf(rides[strip.stem]) } : strip,
    ),
    groups: spec.groups.map((group) =>
      group.id in rides ? { ...group, automation: pointsOf(rides[group.id]) } : group,
    ),
  };
}

/** Level lines with a short slope before each. */
function pointsOf(rides: readonly Ride[]): GainPoint[] {
  return rides.flatMap(([seconds, gainDb], i) => {
    const before = rides.at(i - 1)![1];
    return [
      { seconds: Math.max(0, seconds - MOVING_SECONDS), gainDb: before },
      { seconds: Math.max(0, seconds - MOVING_SECONDS) + MOVING_SECONDS, gainDb },
    ];
  });
}
