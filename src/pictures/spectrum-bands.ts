import { BANDS, bandHz, PICTURES_PER_SECOND, type LapAnalysis } from '../analysis/lap-analysis.ts';

/** Music loses about this much per octave, measured per hertz; drawn with it added, a balanced song looks level. */
export const TILT_DB_PER_OCTAVE = 4.5;
/** The frequency that the tilt leaves alone. */
export const TILT_PIVOT_HZ = 1000;
/** Bands of equal width in octaves take in twice the hertz with each octave, which tilts them by this much already. */
const BAND_TILT_DB_PER_OCTAVE = 10 * Math.log10(2);
/** What is left to add. */
export const ADDED_TILT_DB_PER_OCTAVE = TILT_DB_PER_OCTAVE - BAND_TILT_DB_PER_OCTAVE;

/** How fast a band's bar follows a rise and a fall: time constants of its power. */
export const ATTACK_SECONDS = 0.03;
export const RELEASE_SECONDS = 0.3;

/** A third of an octave is four bands: three whole ones and half of each neighbour. */
const THIRD_OCTAVE = [0.5, 1, 1, 1, 0.5];
const REACH = (THIRD_OCTAVE.length - 1) / 2;
const FLOOR_POWER = 1e-12;

/** What is added to a band's level to draw it, in dB. */
export const TILT_DB: Float32Array = Float32Array.from(
  { length: BANDS },
  (_, band) => ADDED_TILT_DB_PER_OCTAVE * Math.log2(bandHz(band) / TILT_PIVOT_HZ),
);

/** A lap's spectra as they are drawn: levels of third octaves around each band, tilted, in dB. */
export interface DrawnSpectra {
  readonly moments: number;
  /** `moments` × BANDS, smoothed in time, one every 1 / PICTURES_PER_SECOND. */
  readonly momentsDb: Float32Array;
  /** BANDS levels over the whole lap. */
  readonly averageDb: Float32Array;
  readonly highestDb: number;
}

/** One lap's spectra, smoothed: computed once for each lap, then only looked up. */
export function drawnSpectra(lap: LapAnalysis): DrawnSpectra {
  const moments = Math.floor(lap.spectraDb.length / BANDS);
  const momentsDb = new Float32Array(moments * BANDS);
  const power = new Float64Array(BANDS);
  const held = new Float64Array(BANDS);
  // Twice around: the first lap brings the smoothing to where the loop's end leaves it.
  for (let step = 0; step < 2 * moments; step++) {
    const from = (step % moments) * BANDS;
    thirdOctaves(lap.spectraDb, from, power);
    for (let band = 0; band < BANDS; band++) held[band] = followed(held[band], power[band]);
    if (step >= moments)
      for (let band = 0; band < BANDS; band++) momentsDb[from + band] = drawn(held[band], band);
  }
  thirdOctaves(lap.averageSpectrumDb, 0, power);
  const averageDb = Float32Array.from(power, drawn);
  const highestDb = momentsDb.reduce((highest, db) => Math.max(highest, db), -120);
  return { moments, momentsDb, averageDb, highestDb };
}

/** One step of 1 / PICTURES_PER_SECOND towards a band's power, fast upwards and slowly down. */
export function followed(held: number, power: number): number {
  const seconds = power > held ? ATTACK_SECONDS : RELEASE_SECONDS;
  return power + (held - power) * Math.exp(-1 / (PICTURES_PER_SECOND * seconds));
}

/** The spectrum of a moment, between the two nearest that are known; of the whole lap where seconds is null. */
export function spectrumAt(spectra: DrawnSpectra, seconds: number | null, into: Float32Array): void {
  if (seconds === null || spectra.moments === 0) {
    into.set(spectra.averageDb);
    return;
  }
  const at = Math.max(0, seconds) * PICTURES_PER_SECOND;
  const earlier = Math.floor(at) % spectra.moments;
  const later = (earlier + 1) % spectra.moments;
  const share = at - Math.floor(at);
  for (let band = 0; band < BANDS; band++) {
    const from = spectra.momentsDb[earlier * BANDS + band];
    into[band] = from + share * (spectra.momentsDb[later * BANDS + band] - from);
  }
}

/** Power of the third octave around each band; at the ends of the range, of as much of it as there is. */
export function thirdOctaves(bandsDb: Float32Array, from: number, into: Float64Array): void {
  for (let band = 0; band < BANDS; band++) {
    let sum = 0;
    for (let i = -REACH; i <= REACH; i++) {
      const other = band + i;
      if (other >= 0 && other < BANDS) sum += THIRD_OCTAVE[i + REACH] * 10 ** (bandsDb[from + other] / 10);
    }
    into[band] = sum;
  }
}

function drawn(power: number, band: number): number {
  return 10 * Math.log10(Math.max(FLOOR_POWER, power)) + TILT_DB[band];
}
