import { LEVELS_PER_SECOND, type DeviceLap } from '../analysis/lap-analysis.ts';

/** What a history shows: this long before the playhead, and after it. */
export const BEFORE_SECONDS = 3;
export const AFTER_SECONDS = 1;
/** Less is not counted as turning down. */
const TURNED_DOWN_DB = 0.5;

/** Levels in dB at one moment. */
export interface DeviceMoment {
  readonly inputDb: number;
  readonly outputDb: number;
  readonly reductionDb: number;
}

/** A device's levels at a moment of the loop, in seconds; moments before 0 or past the end go round. */
export function momentOf(lap: DeviceLap, seconds: number): DeviceMoment {
  const { length } = lap.inputDb;
  const place = ((Math.floor(seconds * LEVELS_PER_SECOND) % length) + length) % length;
  return {
    inputDb: lap.inputDb[place]!,
    outputDb: lap.outputDb[place]!,
    reductionDb: lap.reductionDb[place] ?? 0,
  };
}

/** The stretch around a moment that a history draws, LEVELS_PER_SECOND values a second. */
export function stretchAround(lap: DeviceLap, seconds: number): DeviceMoment[] {
  const count = (BEFORE_SECONDS + AFTER_SECONDS) * LEVELS_PER_SECOND;
  return Array.from({ length: count }, (_, i) =>
    momentOf(lap, seconds - BEFORE_SECONDS + i / LEVELS_PER_SECOND),
  );
}

/** Deepest reduction in dB and the share of the time that is turned down, over a stretch. */
export function summaryOf(moments: readonly { readonly reductionDb: number }[]): {
  deepestDb: number;
  turnedShare: number;
} {
  let deepestDb = 0;
  let turned = 0;
  for (const { reductionDb } of moments) {
    deepestDb = Math.max(deepestDb, reductionDb);
    if (reductionDb >= TURNED_DOWN_DB) turned++;
  }
  return { deepestDb, turnedShare: moments.length === 0 ? 0 : turned / moments.length };
}

/** The same over the whole loop. */
export function lapSummary(lap: DeviceLap): ReturnType<typeof summaryOf> {
  return summaryOf(Array.from(lap.reductionDb, (reductionDb) => ({ reductionDb })));
}

/**
 * "In −18.2 dB, out −22.6 dB. Vocal compressor turns down 4.4 dB now. In the last 3 seconds 7.1 dB at the deepest, and
 * nothing for 38 % of the time."
 *
 * @param seconds null while nothing plays
 */
export function reductionWords(
  name: string,
  lap: DeviceLap | undefined,
  bypassed: boolean,
  seconds: number | null,
): string {
  if (!lap) return `${name}: its levels are shown here once the sound has been played.`;
  const now = seconds === null ? null : momentOf(lap, seconds);
  const levels = now ? `In ${level(now.inputDb)}, out ${level(now.outputDb)}. ` : '';
  if (bypassed)
    return `${now ? `In ${level(now.inputDb)}. ` : ''}${name} is bypassed: what goes in comes out.`;
  if (now === null || seconds === null) {
    const { deepestDb, turnedShare } = lapSummary(lap);
    return `Over the loop ${name} turns down for ${percent(turnedShare)} of the time, ${decibels(deepestDb)} at the deepest.`;
  }
  const recent = summaryOf(stretchAround(lap, seconds).slice(0, BEFORE_SECONDS * LEVELS_PER_SECOND));
  const rest = percent(1 - recent.turnedShare);
  const past =
    recent.turnedShare === 0
      ? `In the last ${BEFORE_SECONDS} seconds it turned nothing down.`
      : `In the last ${BEFORE_SECONDS} seconds ${decibels(recent.deepestDb)} at the deepest, ${rest === '0 %' ? 'without a rest' : `and nothing for ${rest} of the time`}.`;
  return `${levels}${name} turns down ${decibels(now.reductionDb)} now. ${past}`;
}

function level(db: number): string {
  return db <= -90 ? 'silence' : `${db.toFixed(1).replace('-', '−')} dB`;
}

function decibels(db: number): string {
  return `${db.toFixed(1)} dB`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
