import { bounceSpec } from '../../../src/demos/bounce-spec.ts';
import type { Measured, MeasureName } from '../../../src/demos/claim.ts';
import { songAudio } from '../../../src/demos/song-audio.ts';
import { only, without } from '../../../src/demos/variation.ts';
import type { DeviceType } from '../../../src/dsp/device-types.ts';
import { measureLoudness } from '../../../src/dsp/loudness.ts';
import { withMatch, type MixSpec } from '../../../src/dsp/mix-spec.ts';
import { truePeakDbtp } from '../../../src/dsp/true-peak.ts';
import { bandDb, longTermSpectrum } from '../../band/measures/long-term-spectrum.ts';
import { framePowers, monoOf, powerDb } from '../../band/measures/frame-power.ts';
import { correlation } from '../../band/measures/stereo-correlation.ts';
import { lineSpreadLu, loudnessOf, monoLossLu, spreadOfLinesLu, type Stereo } from '../../mixes/measures.ts';
import { asRecorded, distortionDb, latenessMs, withoutReturns } from './against-take.ts';
import { turnedWithWhole } from './common-gain.ts';
import { directAboveEchoesDb } from './direct-sound.ts';
import { duckingDb, hitSeconds } from './ducking.ts';
import { gainReductionDb } from './gain-reduction.ts';
import { hitAboveDb } from './hit-above.ts';
import { knockAboveBodyDb } from './knock.ts';
import { placePercent, region, widthDb } from './stereo-image.ts';
import { standsOutDb } from './stands-out.ts';
import { tailSeconds } from './tail.ts';

const RATE = 48000;

/** Turned down far enough for nothing to touch the safety ceiling, as matched versions are. */
const HEADROOM_DB = 12;

const bounces = new Map<string, Promise<Stereo>>();

/** Let go of the bounces that are kept, for the next demo. */
export function forgetBounces(): void {
  bounces.clear();
}

/** One lap of some stems of a version, below the safety ceiling; kept until `forgetBounces`. */
function heardOf(spec: MixSpec, stems?: readonly string[]): Promise<Stereo> {
  const played = withMatch(stems ? only(spec, stems) : spec, -HEADROOM_DB);
  const key = JSON.stringify(played);
  let bounce = bounces.get(key);
  if (!bounce) bounces.set(key, (bounce = bounceSpec(played)));
  return bounce;
}

const ONE_GAIN_FOR_ALL: ReadonlySet<DeviceType> = new Set([
  'compressor',
  'lookAheadCompressor',
  'busCompressor',
  'limiter',
]);

/** One lap of some stems as they stand in the whole: the master's compressors and limiters hear everything that plays. */
async function heardInWhole(spec: MixSpec, stems: readonly string[]): Promise<Stereo> {
  const turning = spec.master.filter(({ type }) => ONE_GAIN_FOR_ALL.has(type)).map(({ id }) => id);
  const still = without(spec, turning);
  return turnedWithWhole(await heardOf(still, stems), await heardOf(still), await heardOf(spec));
}

const audibleStems = ({ strips }: MixSpec): string[] =>
  strips.filter(({ muted }) => !muted).map(({ stem }) => stem);

/** Power of a region in dBFS, where a full-scale square wave has 0. */
function bandDbfs(sound: Stereo, fromHz: number, toHz: number): number {
  const spectrum = longTermSpectrum(sound);
  const square = sound[0].reduce((sum, value, i) => sum + value ** 2 + sound[1][i] ** 2, 0);
  return powerDb(square / (2 * sound[0].length)) + bandDb(spectrum, fromHz, toHz) - bandDb(spectrum, 0, RATE);
}

const WINDOW_FRAMES = RATE / 50;
const LOUDEST_SHARE = 0.02;

/** Power in dBFS of the loudest fiftieth of the time, in windows of 20 ms. */
function loudestDbfs(sound: Stereo): number {
  const powers = framePowers(sound, WINDOW_FRAMES, WINDOW_FRAMES).sort();
  const loudest = powers.subarray(Math.floor(powers.length * (1 - LOUDEST_SHARE)));
  return powerDb(loudest.reduce((sum, power) => sum + power, 0) / loudest.length);
}

const levelDb = (sound: Stereo, fromHz?: number, toHz?: number): number =>
  fromHz === undefined && toHz === undefined
    ? loudnessOf(sound)
    : bandDbfs(sound, fromHz ?? 20, toHz ?? 20_000);

/** When a drum of a song strikes, in seconds. */
async function hitsOf({ song }: MixSpec, stem: string): Promise<number[]> {
  return hitSeconds((await songAudio(song)).stems.get(stem)![0], RATE);
}

type Measures = {
  readonly [Name in MeasureName]: (
    spec: MixSpec,
    what: Extract<Measured, { measure: Name }>,
  ) => Promise<number>;
};

const MEASURES: Measures = {
  band: async (spec, { stems, fromHz, toHz }) =>
    bandDbfs(await heardOf(spec, stems), fromHz, toHz) - loudnessOf(await heardOf(spec)),
  bandPeaks: async (spec, { stems, fromHz, toHz }) =>
    loudestDbfs(region(await heardOf(spec, stems), fromHz, toHz)) - loudnessOf(await heardOf(spec)),
  againstRest: async (spec, { stems, fromHz, toHz }) => {
    const rest = audibleStems(spec).filter((stem) => !stems.includes(stem));
    return (
      levelDb(await heardOf(spec, stems), fromHz, toHz) - levelDb(await heardOf(spec, rest), fromHz, toHz)
    );
  },
  balance: async (spec, { stems, fromHz, toHz }) => {
    const rest = audibleStems(spec).filter((stem) => !stems.includes(stem));
    return (
      levelDb(await heardInWhole(spec, stems), fromHz, toHz) -
      levelDb(await heardInWhole(spec, rest), fromHz, toHz)
    );
  },
  stemSpread: async (spec, { fromHz, toHz }) => {
    const levels: number[] = [];
    for (const stem of audibleStems(spec)) {
      const alone = await heardOf(spec, [stem]);
      const own = loudnessOf(alone);
      levels.push(fromHz === undefined && toHz === undefined ? own : levelDb(alone, fromHz, toHz) - own);
    }
    return Math.max(...levels) - Math.min(...levels);
  },
  directSound: async (spec, { stems, afterHitsMs, fromHz, toHz }) => {
    const [direct, whole] = [await heardOf(withoutReturns(spec), stems), await heardOf(spec, stems)];
    const hits = await hitsOf(spec, stems[0]);
    return directAboveEchoesDb(
      region(direct, fromHz, toHz),
      region(whole, fromHz, toHz),
      afterHitsMs === undefined
        ? [[0, direct[0].length / RATE]]
        : hits.map((hit) => [hit, hit + afterHitsMs / 1000] as const),
    );
  },
  gainReduction: (spec, { device }) => gainReductionDb(spec, device),
  width: async (spec, { stems, fromHz, toHz }) => widthDb(region(await heardOf(spec, stems), fromHz, toHz)),
  correlation: async (spec, { stems, fromHz, toHz }) =>
    correlation(region(await heardOf(spec, stems), fromHz, toHz)),
  place: async (spec, { stems }) => placePercent(await heardOf(spec, stems)),
  knock: async (spec, { stem }) => {
    const [left, right] = await heardOf(spec, [stem]);
    return knockAboveBodyDb(left.map((value, i) => (value + right[i]) / 2));
  },
  hitAbove: async (spec, { stem, above, fromHz, toHz }) =>
    hitAboveDb(
      region(await heardOf(spec, [stem]), fromHz, toHz),
      region(await heardOf(spec, [above]), fromHz, toHz),
      await hitsOf(spec, stem),
    ),
  ducking: (spec, { stem, by }) => duckingDb(spec, stem, by),
  lineSpread: (spec, { stem }) => lineSpreadLu(spec, stem),
  lineSpreadInWhole: async (spec, { stem = 'vocal' }) =>
    spreadOfLinesLu(spec.song, await heardInWhole(spec, [stem])),
  lateness: async (spec, { stem }) =>
    latenessMs(monoOf(await heardOf(asRecorded(spec, stem), [stem])), monoOf(await heardOf(spec, [stem]))),
  distortion: async (spec, { stem }) =>
    distortionDb(
      monoOf(await heardOf(asRecorded(spec, stem), [stem])),
      monoOf(await heardOf(withoutReturns(spec), [stem])),
    ),
  tail: (spec, { stems, stopSeconds }) => tailSeconds(stems ? only(spec, stems) : spec, stopSeconds),
  standsOut: async (spec, { stems, fromHz, toHz, moments }) =>
    standsOutDb(region(await heardOf(spec, stems), fromHz, toHz), moments),
  monoLoss: async (spec, { stems }) => monoLossLu(await heardOf(spec, stems)),
  peakToLoudness: async (spec, { stems }) => {
    const sound = await heardOf(spec, stems);
    return truePeakDbtp(sound, 16) - loudnessOf(sound);
  },
  loudnessRange: async (spec, { stems }) => measureLoudness(await heardOf(spec, stems), RATE).loudnessRangeLu,
  loudness: async (spec, { stems }) => loudnessOf(await heardOf(spec, stems)) + HEADROOM_DB,
  truePeak: async (spec, { stems }) => truePeakDbtp(await heardOf(spec, stems), 16) + HEADROOM_DB,
};

/** The value of a measure on one version. */
export function measure(spec: MixSpec, what: Measured): Promise<number> {
  // The table pairs each name with its own kind of claim, which the type of a lookup by name cannot say.
  const measureOne = MEASURES[what.measure] as (spec: MixSpec, what: Measured) => Promise<number>;
  return measureOne(spec, what);
}
