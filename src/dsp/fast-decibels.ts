/*
 * Level ↔ dB for every sample of a compressor: table and short series instead of Math.log and Math.exp, which cost more
 * than everything else in its loop. Exact to 1e-9 dB, which is tested.
 */

const LOG_STEPS = 1024;
const DB_PER_OCTAVE = 20 * Math.log10(2);
const DB_PER_NEPER = 20 / Math.LN10;

/** The exponent and the top of the mantissa are read from the number's own bits (IEEE 754). */
const number = new Float64Array(1);
const words = new Uint32Array(number.buffer);
const HIGH_WORD = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 1 : 0;

/** For each step of the mantissa 1 … 2 its level in dB, then 1 / its centre: one look-up, one line of the cache. */
const steps = new Float64Array(2 * LOG_STEPS);
/** By biased exponent, 2 to the minus exponent, which brings a number to 1 … 2, then the exponent's level in dB. */
const octaves = new Float64Array(2 * 2048);
for (let i = 0; i < LOG_STEPS; i++) {
  const centre = 1 + (i + 0.5) / LOG_STEPS;
  steps[2 * i] = 20 * Math.log10(centre);
  steps[2 * i + 1] = 1 / centre;
}
for (let e = 1; e < 2047; e++) {
  octaves[2 * e] = Math.pow(2, 1023 - e);
  octaves[2 * e + 1] = (e - 1023) * DB_PER_OCTAVE;
}

/** 20·log10 of a level > 0 that is no denormal. */
export function levelDb(level: number): number {
  number[0] = level;
  const high = words[HIGH_WORD];
  const octave = (high >>> 19) & 4094;
  const step = (high >>> 9) & (2 * LOG_STEPS - 2);
  // ln(1 + r) for |r| < 1/2048
  const r = level * octaves[octave] * steps[step + 1] - 1;
  return octaves[octave + 1] + steps[step] + (DB_PER_NEPER - 0.5 * DB_PER_NEPER * r) * r;
}

const REDUCTION_STEPS_PER_DB = 80;
const LARGEST_REDUCTION_DB = 240;
const LARGEST_STEPS = LARGEST_REDUCTION_DB * REDUCTION_STEPS_PER_DB;
const reductionGain = new Float64Array(LARGEST_STEPS + 1);
for (let i = 0; i < reductionGain.length; i++)
  reductionGain[i] = Math.pow(10, -i / REDUCTION_STEPS_PER_DB / 20);

/** The gain of a reduction in dB (≥ 0; more than 240 counts as 240). */
export function reductionGainOf(reductionDb: number): number {
  const at = reductionDb < LARGEST_REDUCTION_DB ? reductionDb * REDUCTION_STEPS_PER_DB : LARGEST_STEPS;
  const nearest = (at + 0.5) | 0;
  // e^−x for |x| < 0.0008
  const x = (at - nearest) * (1 / (REDUCTION_STEPS_PER_DB * DB_PER_NEPER));
  return reductionGain[nearest] * (1 - x * (1 - 0.5 * x));
}

/** Reductions up to this many dB are taken as none: a gain of exactly 1 keeps quiet passages bit-exact. */
export const NO_REDUCTION_DB = 1e-5;

/** Stands for every level below the floor. */
export const FAR_BELOW_DB = -1000;
const LOWEST_FLOOR_DB = -300;
const floorGain = Float64Array.from({ length: 1 - LOWEST_FLOOR_DB }, (_, below) => Math.pow(10, -below / 20));

/** A whole number of dB, −300 … 0, as a gain. */
export function floorGainOf(floorDb: number): number {
  return floorGain[-floorDb];
}

/**
 * Replace levels (linear, ≥ 0) in a range of places by 20·log10 of them; those at or below the floor become
 * FAR_BELOW_DB, without the cost.
 *
 * @param floorDb a whole number of dB, −300 … 0
 */
export function gainsToDb(levels: Float64Array, from: number, to: number, floorDb: number): void {
  const floor = floorGainOf(floorDb);
  for (let i = from; i < to; i++) {
    const level = levels[i];
    if (level > floor) levels[i] = levelDb(level);
    else levels[i] = FAR_BELOW_DB;
  }
}

/**
 * Replace reductions in dB (≥ 0; more than 240 counts as 240) in a range of places by their gains.
 * Returns false if all gains are exactly 1.
 */
export function reductionsToGains(reductions: Float64Array, from: number, to: number): boolean {
  let turned = false;
  for (let i = from; i < to; i++) {
    const reduction = reductions[i];
    if (reduction > NO_REDUCTION_DB) {
      turned = true;
      reductions[i] = reductionGainOf(reduction);
    } else reductions[i] = 1;
  }
  return turned;
}
