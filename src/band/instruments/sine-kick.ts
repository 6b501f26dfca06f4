import { framesIn, SAMPLE_RATE_HZ } from '../signal/sample-rate.ts';
import { shapeWave } from '../signal/waveshaper.ts';

/** A bass drum made of one sine that falls in pitch, and the tick of a beater. */
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
  /** Level of the beater's tick, beside a body of 1: what small speakers play of a kick. */
  tick: number;
}

const PUNCH_FALL_SECONDS = 0.014;
/** What the hit adds to the level of the body, while it lasts. */
const PUNCH_GAIN = 1.5;
const CLICK_FALL_SECONDS = 0.0014;
const ATTACK_SECONDS = 0.0008;
/** Two damped sines, neither of them near a multiple of the other. */
const TICKS = [
  { frequencyHz: 2600, fallSeconds: 0.0012 },
  { frequencyHz: 5700, fallSeconds: 0.0008 },
];
const TICK_ATTACK_SECONDS = 0.0004;
const TICK_SECONDS = 0.02;
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
      (1 + PUNCH_GAIN * Math.exp(-seconds / PUNCH_FALL_SECONDS)) *
      Math.exp((-NEPERS_PER_60_DB * seconds) / kick.decaySeconds);
    const sample = level * Math.sin(2 * Math.PI * cycles);
    cycles += frequencyHz / SAMPLE_RATE_HZ;
    return sample;
  });
  const shaped = shapeWave(body, (x) => Math.tanh(kick.drive * x));
  for (let i = 0; i < framesIn(TICK_SECONDS); i++) {
    shaped[i] = shaped[i] + kick.tick * tickAt(i / SAMPLE_RATE_HZ);
  }
  return shaped;
}

/** Raised cosines in and out, so that it stays below half the sample rate. */
function tickAt(seconds: number): number {
  const rise = 0.5 - 0.5 * Math.cos(Math.PI * Math.min(1, seconds / TICK_ATTACK_SECONDS));
  const close = 0.5 + 0.5 * Math.cos((Math.PI * seconds) / TICK_SECONDS);
  return TICKS.reduce(
    (sum, { frequencyHz, fallSeconds }) =>
      sum + rise * close * Math.exp(-seconds / fallSeconds) * Math.sin(2 * Math.PI * frequencyHz * seconds),
    0,
  );
}
