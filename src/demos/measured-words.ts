import { BANDS, bandHz, type DeviceLap, type LapAnalysis } from '../analysis/lap-analysis.ts';
import { devicesOf, type MixSpec } from '../dsp/mix-spec.ts';
import type { Demo } from './demo.ts';
import { loudAndQuiet } from './loud-and-quiet.ts';

/** Regions of pitch as engineers call them, in Hz. */
export const REGIONS = [
  { name: 'rumble', words: 'below 60 Hz', fromHz: 0, toHz: 60 },
  { name: 'bass', words: '60–200 Hz', fromHz: 60, toHz: 200 },
  { name: 'mud', words: '200–500 Hz', fromHz: 200, toHz: 500 },
  { name: 'middle', words: '500 Hz – 2 kHz', fromHz: 500, toHz: 2000 },
  { name: 'presence', words: '2–5 kHz', fromHz: 2000, toHz: 5000 },
  { name: 'edge', words: '5–8 kHz', fromHz: 5000, toHz: 8000 },
  { name: 'air', words: 'above 8 kHz', fromHz: 8000, toHz: Infinity },
] as const;

/** Smaller differences are not told: bands and peaks in dB, loudness range in LU, correlation. */
const TOLD = { regionDb: 1, peaksDb: 1.5, rangeLu: 1, correlation: 0.08, reductionDb: 0.75 };
/** A region that holds less than this of the whole is not heard for what it is, in dB. */
const HEARD_REGION_DB = -45;

/** How a region's level differs at equal loudness, in dB: > 0 where the second has more. */
export function regionDifferences(
  from: LapAnalysis,
  to: LapAnalysis,
): { readonly name: string; readonly words: string; readonly db: number }[] {
  const matchDb = from.integratedLufs - to.integratedLufs;
  return REGIONS.filter(
    (region) =>
      Math.max(regionDb(from, region) - totalDb(from), regionDb(to, region) - totalDb(to)) > HEARD_REGION_DB,
  ).map((region) => ({
    name: region.name,
    words: region.words,
    db: regionDb(to, region) + matchDb - regionDb(from, region),
  }));
}

/** One or two sentences of what the second mix does otherwise than the first, measured over the loop at equal loudness. */
export function measuredWords(demo: Demo, spec: MixSpec, from: LapAnalysis, to: LapAnalysis): string[] {
  const told = regionDifferences(from, to)
    .filter(({ db }) => Math.abs(db) >= TOLD.regionDb)
    .sort((a, b) => Math.abs(b.db) - Math.abs(a.db))
    .slice(0, 3)
    .map(({ name, words, db }) => `${decibels(db)} ${db > 0 ? 'more' : 'less'} ${name} (${words})`);
  const regions = told.length > 0 ? [`At equal loudness there is ${joined(told)}.`] : [];
  const movement = [reductionWords(demo, spec, to), ...dynamicsWords(from, to)].filter(
    (words) => words !== '',
  );
  const dynamics = movement.length > 0 ? [`${capital(movement.slice(0, 3).join('; '))}.`] : [];
  if (regions.length + dynamics.length === 0)
    return [
      'At equal loudness no region of pitch differs by as much as 1 dB, and loud and quiet lie as far apart.',
    ];
  return [...dynamics, ...regions];
}

/** "the vocal compressor turns loud lines down 14 dB and quiet ones 3 dB". */
function reductionWords(demo: Demo, spec: MixSpec, { devices }: LapAnalysis): string {
  const device = devicesOf(spec).find(({ id, bypassed }) => id === demo.gainReductionOf && !bypassed);
  const lap = device && devices.get(device.id);
  const reduction = lap && loudAndQuiet(lap);
  if (!device || !reduction) return '';
  const moments = /vocal|voice|harmony|double/i.test(device.name) ? 'lines' : 'moments';
  const name = `the ${device.name[0].toLowerCase()}${device.name.slice(1)}`;
  const deepest = deepestDb(lap);
  if (deepest < TOLD.reductionDb) return `${name} hardly moves`;
  // It goes by the share of hiss, not by the level.
  if (device.type === 'deEsser')
    return `${name} turns the hiss down by up to ${decibels(deepest)}, and rests for ${restPercent(lap)} of the time`;
  if (reduction.loudDb < TOLD.reductionDb)
    return `${name} catches single peaks, by ${decibels(deepest)} at most`;
  const quiet =
    reduction.quietDb < TOLD.reductionDb
      ? 'leaves quiet ones alone'
      : `quiet ones ${decibels(reduction.quietDb)}`;
  return `${name} turns loud ${moments} down ${decibels(reduction.loudDb)} and ${quiet}`;
}

function restPercent({ reductionDb }: DeviceLap): string {
  const rests = reductionDb.filter((db) => db < TOLD.reductionDb).length;
  return `${Math.round((100 * rests) / reductionDb.length)}\u00a0%`;
}

function deepestDb({ reductionDb }: DeviceLap): number {
  return reductionDb.reduce((deepest, db) => Math.max(deepest, db), 0);
}

function dynamicsWords(from: LapAnalysis, to: LapAnalysis): string[] {
  const words: string[] = [];
  const [peaksBefore, peaksNow] = [from, to].map(
    ({ truePeakDbtp, integratedLufs }) => truePeakDbtp - integratedLufs,
  );
  if (Math.abs(peaksNow - peaksBefore) >= TOLD.peaksDb)
    words.push(`peaks stand ${decibels(peaksNow)} above the loudness instead of ${decibels(peaksBefore)}`);
  if (Math.abs(to.loudnessRangeLu - from.loudnessRangeLu) >= TOLD.rangeLu)
    words.push(
      `loud and quiet parts lie ${to.loudnessRangeLu.toFixed(1)} instead of ${from.loudnessRangeLu.toFixed(1)}\u00a0LU apart`,
    );
  const [before, now] = [from, to].map(({ correlation }) => meanOf(correlation));
  if (Math.abs(now - before) >= TOLD.correlation)
    words.push(
      `it is ${now < before ? 'wider' : 'narrower'} (correlation ${now.toFixed(2)} instead of ${before.toFixed(2)})`.replaceAll(
        '-',
        '−',
      ),
    );
  return words;
}

/** Level of a region of the spectrum, in dBFS. */
function regionDb(
  { averageSpectrumDb }: LapAnalysis,
  { fromHz, toHz }: { fromHz: number; toHz: number },
): number {
  let power = 0;
  for (let band = 0; band < BANDS; band++)
    if (bandHz(band) >= fromHz && bandHz(band) < toHz) power += 10 ** (averageSpectrumDb[band] / 10);
  return 10 * Math.log10(power);
}

function totalDb(lap: LapAnalysis): number {
  return regionDb(lap, { fromHz: 0, toHz: Infinity });
}

/** Mean of the moments that are not silent. */
function meanOf(values: Float32Array): number {
  const known = values.filter((value) => !Number.isNaN(value));
  return known.reduce((sum, value) => sum + value, 0) / Math.max(1, known.length);
}

/** Whole decibels from three on, tenths below. */
function decibels(db: number): string {
  const size = Math.abs(db);
  return `${size >= 3 ? Math.round(size) : size.toFixed(1)}\u00a0dB`;
}

function joined(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

function capital(text: string): string {
  return text[0].toUpperCase() + text.slice(1);
}
