/** Lines of a feedback delay network: 4 × 4, so that the mixing matrix is two passes of four. */
export const LINES = 16;

/** Lengths and signs of a network's lines, the same for the same seed. */
export interface FeedbackLines {
  /** Whole samples, different primes. */
  readonly delaySamples: Int32Array;
  /** +1 or −1. */
  readonly signs: Float64Array;
}

/**
 * Sixteen lengths between two times, each somewhere in its own sixteenth of the span (equal ratios) and then raised to
 * the next prime, so that echoes coincide as late as they can (M. R. Schroeder, "Natural sounding artificial
 * reverberation", JAES 10(3), 1962). Signs at random keep the lines' first echoes from adding up to a tone.
 */
export function feedbackLines(
  shortestMs: number,
  longestMs: number,
  seed: number,
  sampleRate: number,
): FeedbackLines {
  const delaySamples = new Int32Array(LINES);
  const signs = new Float64Array(LINES);
  let state = seed >>> 0;
  const random = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
  for (let i = 0; i < LINES; i++) {
    const place = (i + 0.15 + 0.7 * random()) / LINES;
    const delayMs = shortestMs * Math.pow(longestMs / shortestMs, place);
    delaySamples[i] = nextPrime((delayMs / 1000) * sampleRate);
    signs[i] = random() < 0.5 ? -1 : 1;
  }
  shuffle(delaySamples, random);
  return { delaySamples, signs };
}

/** In place (R. Durstenfeld 1964), so that long and short lines meet both inputs. */
function shuffle(values: Int32Array, random: () => number): void {
  for (let i = values.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const value = values[i];
    values[i] = values[j];
    values[j] = value;
  }
}

function nextPrime(from: number): number {
  let candidate = Math.ceil(from) | 1;
  while (!isPrime(candidate)) candidate += 2;
  return candidate;
}

function isPrime(odd: number): boolean {
  for (let divisor = 3; divisor * divisor <= odd; divisor += 2) if (odd % divisor === 0) return false;
  return true;
}
