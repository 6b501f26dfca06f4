import { biquadGainDb, BUTTERWORTH_Q, COEFFICIENTS, designBiquad, type BiquadShape } from './biquad.ts';
import { kWeighting } from './k-weighting.ts';

interface Band {
  readonly shape: BiquadShape;
  readonly frequencyHz: number;
  readonly gainDb: number;
  readonly q: number;
}

/** What a playback system does to a stereo signal. */
export interface PlaybackSystem {
  readonly name: string;
  readonly bands: readonly Band[];
  /** What is left of the difference between the sides: 1 = stereo, 0 = mono. */
  readonly sideGain: number;
  /** Below this the sides are one, with a second-order slope; 0 = nowhere. */
  readonly monoBelowHz: number;
}

const band = (shape: BiquadShape, frequencyHz: number, gainDb = 0, q = BUTTERWORTH_Q): Band => ({
  shape,
  frequencyHz,
  gainDb,
  q,
});

/** Fourth-order Butterworth: two second-order sections with these Q. */
const FOURTH_ORDER_Q = [1 / (2 * Math.cos(Math.PI / 8)), 1 / (2 * Math.cos((3 * Math.PI) / 8))] as const;
const steepHighPass = (frequencyHz: number): Band[] =>
  FOURTH_ORDER_Q.map((q) => band('highPass', frequencyHz, 0, q));

const stereo = { sideGain: 1, monoBelowHz: 0 };

/**
 * Where music is heard, as bands and width; levels in the comments are against 1 kHz. They are types, not makes: figures
 * with a source have it beside them, everything else is judgement. All are linear: no loudspeaker's distortion and no
 * maker's compressor is modelled.
 */
export const PLAYBACK_SYSTEMS: readonly PlaybackSystem[] = [
  { name: 'Studio', bands: [], ...stereo },
  {
    // −3 dB at 477 Hz and 12.8 kHz. Tweeters of 19 mm resonate at 760–970 Hz with Q 0.65–1.2 (data sheets of Vifa
    // XT19TD00 and XT19NC30); a phone's driver is as small and lifted by its amplifier. The rest is judgement. Mono: even
    // with two drivers they stand 15 cm apart at arm's length.
    name: 'Phone',
    bands: [
      band('highPass', 550, 0, 1),
      band('highPass', 200),
      band('bell', 3500, 4, 1),
      band('lowPass', 14000),
    ],
    sideGain: 0,
    monoBelowHz: 0,
  },
  {
    // −3 dB at 300 Hz and 11.1 kHz. Measured: flat from 300 Hz and a sharp fall below (Inspiron E1505,
    // danmarx.org/blog/?p=263); a quick fall below 400 Hz and less above 7 kHz (Framework,
    // community.frame.work/t/speakers-sound-quality/1078/34). Half the width is judgement: ±13° instead of ±30°.
    name: 'Laptop',
    bands: [...steepHighPass(300), band('highShelf', 9000, -4)],
    sideGain: 0.5,
    monoBelowHz: 0,
  },
  {
    // −3 dB at 93 Hz and 14.8 kHz. Buds that do not seal: a leak of 1 mm was measured to take 14 dB at
    // 125 Hz, one of 0.5 mm less (E. Carmichael, "Earphone tests: what about the low frequencies", 2021). The peak near
    // 3 kHz is judgement.
    name: 'Earbuds',
    bands: [band('highPass', 90), band('bell', 3000, 3, 1.2), band('highShelf', 10000, -3)],
    ...stereo,
  },
  {
    // +6.4 dB at 60 Hz. Bass up, as measured cars agree on (F. Toole, "The measurement and calibration of sound
    // reproducing systems", JAES 63(7/8), 2015, §4.2); the cabin itself gives 10–12 dB at 30 Hz. Where the shelves lie is
    // judgement.
    name: 'Car',
    bands: [
      band('highPass', 30),
      band('lowShelf', 90, 8),
      band('bell', 300, -2, 1),
      band('highShelf', 8000, -3),
    ],
    ...stereo,
  },
  {
    // +7.3 dB at 60 Hz, −3 dB at 22 Hz. Even from 20 kHz to 200 Hz, then tilted up ("Critical crossover",
    // prosoundweb.com); subwoofers in mono below 120 Hz, little below 30 Hz. How far the tilt goes is judgement.
    name: 'Club',
    bands: [...steepHighPass(30), band('lowShelf', 110, 8), band('highShelf', 12000, -2)],
    sideGain: 1,
    monoBelowHz: 120,
  },
  { name: 'Mono', bands: [], sideGain: 0, monoBelowHz: 0 },
];

/** Coefficients of a system's bands, COEFFICIENTS for each. */
export function playbackCoefficients({ bands }: PlaybackSystem, sampleRate: number): Float64Array {
  const coefficients = new Float64Array(bands.length * COEFFICIENTS);
  bands.forEach(({ shape, frequencyHz, gainDb, q }, i) =>
    designBiquad(coefficients, i * COEFFICIENTS, shape, sampleRate, frequencyHz, gainDb, q),
  );
  return coefficients;
}

/**
 * Gain in dB that makes pink noise in the middle of the picture as loud through the system as before it, by K-weighting
 * (ITU-R BS.1770-5), so that systems compare by their balance.
 */
export function playbackMatchDb(coefficients: Float64Array, sampleRate: number): number {
  const [b0, b1, b2, a1, a2, c1, c2] = kWeighting(sampleRate);
  const weighting = Float64Array.of(b0, b1, b2, a1, a2, 1, -2, 1, c1, c2);
  let before = 0;
  let after = 0;
  // Pink noise has the same energy in every step of a logarithmic scale.
  for (let frequencyHz = 20; frequencyHz < Math.min(20000, sampleRate / 2); frequencyHz *= 1.02) {
    const heardDb = cascadeDb(weighting, sampleRate, frequencyHz);
    before += Math.pow(10, heardDb / 10);
    after += Math.pow(10, (heardDb + cascadeDb(coefficients, sampleRate, frequencyHz)) / 10);
  }
  return 10 * Math.log10(before / after);
}

/**
 * Gain in dB that a system has at a frequency for sound in the middle of the picture, matched in loudness: from the
 * coefficients that process it, for a picture of what is heard.
 *
 * @param system place in PLAYBACK_SYSTEMS
 */
export function playbackCurveDb(system: number, frequencyHz: number, sampleRate: number): number {
  const coefficients = playbackCoefficients(PLAYBACK_SYSTEMS[system], sampleRate);
  return cascadeDb(coefficients, sampleRate, frequencyHz) + playbackMatchDb(coefficients, sampleRate);
}

function cascadeDb(coefficients: Float64Array, sampleRate: number, frequencyHz: number): number {
  let gainDb = 0;
  for (let offset = 0; offset < coefficients.length; offset += COEFFICIENTS)
    gainDb += biquadGainDb(coefficients, offset, sampleRate, frequencyHz);
  return gainDb;
}
