import type { Pcm } from './files/pcm.ts';

/** A quarter of a second of silence around one click, to find out whether a browser decodes to the exact frame. */
export const PROBE_FRAMES = 12_000;
/** Short, so that the click does not come round in the pads as well. */
export const PROBE_PAD_FRAMES = 2400;
/** Frame of the click's highest sample, counted from the start of the loop part. */
export const PROBE_CLICK_FRAME = 6000;

const HALF_WIDTH_FRAMES = 24;
const PEAK = 0.7;

/**
 * One raised-cosine pulse of 1 ms with a single highest sample. Its energy lies below 2 kHz, which Opus codes with the right
 * waveform; a one-sample click would be spread over several.
 */
export function probeClick(): Pcm {
  const samples = new Int16Array(PROBE_FRAMES);
  for (let k = -HALF_WIDTH_FRAMES; k <= HALF_WIDTH_FRAMES; k++) {
    const window = 0.5 + 0.5 * Math.cos((Math.PI * k) / HALF_WIDTH_FRAMES);
    samples[PROBE_CLICK_FRAME + k] = Math.round(32767 * PEAK * window);
  }
  return { channelCount: 1, samples };
}

/** What the page needs to judge a decoded probe. */
export const PROBE_DESCRIPTION = {
  version: 1,
  sampleRate: 48_000,
  frames: PROBE_FRAMES,
  clickFrame: PROBE_CLICK_FRAME,
  flac: { file: 'probe.flac', padFrames: 0 },
  opus: { file: 'probe.opus', padFrames: PROBE_PAD_FRAMES },
};
