import { framesIn, SAMPLE_RATE_HZ } from '../signal/sample-rate.ts';
import { shapeWave } from '../signal/waveshaper.ts';

/** A bass drum made of one sine that falls in pitch. */
export interface SineKick {
  /** Where the pitch settles. */
  bodyHz: number;
  /** How far above that it starts: the punch, then the click of the beater. */
  punchHz: number;
  clickHz: number;
  /** Time to fall by 60 dB. */
  decaySeconds: number;
  /** How hard it saturates. */
  drive: number;
}

const PUNCH_FALL_SECONDS = 0.022;
const CLICK_FALL_SECONDS = 0.0022;
const ATTACK_SECONDS = 0.0008;
/** ln 1000: 60 dB in nepers. */
const NEPERS_PER_60_DB = 6.908;

/**
 * A damped resonator whose pitch drops after the hit, as in analogue drum machines (Werner, Abel & Smith, "A physically-informed,
 * circuit-bendable, digital model of the Roland TR-808 bass drum circuit", DAFx 2014), then saturated at four times the sample rate.
 */
export function sineKick(kick: SineKick): Float32Array {
  const frames = framesIn(kick.decaySeconds);
  let cycles = 0;
  const body = Float32Array.from({ length: frames }, (_, i) => {
    const seconds = i / SAMPLE_RATE_HZ;
    const frequencyHz =
      kick.bodyHz +
      kick.punchHz * Math.exp(-seconds / PUNCH_FALL_SECONDS) +
      kick.clickHz * Math.exp(-seconds / CLICK_FALL_SECONDS);
    const level =
      Math.min(1, seconds / ATTACK_SECONDS) *
      Math.min(1, (frames - i) / framesIn(0.03)) *
      Math.exp((-NEPERS_PER_60_DB * seconds) / kick.decaySeconds);
    const sample = level * Math.sin(2 * Math.PI * cycles);
    cycles += frequencyHz / SAMPLE_RATE_HZ;
    return sample;
  });
  return shapeWave(body, (x) => Math.tanh(kick.drive * x));
}
