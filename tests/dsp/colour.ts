import { fft } from '../../src/analysis/fft.ts';
import { dbToGain } from '../../src/dsp/decibels.ts';
import type { Device } from '../../src/dsp/device.ts';
import { RAMP_MS } from '../../src/dsp/ramp.ts';
import { blackmanHarris, energyAboveDb } from './blackman-harris.ts';
import { run } from './contract.ts';
import { noise } from './noise.ts';

/** Peak level in dB of the sine in each bin of a frame that holds whole cycles; the frame's length is a power of two. */
export function spectrumDb(frame: Float64Array): Float64Array {
  const re = frame.slice();
  const im = new Float64Array(frame.length);
  fft(re, im);
  return re
    .subarray(0, frame.length / 2)
    .map((value, bin) => 20 * Math.log10((2 / frame.length) * Math.hypot(value, im[bin]) + 1e-300));
}

/** Peak level in dB of a harmonic that a static curve makes of a sine: its Fourier integral. */
export function harmonicDb(curve: (x: number) => number, peak: number, harmonic: number): number {
  const steps = 1 << 14;
  let sine = 0;
  let cosine = 0;
  for (let i = 0; i < steps; i++) {
    const angle = (2 * Math.PI * (i + 0.5)) / steps;
    const y = curve(peak * Math.sin(angle));
    sine += (2 / steps) * y * Math.sin(harmonic * angle);
    cosine += (2 / steps) * y * Math.cos(harmonic * angle);
  }
  return 20 * Math.log10(Math.hypot(sine, cosine) + 1e-300);
}

/** Pink noise of an RMS level in dBFS: P. Kellet's three-pole filter on white noise, within ±0.5 dB above 40 Hz. */
export function pinkNoise(frames: number, seed: number, levelDbfs: number): Float64Array {
  let low = 0;
  let middle = 0;
  let high = 0;
  const pink = noise(frames, seed).map((white) => {
    low = 0.99765 * low + 0.099046 * white;
    middle = 0.963 * middle + 0.2965164 * white;
    high = 0.57 * high + 1.0526913 * white;
    return low + middle + high + 0.1848 * white;
  });
  const rms = Math.sqrt(pink.reduce((sum, value) => sum + value * value, 0) / frames);
  return pink.map((value) => (value / rms) * dbToGain(levelDbfs));
}

/**
 * How far a change of settings is from the raised-cosine crossfade of both settled outputs, above 2 kHz, for a 100 Hz sine:
 * in dB beside the whole output of the frame around the change.
 *
 * @param delay from the change of settings to the start of the crossfade in the output, in samples
 */
export function crossfadeErrorDb<Params>(
  create: () => Device<Params>,
  from: Params,
  to: Params,
  delay: number,
): number {
  const sampleRate = 48000;
  const at = 24064;
  const sine = Float64Array.from({ length: sampleRate }, (_, i) =>
    Math.sin((2 * Math.PI * 100 * i) / sampleRate),
  );
  const prepared = (settings: Params): Device<Params> => {
    const device = create();
    device.prepare(sampleRate);
    device.set(settings);
    return device;
  };
  const device = prepared(from);
  const [before] = run(device, [sine.subarray(0, at), sine.subarray(0, at)], 128);
  device.set(to);
  const [after] = run(device, [sine.subarray(at), sine.subarray(at)], 128);
  const moved = Float64Array.of(...before, ...after);
  const [a] = run(prepared(from), [sine, sine], 128);
  const [b] = run(prepared(to), [sine, sine], 128);
  const length = (RAMP_MS / 1000) * sampleRate;
  const start = Math.round(at + delay + length / 2) - 2048;
  const frame = moved.subarray(start, start + 4096);
  const error = frame.map((value, i) => {
    const position = Math.min(1, Math.max(0, (start + i - at - delay + 1) / length));
    const weight = 0.5 - 0.5 * Math.cos(Math.PI * position);
    return value - a[start + i] - weight * (b[start + i] - a[start + i]);
  });
  if (error.every((value) => value === 0)) return -Infinity;
  const power = (x: Float64Array): number => 10 * Math.log10(x.reduce((sum, v) => sum + v * v, 0));
  return energyAboveDb(error, sampleRate, 2000) + power(error) - power(frame);
}

/**
 * What a change of settings spreads in 0–20 kHz farther than 2 kHz from the harmonics of a sine (and from DC), in dB beside the
 * whole frame around the 25 ms movement, through a four-term Blackman-Harris window. Whole cycles in its 4096 samples put
 * the floor of the method at −139 dB.
 */
export function splatterDb<Params>(
  device: Device<Params>,
  from: Params,
  to: Params,
  frequencyHz: number,
): number {
  const sampleRate = 48000;
  const at = 24064;
  const middle = at + 600 + device.latencySamples;
  device.prepare(sampleRate);
  device.set(from);
  const sine = Float64Array.from(
    { length: middle + 2048 },
    (_, i) => 0.5 * Math.sin((2 * Math.PI * frequencyHz * i) / sampleRate),
  );
  const [before] = run(device, [sine.subarray(0, at), sine.subarray(0, at)], 128);
  device.set(to);
  const [after] = run(device, [sine.subarray(at), sine.subarray(at)], 128);
  const out = Float64Array.of(...before, ...after);
  const spectrum = spectrumDb(blackmanHarris(out.slice(middle - 2048, middle + 2048)));
  let total = 0;
  let far = 0;
  spectrum.forEach((levelDb, bin) => {
    const energy = Math.pow(10, levelDb / 10);
    const binHz = (bin * sampleRate) / 4096;
    const aboveHarmonicHz = binHz % frequencyHz;
    total += energy;
    if (binHz < 20000 && Math.min(aboveHarmonicHz, frequencyHz - aboveHarmonicHz) > 2000) far += energy;
  });
  return 10 * Math.log10(far / total);
}

/** The largest step of the output beside the input's own, for a 1 kHz sine under 50 changes of settings in a second. */
export function largestStepRatio<Params>(device: Device<Params>, settings: readonly Params[]): number {
  const sampleRate = 48000;
  device.prepare(sampleRate);
  device.set(settings[0]);
  const sine = Float64Array.from(
    { length: 2 * sampleRate },
    (_, i) => 0.5 * Math.sin((2 * Math.PI * 1000 * i) / sampleRate),
  );
  const out = new Float64Array(sine.length);
  for (let start = 0, change = 1; start < sine.length; start += 960, change++) {
    const part = sine.subarray(start, start + 960);
    out.set(run(device, [part, part], 128)[0], start);
    device.set(settings[change % settings.length]);
  }
  const largestStep = (x: Float64Array): number =>
    x.reduce((largest, value, i) => (i > 0 ? Math.max(largest, Math.abs(value - x[i - 1])) : 0), 0);
  return out.every(Number.isFinite) ? largestStep(out) / largestStep(sine) : Infinity;
}
