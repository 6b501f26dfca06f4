import type { DeviceSpec, MixSpec } from '../dsp/mix-spec.ts';
import type { PlaybackNeeds } from '../training/question.ts';

/** The id of the device that a question adds and changes. */
export const ASKED_DEVICE = 'practice';

/** A source with one device more, after everything: what most questions turn. */
export function withAsked(base: MixSpec, added: DeviceSpec): MixSpec {
  return { ...base, master: [...base.master, added] };
}

/** The same, turned down after everything; what a question's level rule does comes on top. @param db ≥ 0 */
export function turnedDownBy(base: MixSpec, db: number): MixSpec {
  return { ...base, matchDb: base.matchDb - db };
}

/** Shares of a clear setting, in percent, for what has no size of its own. */
export const STRENGTH_LADDER = [100, 75, 55, 40, 30] as const;

/** What changes the whole sound is heard on any playback that has its middle. */
export const ANYWHERE: PlaybackNeeds = { stereo: false, fromHz: 200, toHz: 5000 };
