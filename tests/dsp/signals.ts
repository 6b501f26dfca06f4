import { dbToGain } from '../../src/dsp/decibels.ts';
import { truePeakDbtp } from '../../src/dsp/true-peak.ts';
import { noise } from './noise.ts';

/** A stretch of a tone: seconds, then peak level in dBFS; −Infinity is silence. */
export type Segment = readonly [seconds: number, levelDbfs: number];

/** One channel of a sine whose level steps from segment to segment while its phase runs on. */
export function tone(sampleRate: number, segments: readonly Segment[], frequencyHz = 1000): Float64Array {
  const lengths = segments.map(([seconds]) => Math.round(seconds * sampleRate));
  const samples = new Float64Array(lengths.reduce((sum, length) => sum + length, 0));
  let start = 0;
  segments.forEach(([, levelDbfs], index) => {
    const end = start + lengths[index]!;
    const peak = dbToGain(levelDbfs);
    const step = (2 * Math.PI * frequencyHz) / sampleRate;
    if (peak > 0) for (let i = start; i < end; i++) samples[i] = peak * Math.sin(step * i);
    start = end;
  });
  return samples;
}

/** The same segments `times` over. */
export function repeated(segments: readonly Segment[], times: number): Segment[] {
  return Array.from({ length: times }, () => segments).flat();
}

/** A sine at a fraction of the sample rate, starting at a phase in degrees, with 10 ms fades at both ends. */
export function fadedTone(
  sampleRate: number,
  seconds: number,
  cyclesPerSample: number,
  phaseDegrees: number,
  peak: number,
): Float64Array {
  const frames = Math.round(seconds * sampleRate);
  const fade = 0.01 * sampleRate;
  return Float64Array.from({ length: frames }, (_, i) => {
    const gain = Math.min(1, i / fade, (frames - 1 - i) / fade);
    return gain * peak * Math.sin(2 * Math.PI * (cyclesPerSample * i + phaseDegrees / 360));
  });
}

/** A square wave sampled without any band limit: each edge is an intersample peak. */
export function square(sampleRate: number, seconds: number, frequencyHz: number): Float64Array {
  return Float64Array.from({ length: Math.round(seconds * sampleRate) }, (_, i) =>
    Math.sin((2 * Math.PI * frequencyHz * i) / sampleRate + 1e-9) < 0 ? -1 : 1,
  );
}

/** Bursts of a quarter of the sample rate at 45°, 100 ms on and 100 ms off: 3 dB between the samples. */
export function quarterRateBursts(sampleRate: number, seconds: number): Float64Array {
  return Float64Array.from({ length: Math.round(seconds * sampleRate) }, (_, i) =>
    Math.floor(i / (0.1 * sampleRate)) % 2 === 0 ? 0 : Math.sin((Math.PI * i) / 2 + Math.PI / 4),
  );
}

/** Four kicks a second, each with a burst of noise on top. */
export function kickAndNoise(sampleRate: number, seconds: number, seed = 1): Float64Array {
  const hiss = noise(Math.round(seconds * sampleRate), seed, 1.2);
  return hiss.map((value, i) => {
    const time = (i / sampleRate) % 0.25;
    return 3 * kick(time) + value * Math.exp(-time * 80);
  });
}

/** Two bars in four seconds: kick, saw bass, a detuned chord and hats, for one channel; seeds make channels differ. */
export function music(sampleRate: number, seconds: number, seed = 1): Float64Array {
  const hiss = noise(Math.round(seconds * sampleRate), seed);
  const detune = 1 + seed * 0.0007;
  return hiss.map((value, i) => {
    const time = i / sampleRate;
    const beat = time % 0.5;
    const bass =
      saw(55 * [1, 1.2, 0.9, 1.5][Math.floor(time / 2) % 4]!, time, 40) * Math.exp(-(time % 0.25) * 4);
    let chord = 0;
    for (const ratio of [4, 4.76, 5.99, 8.01]) chord += saw(55 * ratio * detune, time, 24);
    // Nothing at Nyquist, as after any converter.
    const hat = ((value + (hiss[i - 1] ?? 0)) / 2) * Math.exp(-((time + 0.25) % 0.5) * 60);
    return kick(beat) + 0.6 * bass + 0.12 * chord + 0.5 * hat;
  });
}

function kick(time: number): number {
  return Math.exp(-time * 30) * Math.sin(2 * Math.PI * (60 + 200 * Math.exp(-time * 40)) * time);
}

/** A sawtooth made of its first `harmonics` partials. */
function saw(frequencyHz: number, time: number, harmonics: number): number {
  let sum = 0;
  for (let h = 1; h <= harmonics; h++) sum += Math.sin(2 * Math.PI * frequencyHz * h * time) / h;
  return (2 / Math.PI) * sum;
}

/** The signal turned so that its true peak, read at 16×, is `levelDbtp`. */
export function atTruePeak(samples: Float64Array, levelDbtp: number): Float64Array {
  const gain = dbToGain(levelDbtp - truePeakDbtp([samples], 16));
  return samples.map((value) => value * gain);
}

/**
 * Everything in `samples` but DC and a sine of `frequencyHz`, relative to that sine, in dB (THD+N).
 * The frames should span whole cycles.
 */
export function distortionDb(samples: ArrayLike<number>, frequencyHz: number, sampleRate: number): number {
  const frames = samples.length;
  const step = (2 * Math.PI * frequencyHz) / sampleRate;
  let sine = 0;
  let cosine = 0;
  let dc = 0;
  for (let i = 0; i < frames; i++) {
    sine += (2 / frames) * samples[i] * Math.sin(step * i);
    cosine += (2 / frames) * samples[i] * Math.cos(step * i);
    dc += samples[i] / frames;
  }
  let rest = 0;
  for (let i = 0; i < frames; i++) {
    rest += (samples[i] - dc - sine * Math.sin(step * i) - cosine * Math.cos(step * i)) ** 2;
  }
  return 10 * Math.log10(rest / frames / ((sine * sine + cosine * cosine) / 2));
}
