import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { decodeFlac } from '../../../src/band/files/flac.ts';
import { bell, filter, highPass, lowPass } from '../../../src/band/signal/filter.ts';
import { frequencyHzFromMidi } from '../../../src/band/signal/pitch.ts';
import { createRandom } from '../../../src/band/signal/random.ts';
import { SAMPLE_RATE_HZ } from '../../../src/band/signal/sample-rate.ts';

/** A loop of the CC0 Sonic Pi samples, its frames taken as if they were at 48 kHz. */
export async function sampledLoop(name: string): Promise<Float32Array[]> {
  const main = createRequire(import.meta.url).resolve('supersonic-scsynth-samples');
  return (await decodeFlac(join(dirname(main), 'samples', `${name}.flac`))).channels;
}

/** Seconds of a note, of the hiss that starts it, and from one to the next. */
const NOTE_SECONDS = 0.75;
const HISS_SECONDS = 0.12;
const APART_SECONDS = 1;
const MIDIS = [62, 64, 67, 66, 62, 69, 71, 67, 64, 62];

/** Ten seconds of a crude singer in a quiet room: pulses with vibrato and flutter through two formants, each note after a hiss. */
export function crudeSinger(): Float32Array {
  const random = createRandom('crude singer');
  const frames = APART_SECONDS * MIDIS.length * SAMPLE_RATE_HZ;
  const pulses = new Float32Array(frames);
  const hiss = new Float32Array(frames);
  let phase = 0;
  let flutter = 0;
  for (let i = 0; i < frames; i++) {
    const note = Math.floor(i / SAMPLE_RATE_HZ / APART_SECONDS);
    const since = i / SAMPLE_RATE_HZ - note * APART_SECONDS;
    const sung = since - HISS_SECONDS;
    flutter += (random.normal() * 260 - flutter) * 0.002;
    const cents = 25 * Math.sin(2 * Math.PI * 5.5 * sung) + 12 * Math.sin(note * 2) + flutter;
    phase += frequencyHzFromMidi(MIDIS[note] + cents / 100) / SAMPLE_RATE_HZ;
    if (sung < 0) hiss[i] = random.normal() * 0.2 * Math.sin((Math.PI * since) / HISS_SECONDS);
    else if (sung < NOTE_SECONDS)
      pulses[i] = (1 - 2 * (phase % 1)) * 0.2 * Math.sin((Math.PI * sung) / NOTE_SECONDS);
    pulses[i] = pulses[i] + random.normal() * 4e-4;
  }
  const vowels = filter(pulses, bell(750, 4, 12), bell(1250, 5, 10), lowPass(6500));
  const fricatives = filter(hiss, highPass(5000), lowPass(9000));
  return vowels.map((x, i) => x + fricatives[i]);
}
