import { device, mixSpec, type GroupDraft, type ReturnDraft, type StripDraft } from '../dsp/mix-draft.ts';
import type { DeviceSpec } from '../dsp/mix-spec.ts';
import { referenceMix, type ReferenceMix } from './reference-mix.ts';

/*
 * The reference mix and master of "acoustic". Two guitars make the sides, the voice the middle, everything stands in
 * one room; little compression, because the song breathes. Figures were chosen by meter.
 */

const guitar = (id: 1 | 2, levelDb: number, pan: number, boomDb: number): StripDraft => ({
  levelDb,
  group: 'band',
  pan,
  sends: [{ to: 'room', levelDb: -14 }],
  devices: [
    // The sound hole's boom and the body's resonance go; what is below 110 Hz belongs to the bass.
    device('eq', `guitar-${id}-eq`, `Guitar ${id} EQ`, {
      highPassHz: 130,
      highPassSlope: 3,
      lowBellHz: 290,
      lowBellDb: boomDb,
      lowBellQ: 0.6,
      highBellHz: 3000,
      highBellDb: -5,
      highBellQ: 0.7,
    }),
    device('compressor', `guitar-${id}-compressor`, `Guitar ${id} compressor`, {
      thresholdDb: -30,
      ratio: 2.5,
      kneeDb: 8,
      attackMs: 8,
      releaseMs: 150,
      makeupDb: 3,
    }),
  ],
});

const piano: StripDraft = {
  levelDb: 3,
  group: 'band',
  sends: [{ to: 'room', levelDb: -14 }],
  devices: [
    // Mud out, and the lid open: 4.5 kHz up where it was shut.
    device('eq', 'piano-eq', 'Piano EQ', {
      highPassHz: 140,
      highPassSlope: 3,
      lowBellHz: 290,
      lowBellDb: -6,
      lowBellQ: 0.8,
      highShelfHz: 4500,
      highShelfDb: 4,
    }),
    device('compressor', 'piano-compressor', 'Piano compressor', {
      thresholdDb: -30,
      ratio: 2.5,
      kneeDb: 8,
      attackMs: 5,
      releaseMs: 200,
      makeupDb: 3,
    }),
  ],
};

const bass: StripDraft = {
  levelDb: 7.5,
  group: 'band',
  devices: [
    device('eq', 'bass-eq', 'Bass EQ', {
      highPassHz: 35,
      lowShelfHz: 75,
      lowShelfDb: 7,
      lowBellHz: 110,
      lowBellDb: -4,
      lowBellQ: 1,
      midBellHz: 700,
      midBellDb: 4,
      midBellQ: 0.8,
    }),
    device('compressor', 'bass-compressor', 'Bass compressor', {
      thresholdDb: -30,
      ratio: 4,
      kneeDb: 6,
      attackMs: 4,
      releaseMs: 150,
      makeupDb: 6,
    }),
  ],
};

const cajon: StripDraft = {
  levelDb: 7,
  group: 'band',
  devices: [
    device('eq', 'cajon-eq', 'Cajón EQ', {
      highPassHz: 50,
      lowShelfHz: 75,
      lowShelfDb: 4,
      lowBellHz: 420,
      lowBellDb: -5,
      lowBellQ: 1,
      highShelfHz: 4000,
      highShelfDb: 2,
    }),
    device('compressor', 'cajon-compressor', 'Cajón compressor', {
      thresholdDb: -28,
      ratio: 4,
      kneeDb: 6,
      attackMs: 1,
      releaseMs: 100,
      makeupDb: 4,
    }),
  ],
};

const shaker: StripDraft = {
  levelDb: 3,
  group: 'band',
  pan: 0.4,
  devices: [
    device('eq', 'shaker-eq', 'Shaker EQ', { highPassHz: 700, highShelfHz: 7500, highShelfDb: -4 }),
    device('compressor', 'shaker-compressor', 'Shaker compressor', {
      thresholdDb: -34,
      ratio: 4,
      kneeDb: 6,
      attackMs: 0.5,
      releaseMs: 80,
    }),
  ],
};

const harmony = (
  part: 'low' | 'high',
  pan: number,
  settings: Parameters<typeof device<'eq'>>[3],
): StripDraft => ({
  levelDb: 2,
  pan,
  sends: [{ to: 'room', levelDb: -8 }],
  devices: [device('eq', `harmony-${part}-eq`, `Harmony EQ, ${part}`, { highPassHz: 180, ...settings })],
});

const vocal: StripDraft = {
  levelDb: 5.5,
  sends: [{ to: 'room', levelDb: -13 }],
  devices: [
    device('eq', 'vocal-eq', 'Vocal EQ', {
      highPassHz: 110,
      lowBellHz: 370,
      lowBellDb: -8,
      lowBellQ: 0.6,
      highBellHz: 3200,
      highBellDb: 4.5,
      highBellQ: 0.7,
    }),
    device('deEsser', 'vocal-de-esser', 'Vocal de-esser', {}),
    device('compressor', 'vocal-compressor', 'Vocal compressor', {
      thresholdDb: -40,
      ratio: 8,
      kneeDb: 8,
      attackMs: 1.5,
      releaseMs: 120,
      makeupDb: 17,
    }),
  ],
};

/** The instruments: the highest peaks come down, so that the mix has room to stand at −18 LUFS. */
const band: GroupDraft = {
  name: 'Band',
  levelDb: 2.3,
  devices: [
    device('limiter', 'band-limiter', 'Band limiter', { mode: 1, ceilingDbtp: -12.2, releaseMs: 40 }),
  ],
};

const room: ReturnDraft = {
  name: 'Room',
  devices: [
    device('reverb', 'room-reverb', 'Room reverb', {
      kind: 0,
      decaySeconds: 1.1,
      preDelayMs: 12,
      lowCutHz: 250,
      mixPercent: 100,
    }),
  ],
};

const master: readonly DeviceSpec[] = [
  device('eq', 'master-eq', 'Master EQ', {
    lowShelfHz: 100,
    lowShelfDb: 1.5,
    lowBellHz: 380,
    lowBellDb: -2,
    lowBellQ: 0.7,
    highShelfHz: 8000,
    highShelfDb: 1.5,
  }),
  device('busCompressor', 'master-compressor', 'Master compressor', { thresholdDb: -16 }),
  device('limiter', 'limiter', 'Limiter', { driveDb: 7.4, ceilingDbtp: -1, releaseMs: 80 }),
];

export const acoustic: ReferenceMix = referenceMix(
  mixSpec({
    song: 'acoustic',
    strips: {
      'guitar-1': guitar(1, 5.5, -0.7, -8),
      'guitar-2': guitar(2, 7, 0.7, -8),
      piano,
      bass,
      cajon,
      shaker,
      'harmony-low': harmony('low', -0.5, { lowBellHz: 330, lowBellDb: -5, lowBellQ: 0.9 }),
      'harmony-high': harmony('high', 0.5, { midBellHz: 1100, midBellDb: -4, midBellQ: 1.2 }),
      vocal,
    },
    groups: { band },
    returns: { room },
    master,
  }),
);
