import type { LapAnalysis } from '../analysis/lap-analysis.ts';
import type { MixSpec, StripSpec } from '../dsp/mix-spec.ts';
import { averageLevelDb, SILENT_DB } from './channel-level.ts';
import { stemName, type SongStems } from './stem-names.ts';
import { bothSidesDb, stereoImage, type StereoImage } from './stereo-image.ts';
import { wetness } from './wetness.ts';

/** A stem this far below the loudest one stands at the back, in dB. */
const BACK_DB = 20;
/** How much of the way to the back is a matter of level; the rest is reverb. */
const LEVEL_SHARE = 0.75;
/** What is smaller than this cannot be seen: shares of the stage's half width, its width and its depth. */
const SAME_POSITION = 0.02;
const SAME_WIDTH = 0.05;
const SAME_DEPTH = 0.025;

/** One stem's place on the stage. */
export interface StageStem extends StereoImage {
  readonly id: string;
  readonly name: string;
  /** 0 at the front edge, near the listener … 1 at the back. */
  readonly depth: number;
  /** Average over the lap against the loudest stem, in dB (≤ 0); null before anything is known. */
  readonly relativeDb: number | null;
  /** Share of its sound that comes from a room, 0 … 1. */
  readonly wet: number;
  /** Not heard: muted, or its group is. */
  readonly muted: boolean;
}

/** A stem that another version has elsewhere. */
export interface StageMove {
  readonly from: StageStem;
  readonly to: StageStem;
}

/** Every stem of a mix seen from above: left to right by pan, front to back by level and reverb. */
export function stagePlan(spec: MixSpec, stems: SongStems, lap: LapAnalysis | undefined): StageStem[] {
  const isStereo = (strip: StripSpec): boolean => stems.stereoStemIds.includes(strip.stem);
  const levels = spec.strips.map((strip) =>
    isMuted(spec, strip) ? -Infinity : levelDb(spec, strip, isStereo(strip), lap),
  );
  const loudest = Math.max(...levels.map((level) => level ?? -Infinity));
  return spec.strips.map((strip, i) => {
    const level = levels[i];
    const relativeDb =
      level === null || !Number.isFinite(loudest) ? null : level < SILENT_DB ? -Infinity : level - loudest;
    const wet = wetness(spec, strip);
    // Before the levels are known all stand half way.
    const far = relativeDb === null ? 0.5 : Math.min(1, -relativeDb / BACK_DB);
    return {
      id: strip.stem,
      name: stemName(stems, strip.stem),
      ...stereoImage(spec, strip, isStereo(strip)),
      depth: LEVEL_SHARE * far + (1 - LEVEL_SHARE) * wet,
      relativeDb,
      wet,
      muted: isMuted(spec, strip),
    };
  });
}

/** The stems that stand elsewhere than in the other version, wide enough apart to be seen. Muted ones have no place. */
export function stageMoves(from: readonly StageStem[], to: readonly StageStem[]): StageMove[] {
  return to.flatMap((here) => {
    const there = from.find(({ id }) => id === here.id);
    return there && !there.muted && !here.muted && differs(there, here) ? [{ from: there, to: here }] : [];
  });
}

function differs(a: StageStem, b: StageStem): boolean {
  return (
    Math.abs(a.position - b.position) > SAME_POSITION ||
    Math.abs(a.rightEnd - a.leftEnd - (b.rightEnd - b.leftEnd)) > SAME_WIDTH ||
    Math.abs(a.depth - b.depth) > SAME_DEPTH
  );
}

function isMuted(spec: MixSpec, strip: StripSpec): boolean {
  return strip.muted || (spec.groups.find(({ id }) => id === strip.group)?.muted ?? false);
}

/** Average level of a strip as it leaves its group's fader, both sides together, in dBFS; null where the lap is not known. */
function levelDb(
  spec: MixSpec,
  strip: StripSpec,
  stereo: boolean,
  lap: LapAnalysis | undefined,
): number | null {
  const channel = lap?.channels.get(strip.stem);
  if (!channel) return null;
  const groupDb = spec.groups.find(({ id }) => id === strip.group)?.levelDb ?? 0;
  return averageLevelDb(channel) + bothSidesDb(spec, strip, stereo) + groupDb;
}
