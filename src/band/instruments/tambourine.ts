import { filter, highPass, highShelf } from '../signal/filter.ts';
import type { Random } from '../signal/random.ts';
import { framesIn, SAMPLE_RATE_HZ } from '../signal/sample-rate.ts';

const JINGLES = 16;
const MODES_PER_JINGLE = 5;
const STROKE_SECONDS = 0.32;
/** Jingles meet again and again while they come to rest: how many times, and over how long. */
const CLASHES = 5;
const SETTLE_SECONDS = 0.07;

/**
 * One stroke of a tambourine: pairs of small brass discs clash a few times, each ringing in inharmonic modes between
 * 4 and 13 kHz (after Cook 1997, "Physically informed sonic modeling", with the modes rung one by one).
 *
 * @param velocity 0–1: harder strokes clash more often and ring brighter
 */
export function tambourineStroke(velocity: number, random: Random): Float32Array {
  const strength = Math.min(1, Math.max(0.1, velocity));
  const out = new Float32Array(framesIn(STROKE_SECONDS));
  for (let jingle = 0; jingle < JINGLES; jingle++) {
    const pitch = random.between(0.88, 1.12);
    const clashes = 1 + Math.round(CLASHES * strength * random.uniform());
    for (let clash = 0; clash < clashes; clash++) {
      const start = framesIn(SETTLE_SECONDS * random.uniform() ** 2 * (clash === 0 ? 0.15 : 1));
      const level = strength ** 1.4 * (clash === 0 ? 1 : random.between(0.2, 0.6));
      for (let mode = 0; mode < MODES_PER_JINGLE; mode++)
        ring(out, start, pitch * random.between(4200, 12_500), level / (1 + 0.5 * mode), random);
    }
  }
  return filter(out, highPass(3200), highShelf(9000, 6 * (strength - 0.7)));
}

function ring(out: Float32Array, start: number, frequencyHz: number, level: number, random: Random): void {
  const decay = framesIn(random.between(0.012, 0.05) * (6000 / frequencyHz) ** 0.4);
  const step = (2 * Math.PI * frequencyHz) / SAMPLE_RATE_HZ;
  const phase = random.between(0, 2 * Math.PI);
  for (let i = 0; start + i < out.length && i < 7 * decay; i++)
    out[start + i] += 0.02 * level * Math.exp(-i / decay) * Math.sin(phase + step * i);
}
