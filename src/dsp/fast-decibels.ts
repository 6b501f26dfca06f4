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

/** 20·log10 of a normal positive number (above 1e-307). */
export function fastGainToDb(gain: number): number {
  number[0] = gain;
  const high = words[HIGH_WORD];
  const exponent = high >>> 20;
  const step = (high >>> 11) & (LOG_STEPS - 1);
  // ln(1 + r) for |r| < 1/1024
  const r = gain * toUnit[exponent] * stepInverse[step] - 1;
  return (exponent - 1023) * DB_PER_OCTAVE + stepDb[step] + DB_PER_NEPER * (r - r * r * (0.5 - r * (1 / 3)));
}

const REDUCTION_STEPS_PER_DB = 16;
const LARGEST_REDUCTION_DB = 240;
const reductionGain = new Float64Array(LARGEST_REDUCTION_DB * REDUCTION_STEPS_PER_DB + 1);
for (let i = 0; i < reductionGain.length; i++)
  reductionGain[i] = Math.pow(10, -i / REDUCTION_STEPS_PER_DB / 20);

/** The gain of a reduction of 0 … 240 dB; more counts as 240. */
export function fastReductionGain(reductionDb: number): number {
  const steps =
    reductionDb < LARGEST_REDUCTION_DB ? reductionDb * REDUCTION_STEPS_PER_DB : reductionGain.length - 1;
  const whole = steps | 0;
  // e^−x for x < 0.0072
  const x = (steps - whole) * (1 / (REDUCTION_STEPS_PER_DB * DB_PER_NEPER));
  return reductionGain[whole] * (1 - x * (1 - x * (0.5 - x * (1 / 6 - x * (1 / 24)))));
}
