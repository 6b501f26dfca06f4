import { atTheEnd, faders, inserted, retuned, without } from '../../src/demos/variation.ts';
import { device } from '../../src/dsp/mix-draft.ts';
import type { MixSpec } from '../../src/dsp/mix-spec.ts';
import { acoustic } from '../../src/mixes/acoustic.ts';
import { electronic } from '../../src/mixes/electronic.ts';

/*
 * Models of what comes after the master: what a record can hold, and what a radio station does. Both are made of the
 * course's own devices; neither is any one lathe or station.
 */

/** After the compressor, which would bring the S sounds up again, on both takes of the voice. */
const late = (take: string) =>
  device('deEsser', `late-${take}-de-esser`, `Late de-esser, ${take}`, { thresholdDb: -9, rangeDb: 9 });
const VOICES = ['vocal', 'double'];
export const LATE_DE_ESSERS = VOICES.map((take) => late(take).id);
const CUTTING_IDS = ['cutting-bass', 'cutting-eq'];
const INNER_GROOVE_ID = 'inner-groove';

const withCutting = (spec: MixSpec): MixSpec =>
  [
    device('width', 'cutting-bass', 'Mono bass', { monoBelowHz: 150 }),
    device('eq', 'cutting-eq', 'Cutting EQ', {
      highPassHz: 30,
      highPassSlope: 3,
      lowPassHz: 15_000,
      lowPassSlope: 3,
    }),
    device('eq', INNER_GROOVE_ID, 'Inner-groove loss', { highShelfHz: 11_000, highShelfDb: -3.5 }),
  ].reduce(atTheEnd, spec);

const all = VOICES.reduce(
  (spec, take) => inserted(spec, take, late(take)),
  faders(withCutting(electronic.mastered), { bass: { panPercent: 60 } }),
);
/** A master that nobody made for a record: the bass stands aside, S sounds are sharp. */
export const forScreens: MixSpec = without(all, [...LATE_DE_ESSERS, ...CUTTING_IDS, INNER_GROOVE_ID]);
/** The same song made ready to be cut, at the beginning of a side. */
export const forVinyl: MixSpec = without(all, [INNER_GROOVE_ID]);
/** The same at its end. */
export const endOfSide: MixSpec = all;

/** The station's devices, in order. */
const station = [
  device('compressor', 'station-levelling', 'Station levelling', {
    thresholdDb: -28,
    ratio: 3,
    kneeDb: 12,
    attackMs: 200,
    releaseMs: 2000,
    makeupDb: 4,
    detector: 1,
  }),
  device('compressor', 'station-compressor', 'Station compressor', {
    thresholdDb: -22,
    ratio: 4,
    kneeDb: 8,
    attackMs: 4,
    releaseMs: 150,
    makeupDb: 6,
    detector: 1,
  }),
  // The rise before sending, 50 µs, as a shelf: 3 dB at 3.2 kHz and 14 dB at 15 kHz.
  device('eq', 'pre-emphasis', 'Pre-emphasis', { highShelfHz: 7000, highShelfDb: 14 }),
  device('limiter', 'station-limiter', 'Station limiter', {
    mode: 1,
    driveDb: 7,
    // The radio set makes peaks higher again.
    ceilingDbtp: -4,
    releaseMs: 30,
  }),
  device('eq', 'receiver', 'Radio set', {
    highShelfHz: 7000,
    highShelfDb: -14,
    highPassHz: 30,
    highPassSlope: 3,
    lowPassHz: 15_000,
    lowPassSlope: 5,
  }),
];
const STATION_IDS = station.map(({ id }) => id);

const broadcast = (master: MixSpec): MixSpec => station.reduce(atTheEnd, master);
const crushed = retuned(acoustic.mastered, 'limiter', { mode: 1, driveDb: 18, releaseMs: 10 });

export const masterOnAir: MixSpec = broadcast(acoustic.mastered);
export const crushedOnAir: MixSpec = broadcast(crushed);
export const masterAtHome: MixSpec = without(masterOnAir, STATION_IDS);
export const crushedAtHome: MixSpec = without(crushedOnAir, STATION_IDS);
