import { device, mixSpec, type StripDraft } from '../dsp/mix-draft.ts';
import type { DeviceSpec } from '../dsp/mix-spec.ts';
import { referenceMix, type ReferenceMix } from './reference-mix.ts';

/*
 * The reference mix and master of "indie-pop". Every move answers a fault of the takes (see the song's manifest) or a
 * fight between two stems in the same third-octaves; the figures were chosen by meter.
 */

const kick: StripDraft = {
  levelDb: -1,
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
  levelDb: 1.5,
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
  levelDb: 1,
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
  levelDb: 1.5,
  devices: [
    // Leaves 50–80 Hz to the kick, gives up the boom at 120 Hz, and speaks at 700 Hz where a phone can say it.
    device('eq', 'bass-eq', 'Bass EQ', {
      highPassHz: 45,
      lowBellHz: 120,
      lowBellDb: -4,
      lowBellQ: 0.8,
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

const guitar: StripDraft = {
  levelDb: -3,
  pan: -0.45,
  devices: [
    // Out of the mud at 260 Hz and out of the voice's way at 3 kHz.
    device('eq', 'guitar-eq', 'Guitar EQ', {
      highPassHz: 110,
      lowBellHz: 330,
      lowBellDb: -6,
      lowBellQ: 0.9,
      highBellHz: 3000,
      highBellDb: -7,
      highBellQ: 0.7,
    }),
    device('compressor', 'guitar-compressor', 'Guitar compressor', {
      thresholdDb: -24,
      ratio: 2,
      kneeDb: 6,
      attackMs: 20,
      releaseMs: 150,
      makeupDb: 3.5,
    }),
  ],
};

const keys: StripDraft = {
  levelDb: 2,
  pan: 0.45,
  devices: [
    device('eq', 'keys-eq', 'Keys EQ', {
      highPassHz: 120,
      lowBellHz: 300,
      lowBellDb: -6,
      lowBellQ: 0.8,
      highShelfHz: 2500,
      highShelfDb: 2.5,
    }),
    device('compressor', 'keys-compressor', 'Keys compressor', {
      thresholdDb: -34,
      ratio: 2.5,
      kneeDb: 6,
      attackMs: 2,
      releaseMs: 200,
      makeupDb: 6.5,
    }),
  ],
};

const vocal: StripDraft = {
  levelDb: 4,
  devices: [
    // The close microphone's boom at 210 Hz and the pops below 100 Hz go; 3 kHz carries the words.
    device('eq', 'vocal-eq', 'Vocal EQ', {
      highPassHz: 110,
      lowBellHz: 210,
      lowBellDb: -4,
      lowBellQ: 0.8,
      highBellHz: 3000,
      highBellDb: 4.5,
      highBellQ: 0.8,
    }),
    // Lines more than 8 LU apart: loud ones come down, quiet ones stay.
    device('compressor', 'vocal-compressor', 'Vocal compressor', {
      thresholdDb: -30,
      ratio: 4.5,
      kneeDb: 8,
      attackMs: 5,
      releaseMs: 120,
      makeupDb: 10.5,
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
    strips: { kick, snare, overheads, bass, guitar, keys, vocal },
    master: masterChain,
  }),
);
