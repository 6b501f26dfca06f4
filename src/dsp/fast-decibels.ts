/*
 * Level ↔ dB for every sample of a compressor: table and short series instead of Math.log and Math.exp, which cost more
 * than everything else in its loop. Exact to 1e-9 dB, which is tested.
 */

const LOG_STEPS = 512;
const DB_PER_OCTAVE = 20 * Math.log10(2);
const DB_PER_NEPER = 20 / Math.LN10;

/** The exponent and the top of the mantissa are read from the number's own bits (IEEE 754). */
const number = new Float64Array(1);
const words = new Uint32Array(number.buffer);
const HIGH_WORD = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 1 : 0;

/** For each step of the mantissa 1 … 2: its level in dB, and 1 / its centre. */
const stepDb = new Float64Array(LOG_STEPS);
const stepInverse = new Float64Array(LOG_STEPS);
/** 2 to the minus exponent, by biased exponent, to bring a number to 1 … 2. */
const toUnit = new Float64Array(2047);
for (let i = 0; i < LOG_STEPS; i++) {
  const centre = 1 + (i + 0.5) / LOG_STEPS;
  stepDb[i] = 20 * Math.log10(centre);
  stepInverse[i] = 1 / centre;
}
for (let e = 1; e < 2047; e++) toUnit[e] = Math.pow(2, 1023 - e);

/** Stands for every level below the floor. */
export const FAR_BELOW_DB = -1000;
const LOWEST_FLOOR_DB = -300;
const floorGain = Float64Array.from({ length: 1 - LOWEST_FLOOR_DB }, (_, below) => Math.pow(10, -below / 20));

/**
 * Replace levels (linear, ≥ 0) in a range of places by 20·log10 of them; those at or below the floor become
 * FAR_BELOW_DB, without the cost.
 *
 * The loops here stand whole and are given whole numbers only: a compiler that has spent its allowance for inlining
 * elsewhere would call, and box fractions, for every sample.
 *
 * @param floorDb a whole number of dB, −300 … 0
 */
export function gainsToDb(levels: Float64Array, from: number, to: number, floorDb: number): void {
  const floor = floorGain[-floorDb];
  const bits = words;
  const mantissaDb = stepDb;
  const mantissaInverse = stepInverse;
  const scale = toUnit;
  for (let i = from; i < to; i++) {
    const gain = levels[i];
    if (!(gain > floor)) {
      levels[i] = FAR_BELOW_DB;
      continue;
    }
    number[0] = gain;
    const high = bits[HIGH_WORD];
    const exponent = high >>> 20;
    const step = (high >>> 11) & (LOG_STEPS - 1);
    // ln(1 + r) for |r| < 1/1024
    const r = gain * scale[exponent] * mantissaInverse[step] - 1;
    levels[i] =
      (exponent - 1023) * DB_PER_OCTAVE + mantissaDb[step] + DB_PER_NEPER * (r - r * r * (0.5 - r * (1 / 3)));
  }
}

const REDUCTION_STEPS_PER_DB = 16;
const LARGEST_REDUCTION_DB = 240;
const reductionGain = new Float64Array(LARGEST_REDUCTION_DB * REDUCTION_STEPS_PER_DB + 1);
for (let i = 0; i < reductionGain.length; i++)
  reductionGain[i] = Math.pow(10, -i / REDUCTION_STEPS_PER_DB / 20);

/** Reductions up to this many dB are taken as none: a gain of exactly 1 keeps quiet passages bit-exact. */
const NO_REDUCTION_DB = 1e-5;

/**
 * Replace reductions in dB (≥ 0; more than 240 counts as 240) in a range of places by their gains.
 * Returns false if all gains are exactly 1.
 */
export function reductionsToGains(reductions: Float64Array, from: number, to: number): boolean {
  const table = reductionGain;
  let turned = false;
  for (let i = from; i < to; i++) {
    const reduction = reductions[i];
    if (!(reduction > NO_REDUCTION_DB)) {
      reductions[i] = 1;
      continue;
    }
    turned = true;
    const steps =
      reduction < LARGEST_REDUCTION_DB
        ? reduction * REDUCTION_STEPS_PER_DB
        : LARGEST_REDUCTION_DB * REDUCTION_STEPS_PER_DB;
    const whole = steps | 0;
    // e^−x for x < 0.0072
    const x = (steps - whole) * (1 / (REDUCTION_STEPS_PER_DB * DB_PER_NEPER));
    reductions[i] = table[whole] * (1 - x * (1 - x * (0.5 - x * (1 / 6 - x * (1 / 24)))));
  }
  return turned;
}
