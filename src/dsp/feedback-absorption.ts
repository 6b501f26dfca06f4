/** Where a reverberation time is stated: the middle of the band, as ISO 3382-1 has it. */
export const REFERENCE_HZ = 1000;

/** The lowest frequencies ring at most this many times as long as REFERENCE_HZ, however dark the rest. */
const LONGEST_BASS_RATIO = 1.25;

/** Losses of one line of a feedback delay network for each pass: y[n] = gain · x[n] + pole · y[n − 1]. */
export interface Absorption {
  readonly gain: number;
  /** 0 ≤ pole < 1: a low-pass. */
  readonly pole: number;
}

/**
 * The loss that gives a line of `delaySamples` its share of a decay of `decaySeconds` (RT60) at 1 kHz, and half that
 * decay at `dampingHz` (at least twice 1 kHz).
 *
 * J.-M. Jot & A. Chaigne, "Digital delay networks for designing artificial reverberators", 90th AES Convention, 1991:
 * lines whose losses in dB are in proportion to their lengths all decay at one rate. They approximate the pole; here it
 * is solved for, so that 1 kHz is exact. No frequency is passed at a gain of 1 or more, so the network is stable.
 * Where one pole is not steep enough for half the decay at `dampingHz`, the bass ratio is kept and the treble rings longer.
 */
export function designAbsorption(
  delaySamples: number,
  decaySeconds: number,
  dampingHz: number,
  sampleRate: number,
): Absorption {
  const passLossDb = (60 * delaySamples) / (decaySeconds * sampleRate);
  const reference = cosineAt(REFERENCE_HZ, sampleRate);
  const forTreble = poleFor(passLossDb, reference, cosineAt(dampingHz, sampleRate));
  const forBass = poleFor(passLossDb * (1 - 1 / LONGEST_BASS_RATIO), 1, reference);
  const pole = Math.min(forTreble, forBass);
  return { pole, gain: Math.pow(10, -passLossDb / 20) * Math.sqrt(polePower(pole, reference)) };
}

/** Power gain of an absorption at a frequency. */
export function absorptionPower({ gain, pole }: Absorption, frequencyHz: number, sampleRate: number): number {
  return (gain * gain) / polePower(pole, cosineAt(frequencyHz, sampleRate));
}

function cosineAt(frequencyHz: number, sampleRate: number): number {
  return Math.cos((2 * Math.PI * Math.min(frequencyHz, 0.49 * sampleRate)) / sampleRate);
}

/** |1 − pole · e^(−jω)|² */
function polePower(pole: number, cosine: number): number {
  return 1 - 2 * pole * cosine + pole * pole;
}

/** The pole of a one-pole low-pass that loses `lossDb` from one frequency to a higher one; 1 when none does. */
function poleFor(lossDb: number, nearCosine: number, farCosine: number): number {
  const kept = Math.pow(10, -lossDb / 10);
  // (1 − kept) p² − 2 (near − kept · far) p + (1 − kept) = 0
  const b = (nearCosine - kept * farCosine) / (1 - kept);
  return b > 1 ? b - Math.sqrt(b * b - 1) : 1;
}
