/** Everything is rendered at this rate: a buffer played at another one is resampled badly in two engines of three. */
export const SAMPLE_RATE = 48000;
