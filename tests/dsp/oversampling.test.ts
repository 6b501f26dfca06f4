import { describe, expect, it } from 'vitest';
import { wideHalfBand } from '../../src/dsp/half-band.ts';
import {
  OVERSAMPLING,
  OVERSAMPLING_DELAY,
  OVERSAMPLING_SLICE,
  OversampledChannel,
  RAISED_HISTORY,
  SHAPER_DELAY,
} from '../../src/dsp/oversampling.ts';
import { spectrumDb } from './colour.ts';

const SAMPLE_RATE = 48000;
const FRAMES = 1 << 14;

/** Up and down again with nothing in between; the signal at the high rate is handed to `onRaised`. */
function roundTrip(
  input: Float64Array,
  onRaised: (raised: Float64Array, index: number) => void,
): Float64Array {
  const channel = new OversampledChannel();
  const output = input.slice();
  for (let start = 0; start < input.length; start += OVERSAMPLING_SLICE) {
    const slice = output.subarray(start, start + OVERSAMPLING_SLICE);
    channel.raise(slice, slice.length);
    const { raised, shaped, shapedHistory } = channel;
    for (let i = 0; i < OVERSAMPLING * slice.length; i++)
      shaped[shapedHistory + i] = raised[RAISED_HISTORY + i - SHAPER_DELAY];
    onRaised(
      raised.slice(RAISED_HISTORY, RAISED_HISTORY + OVERSAMPLING * slice.length),
      start * OVERSAMPLING,
    );
    channel.lower(slice, slice.length);
  }
  return output;
}

const sine = (cycles: number, frames: number): Float64Array =>
  Float64Array.from({ length: frames }, (_, i) => Math.sin((2 * Math.PI * cycles * i) / FRAMES));

describe('Oversampling by eight', () => {
  it.each([100, 1000, 10000, 19900])(
    'gives a %i Hz sine back 37 samples later within −78 dB',
    (frequencyHz) => {
      const input = sine(Math.round((frequencyHz * FRAMES) / SAMPLE_RATE), 2 * FRAMES);
      const output = roundTrip(input, () => undefined);
      expect(OVERSAMPLING_DELAY).toBe(37);
      let worst = 0;
      for (let i = FRAMES; i < 2 * FRAMES; i++)
        worst = Math.max(worst, Math.abs(output[i] - input[i - OVERSAMPLING_DELAY]));
      expect(20 * Math.log10(worst)).toBeLessThan(-78);
    },
  );

  it('leaves no image of a 19.9 kHz sine above −80 dB at the high rate', () => {
    const cycles = Math.round((19900 * FRAMES) / SAMPLE_RATE);
    const high = new Float64Array(2 * FRAMES * OVERSAMPLING);
    roundTrip(sine(cycles, 2 * FRAMES), (raised, index) => {
      high.set(raised, index);
    });
    const spectrum = spectrumDb(high.slice(FRAMES * OVERSAMPLING));
    const images = spectrum.filter((_, bin) => bin !== cycles);
    expect(Math.max(...images) - spectrum[cycles]).toBeLessThan(-80);
  });

  it.each([
    [4, 20 / 96, -84],
    [3, 20 / 192, -103],
  ])('a half-band of %i pairs for %f of the rate is within %i dB of exact', (pairs, passband, errorDb) => {
    const kernel = wideHalfBand(pairs, passband);
    let worst = 0;
    for (let f = 0; f <= passband; f += passband / 200) {
      const amplitude = kernel.reduce(
        (sum, tap, k) => sum + 2 * tap * Math.cos((2 * k + 1) * Math.PI * f),
        0,
      );
      worst = Math.max(worst, Math.abs(1 - amplitude) / 2);
    }
    expect(20 * Math.log10(worst)).toBeLessThan(errorDb);
  });
});
