import {
  BANDS,
  bandHz,
  LEVELS_PER_SECOND,
  type DeviceLap,
  type LapAnalysis,
} from '../../src/analysis/lap-analysis.ts';
import { bounceSpec } from '../../src/demos/bounce-spec.ts';
import { without } from '../../src/demos/variation.ts';
import { measureLoudness } from '../../src/dsp/loudness.ts';
import { devicesOf, type MixSpec } from '../../src/dsp/mix-spec.ts';
import { only } from '../../src/demos/variation.ts';
import { bandDb, longTermSpectrum } from '../band/measures/long-term-spectrum.ts';

const RATE = 48000;

/**
 * What a mix does over its loop, measured from bounces alone: with and without a device, apart from the code that
 * draws pictures. Only what words are made of is filled in.
 */
export async function lapOf(spec: MixSpec, deviceId?: string): Promise<LapAnalysis> {
  const [left, right] = await bounceSpec(spec);
  const { integratedLufs, truePeakDbtp, loudnessRangeLu } = measureLoudness([left, right], RATE);
  const spectrum = longTermSpectrum([left, right]);
  const empty = new Float32Array();
  return {
    seconds: left.length / RATE,
    integratedLufs,
    loudnessRangeLu,
    truePeakDbtp,
    peaks: empty,
    momentaryLufs: empty,
    shortTermLufs: empty,
    correlation: correlations(left, right),
    spectraDb: empty,
    averageSpectrumDb: Float32Array.from({ length: BANDS }, (_, band) =>
      Math.max(-120, bandDb(spectrum, bandHz(band - 0.5), bandHz(band + 0.5))),
    ),
    scope: new Int8Array(),
    channels: new Map(),
    devices: new Map(deviceId === undefined ? [] : [[deviceId, await deviceLap(spec, deviceId)]]),
  };
}

/** Levels before and after a device, with everything after it switched off; of a strip's device, the strip alone. */
async function deviceLap(spec: MixSpec, id: string): Promise<DeviceLap> {
  const ids = devicesOf(spec).map((device) => device.id);
  const strip = spec.strips.find(({ devices }) => devices.some((device) => device.id === id));
  const inner = strip ? only(spec, [strip.stem]) : spec;
  const alone: MixSpec = strip
    ? { ...inner, returns: inner.returns.map((entry) => ({ ...entry, muted: true })) }
    : inner;
  const later = ids.slice(ids.indexOf(id) + 1);
  const [before, after] = await Promise.all([
    bounceSpec(without(alone, [id, ...later])),
    bounceSpec(without(alone, later)),
  ]);
  const settings = devicesOf(spec).find((device) => device.id === id)!.settings as Record<string, number>;
  const gainDb = settings.makeupDb ?? settings.driveDb ?? 0;
  const [inputDb, outputDb] = [levelsDb(before), levelsDb(after)];
  return {
    inputDb,
    outputDb,
    reductionDb: inputDb.map((db, i) => (db > -90 ? Math.max(0, db + gainDb - outputDb[i]) : 0)),
  };
}

function levelsDb([left, right]: readonly Float32Array[]): Float32Array {
  const frames = RATE / LEVELS_PER_SECOND;
  return Float32Array.from({ length: Math.floor(left.length / frames) }, (_, i) => {
    let peak = 1e-6;
    for (let n = i * frames; n < (i + 1) * frames; n++)
      peak = Math.max(peak, Math.abs(left[n]), Math.abs(right[n]));
    return 20 * Math.log10(peak);
  });
}

/** Correlation of the sides in windows of 50 ms. */
function correlations(left: Float32Array, right: Float32Array): Float32Array {
  const frames = RATE / 20;
  return Float32Array.from({ length: Math.floor(left.length / frames) }, (_, i) => {
    let [both, leftEnergy, rightEnergy] = [0, 0, 0];
    for (let n = i * frames; n < (i + 1) * frames; n++) {
      both += left[n] * right[n];
      leftEnergy += left[n] ** 2;
      rightEnergy += right[n] ** 2;
    }
    return both / Math.sqrt(leftEnergy * rightEnergy);
  });
}
