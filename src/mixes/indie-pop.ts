import { retuned } from '../demos/variation.ts';
import { device, mixSpec, type GroupDraft, type ReturnDraft, type StripDraft } from '../dsp/mix-draft.ts';
import type { DeviceSpec, MixSpec } from '../dsp/mix-spec.ts';
import { referenceMix, type ReferenceMix } from './reference-mix.ts';

/*
 * The reference mix and master of "indie-pop". Every move answers a fault of the takes (see the song's manifest) or a
 * fight between two stems in the same third-octaves; the figures were chosen by meter.
 */

const kick: StripDraft = {
  levelDb: 0.5,
  group: 'band',
  devices: [
    // The box at 320 Hz goes; the beater at 3.5 kHz says "kick" on a small speaker.
    device('eq', 'kick-eq', 'Kick EQ', {
      highPassHz: 35,
      lowBellHz: 320,
      lowBellDb: -6,
      lowBellQ: 1,
      highBellHz: 3500,
      highBellDb: 4,
      highBellQ: 1,
    }),
    // Slow enough for the beater to pass, then even.
    device('compressor', 'kick-compressor', 'Kick compressor', {
      thresholdDb: -22,
      ratio: 4,
      kneeDb: 6,
      attackMs: 8,
      releaseMs: 120,
      makeupDb: 5.5,
    }),
  ],
};

const snare: StripDraft = {
  levelDb: 2.5,
  group: 'band',
  devices: [
    device('eq', 'snare-eq', 'Snare EQ', {
      highPassHz: 110,
      midBellHz: 900,
      midBellDb: -5,
      midBellQ: 2.2,
      highShelfHz: 6000,
      highShelfDb: 1.5,
    }),
    device('compressor', 'snare-compressor', 'Snare compressor', {
      thresholdDb: -26,
      ratio: 4,
      kneeDb: 6,
      attackMs: 1,
      releaseMs: 120,
      makeupDb: 8.5,
    }),
  ],
};

const overheads: StripDraft = {
  levelDb: 3,
  group: 'band',
  devices: [
    // The kick's and snare's low end comes from their own microphones.
    device('eq', 'overheads-eq', 'Overheads EQ', { highPassHz: 220, highShelfHz: 7000, highShelfDb: -5 }),
    device('compressor', 'overheads-compressor', 'Overheads compressor', {
      thresholdDb: -28,
      ratio: 2,
      kneeDb: 6,
      attackMs: 20,
      releaseMs: 200,
      makeupDb: 4,
    }),
  ],
};

const bass: StripDraft = {
  levelDb: 2.3,
  group: 'band',
  devices: [
    // Leaves 50–80 Hz to the kick, gives up the boom at 120 Hz, and speaks at 700 Hz where a phone can say it.
    device('eq', 'bass-eq', 'Bass EQ', {
      highPassHz: 45,
      lowBellHz: 180,
      lowBellDb: -5,
      lowBellQ: 0.6,
      midBellHz: 700,
      midBellDb: 4,
      midBellQ: 0.8,
    }),
    device('compressor', 'bass-compressor', 'Bass compressor', {
      thresholdDb: -28,
      ratio: 4,
      kneeDb: 6,
      attackMs: 2,
      releaseMs: 150,
      makeupDb: 9,
    }),
  ],
};

/** Both takes get the same treatment and go to opposite sides, which leaves the middle to the voice. */
const guitar = (side: 'left' | 'right', mudHz: number): StripDraft => ({
  levelDb: -2.5,
  group: 'band',
  pan: side === 'left' ? -0.75 : 0.75,
  devices: [
    // Out of the mud and out of the voice's way at 3 kHz.
    device('eq', `guitar-${side}-eq`, `Guitar EQ, ${side}`, {
      highPassHz: 150,
      highPassSlope: 3,
      lowBellHz: mudHz,
      lowBellDb: -7,
      lowBellQ: 0.9,
      highBellHz: 3000,
      highBellDb: -6,
      highBellQ: 0.7,
    }),
    device('compressor', `guitar-${side}-compressor`, `Guitar compressor, ${side}`, {
      thresholdDb: -24,
      ratio: 2,
      kneeDb: 6,
      attackMs: 20,
      releaseMs: 150,
      makeupDb: 3,
    }),
  ],
});

const keys: StripDraft = {
  levelDb: 4.5,
  group: 'band',
  devices: [
    device('eq', 'keys-eq', 'Keys EQ', {
      highPassHz: 150,
      highPassSlope: 3,
      lowBellHz: 280,
      lowBellDb: -6,
      lowBellQ: 0.8,
      highShelfHz: 2500,
      highShelfDb: 2,
    }),
    device('compressor', 'keys-compressor', 'Keys compressor', {
      thresholdDb: -34,
      ratio: 2.5,
      kneeDb: 6,
      attackMs: 10,
      releaseMs: 200,
      makeupDb: 4,
    }),
  ],
};

const oohs: StripDraft = {
  levelDb: -3,
  group: 'band',
  pan: 0,
  sends: [{ to: 'plate', levelDb: -4 }],
  devices: [
    // Behind the lead: no chest, less of the words' region.
    device('eq', 'oohs-eq', 'Oohs EQ', {
      highPassHz: 180,
      lowBellHz: 320,
      lowBellDb: -5,
      lowBellQ: 0.9,
      highShelfHz: 2000,
      highShelfDb: -3,
    }),
  ],
};

const vocal: StripDraft = {
  levelDb: 4,
  sends: [{ to: 'plate', levelDb: -13 }],
  devices: [
    // The close microphone's boom at 210 Hz and the pops below 100 Hz go; 3 kHz carries the words.
    device('eq', 'vocal-eq', 'Vocal EQ', {
      highPassHz: 110,
      lowBellHz: 260,
      lowBellDb: -6,
      lowBellQ: 0.6,
      highBellHz: 3000,
      highBellDb: 2.5,
      highBellQ: 0.8,
    }),
    // Every S arrives 5 dB hot.
    device('deEsser', 'vocal-de-esser', 'Vocal de-esser', {}),
    // Lines more than 8 LU apart: loud ones come down, quiet ones stay.
    device('compressor', 'vocal-compressor', 'Vocal compressor', {
      thresholdDb: -38,
      ratio: 7,
      kneeDb: 8,
      attackMs: 3,
      releaseMs: 120,
      makeupDb: 16.3,
    }),
  ],
};

/** Everything but the lead voice: the highest peaks come down, so that the mix has room to stand at −18 LUFS. */
const band: GroupDraft = {
  name: 'Band',
  levelDb: 0.8,
  devices: [
    device('limiter', 'band-limiter', 'Band limiter', { mode: 1, ceilingDbtp: -10.2, releaseMs: 30 }),
  ],
};

/** One room for the voices, so that they stand in the same place. */
const plate: ReturnDraft = {
  name: 'Plate',
  levelDb: 0,
  devices: [
    device('reverb', 'plate-reverb', 'Plate reverb', {
      kind: 1,
      decaySeconds: 1.4,
      preDelayMs: 25,
      lowCutHz: 250,
      mixPercent: 100,
    }),
  ],
};

const masterChain: readonly DeviceSpec[] = [
  device('eq', 'master-eq', 'Master EQ', {
    lowShelfHz: 90,
    lowShelfDb: 1,
    lowBellHz: 300,
    lowBellDb: -1,
    lowBellQ: 0.7,
    highShelfHz: 9000,
    highShelfDb: 1.5,
  }),
  device('compressor', 'master-compressor', 'Master compressor', {
    thresholdDb: -20,
    ratio: 1.6,
    kneeDb: 8,
    attackMs: 30,
    releaseMs: 200,
  }),
  device('limiter', 'limiter', 'Limiter', { driveDb: 8, ceilingDbtp: -1, releaseMs: 80 }),
];

export const indiePop: ReferenceMix = referenceMix(
  mixSpec({
    song: 'indie-pop',
    strips: {
      kick,
      snare,
      overheads,
      bass,
      'guitar-left': guitar('left', 270),
      'guitar-right': guitar('right', 310),
      keys,
      oohs,
      vocal,
    },
    groups: { band },
    returns: { plate },
    master: masterChain,
  }),
);

/** The same master pushed to −8 LUFS, for the lesson on loudness: loud mode, a fast release, and 13 dB more. */
export const crushedIndiePop: MixSpec = retuned(indiePop.mastered, 'limiter', {
  mode: 1,
  driveDb: 16,
  releaseMs: 10,
});
