/** Every stem is rendered and shipped at this rate. */
export const SAMPLE_RATE_HZ = 48_000;

/** Whole frames nearest to a time in seconds. */
export const framesIn = (seconds: number): number => Math.round(seconds * SAMPLE_RATE_HZ);
