import { madeStems, NOISE_SEED, type MadeStems } from './made-stems.ts';
import { PINK_NOISE_SECONDS, pinkNoise } from './pink-noise.ts';

/** Every test signal is a loop of this length; whole cycles of each tone go into it. */
export const CHECK_SECONDS = 4;

/** Low tones from easy to hard, high ones as well, in Hz. */
export const LOW_TONES_HZ = [150, 100, 80, 60, 40] as const;
export const HIGH_TONES_HZ = [10_000, 12_000, 14_000, 16_000] as const;
/** The tone that is compared in and out of phase (K. Woods and others, Attention, Perception & Psychophysics 79, 2017). */
export const PHASE_TONE_HZ = 200;

/** Gentle ones: low tones need more to be heard as loud, high ones would sting. */
const LOW_DBFS = -14;
const HIGH_DBFS = -26;
const PHASE_DBFS = -18;

export function toneId(hz: number): string {
  return `tone-${hz}`;
}

/** Noise for the sides, tones for the ends of hearing, and a tone in and out of phase. */
export function playbackCheckStems(sampleRate: number): MadeStems {
  const frames = CHECK_SECONDS * sampleRate;
  const tone = (hz: number, dbfs: number): Float32Array => sine(frames, hz, dbfs, sampleRate);
  const single = (hz: number, dbfs: number) => ({ name: `${hz} Hz`, channels: [tone(hz, dbfs)] });
  const phase = tone(PHASE_TONE_HZ, PHASE_DBFS);
  return madeStems('playback-check', 'Playback check', sampleRate, {
    noise: { name: 'Noise', channels: [halfOf(pinkNoise(sampleRate, NOISE_SEED), sampleRate)] },
    ...Object.fromEntries(LOW_TONES_HZ.map((hz) => [toneId(hz), single(hz, LOW_DBFS)])),
    ...Object.fromEntries(HIGH_TONES_HZ.map((hz) => [toneId(hz), single(hz, HIGH_DBFS)])),
    'in-phase': { name: 'Tone in phase', channels: [phase, phase] },
    'out-of-phase': { name: 'Tone out of phase', channels: [phase, phase.map((sample) => -sample)] },
  });
}

function sine(frames: number, hz: number, dbfs: number, sampleRate: number): Float32Array {
  const amplitude = 10 ** (dbfs / 20);
  return Float32Array.from(
    { length: frames },
    (_, i) => amplitude * Math.sin((2 * Math.PI * hz * i) / sampleRate),
  );
}

/** The first half of the noise and its second half, with equal power, are half as long and still a loop. */
function halfOf(noise: Float32Array, sampleRate: number): Float32Array {
  const frames = (PINK_NOISE_SECONDS / 2) * sampleRate;
  return Float32Array.from({ length: frames }, (_, i) => {
    const angle = (Math.PI / 2) * (i / frames);
    return noise[i] * Math.sin(angle) + noise[frames + i] * Math.cos(angle);
  });
}
