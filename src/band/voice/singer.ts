import { createRandom } from '../signal/random.ts';
import { framesIn } from '../signal/sample-rate.ts';
import { breathNoise } from './breath-noise.ts';
import { express } from './expression.ts';
import { glottalPulses } from './glottal-pulses.ts';
import type { HtsVoice } from './hts-voice.ts';
import { alignPhrase } from './phrase-alignment.ts';
import type { SingingStyle, SungPhone, Syllable } from './phrase.ts';
import { pitchContour } from './pitch-contour.ts';
import type { SpokenLine } from './spoken-line.ts';
import { logSpectraOf } from './vocal-tract.ts';

/** A sung phrase, and when each of its phones sounds. */
export interface SungPhrase {
  samples: Float32Array;
  phones: SungPhone[];
}

/** The voice's model works in 16-bit sample values. */
const MODEL_FULL_SCALE = 32768;

/**
 * Sing a line: its spoken spectra are stretched onto the score's rhythm, and a source of pulses and noise at the score's pitch is
 * filtered by them. Syllable times count from the start of the phrase.
 */
export function sing(
  voice: HtsVoice,
  line: SpokenLine,
  syllables: readonly Syllable[],
  durationSeconds: number,
  style: SingingStyle,
): SungPhrase {
  const random = createRandom(style.seed);
  const frames = framesIn(durationSeconds);
  const phones = alignPhrase(line, syllables, style, random);
  const cents = pitchContour(syllables, phones, durationSeconds, style, random);
  const expression = express(line, syllables, phones, durationSeconds, style, random);
  const spectra = logSpectraOf(voice, expression, style.formantScale);
  const tone = glottalPulses(spectra, expression, cents, frames, style, random);
  const breath = breathNoise(spectra, expression, frames, style, random);
  // Air flows while the folds are open, so breath pulses with them.
  const samples = tone.samples.map((x, i) => {
    const flow = 0.75 + 0.55 * Math.cos(2 * Math.PI * tone.cycle[i]);
    return (x + breath.unvoiced[i] + breath.voiced[i] * flow) / MODEL_FULL_SCALE;
  });
  return { samples, phones };
}
