import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { bell, filter, highPass, highShelf, lowPass } from '../signal/filter.ts';
import type { Random } from '../signal/random.ts';
import { resample } from '../signal/resample.ts';
import { framesIn, SAMPLE_RATE_HZ } from '../signal/sample-rate.ts';
import { decodeFlac } from '../files/flac.ts';

/** One drum: a soft and a hard recording, mono, at their own rate. */
export interface Drum {
  soft: Float32Array;
  hard: Float32Array;
  sampleRateHz: number;
  /** How many dB of top the drum gains from the softest to the hardest hit. */
  brightnessDb: number;
}

/** Recorded hits of the CC0 Sonic Pi sample set, by file name without extension. */
export async function loadDrum(softName: string, hardName: string, brightnessDb: number): Promise<Drum> {
  const soft = await loadSample(softName);
  const hard = await loadSample(hardName);
  return { soft: soft.samples, hard: hard.samples, sampleRateHz: hard.sampleRateHz, brightnessDb };
}

async function loadSample(name: string): Promise<{ samples: Float32Array; sampleRateHz: number }> {
  const main = createRequire(import.meta.url).resolve('supersonic-scsynth-samples');
  const { channels, sampleRateHz } = await decodeFlac(join(dirname(main), 'samples', `${name}.flac`));
  const samples = channels[0].map(
    (_, i) => channels.reduce((sum, channel) => sum + channel[i], 0) / channels.length,
  );
  return { samples, sampleRateHz };
}

/**
 * One hit. The two layers cross-fade with velocity, the top follows it, and no two hits share tuning and colour: a stick
 * never lands on the same spot twice.
 * @param velocity 0–1
 */
export function drumHit(drum: Drum, velocity: number, random: Random): Float32Array {
  const hardness = Math.min(1, Math.max(0, (velocity - 0.35) / 0.45));
  const softGain = 1.25 * Math.cos((hardness * Math.PI) / 2);
  const hardGain = Math.sin((hardness * Math.PI) / 2);
  const layered = Float32Array.from(
    { length: Math.max(drum.soft.length, drum.hard.length) },
    (_, i) => (drum.soft[i] ?? 0) * softGain + (drum.hard[i] ?? 0) * hardGain,
  );
  const tuning = 1 + random.between(-0.014, 0.014) + 0.006 * (velocity - 0.6);
  const hit = filter(
    resample(layered, (drum.sampleRateHz / SAMPLE_RATE_HZ) * tuning),
    bell(random.between(250, 900), 1, random.between(-2, 2)),
    bell(random.between(1200, 3000), 1.2, random.between(-3, 3)),
    bell(random.between(3000, 8000), 0.9, random.between(-2, 2)),
    highShelf(4000, (velocity - 0.8) * drum.brightnessDb),
  );
  addContact(hit, velocity, random);
  const gain = Math.pow(velocity, 1.5);
  return hit.map((x) => x * gain);
}

const CONTACT_SECONDS = 0.03;
/** Energy of the contact noise beside that of the hit's first 50 ms above 1 kHz. */
const CONTACT_SHARE = 0.12;

/** Stick or beater on the skin: a burst of noise that is never the same, in proportion to the drum's own top. */
function addContact(hit: Float32Array, velocity: number, random: Random): void {
  const noise = Float32Array.from(
    { length: framesIn(CONTACT_SECONDS) },
    (_, i) => random.normal() * Math.exp(-i / framesIn(random.between(0.0025, 0.006))),
  );
  const contact = filter(noise, highPass(1100), lowPass(3500 + 6000 * velocity));
  const top = filter(hit.subarray(0, framesIn(0.05)), highPass(1000));
  const gain = Math.sqrt((CONTACT_SHARE * energyOf(top)) / energyOf(contact));
  for (let i = 0; i < Math.min(contact.length, hit.length); i++) hit[i] += contact[i] * gain;
}

const energyOf = (samples: Float32Array): number => samples.reduce((sum, x) => sum + x * x, 0);
