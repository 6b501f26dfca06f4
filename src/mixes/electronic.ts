import {
  device,
  keyedBy,
  mixSpec,
  type GroupDraft,
  type ReturnDraft,
  type StripDraft,
} from '../dsp/mix-draft.ts';
import type { DeviceSpec } from '../dsp/mix-spec.ts';
import { referenceMix, type ReferenceMix } from './reference-mix.ts';

/*
 * The reference mix and master of "electronic". The kick leads at 80 Hz and the bass at 50 Hz, where as recorded both
 * sit at 50; the bass ducks under each kick; the double and the lead go to the sides and leave the middle to the voice.
 * Figures were chosen by meter.
 */

const kick: StripDraft = {
  levelDb: 8,
  group: 'drums',
  devices: [
    device('eq', 'kick-eq', 'Kick EQ', {
      highPassHz: 30,
      lowBellHz: 48,
      lowBellDb: -5,
      lowBellQ: 1.4,
      midBellHz: 100,
      midBellDb: 6,
      midBellQ: 1,
      highBellHz: 3500,
      highBellDb: 5,
      highBellQ: 0.8,
    }),
    device('compressor', 'kick-compressor', 'Kick compressor', {
      thresholdDb: -20,
      ratio: 3,
      kneeDb: 6,
      attackMs: 3,
      releaseMs: 120,
      makeupDb: 2,
    }),
  ],
};

const clap: StripDraft = {
  levelDb: 8,
  group: 'drums',
  sends: [{ to: 'plate', levelDb: -14 }],
  devices: [
    device('eq', 'clap-eq', 'Clap EQ', { highPassHz: 180, midBellHz: 1200, midBellDb: -4, midBellQ: 1.4 }),
    device('compressor', 'clap-compressor', 'Clap compressor', {
      thresholdDb: -24,
      ratio: 3,
      kneeDb: 6,
      attackMs: 1,
      releaseMs: 100,
      makeupDb: 2,
    }),
  ],
};

const hats: StripDraft = {
  levelDb: 0,
  group: 'drums',
  devices: [device('eq', 'hats-eq', 'Hats EQ', { highPassHz: 400, highShelfHz: 8000, highShelfDb: -6 })],
};

const bass: StripDraft = {
  levelDb: 0,
  devices: [
    // Gives 80 Hz to the kick and speaks at 300 Hz where a phone can say it.
    device('eq', 'bass-eq', 'Bass EQ', {
      highPassHz: 28,
      lowBellHz: 90,
      lowBellDb: -2.5,
      lowBellQ: 1.4,
      midBellHz: 700,
      midBellDb: 4,
      midBellQ: 0.7,
    }),
    // Steps back while the kick strikes.
    keyedBy(
      'kick',
      device('compressor', 'bass-ducking', 'Bass ducking', {
        thresholdDb: -26,
        ratio: 3,
        kneeDb: 6,
        attackMs: 2,
        releaseMs: 110,
      }),
    ),
  ],
};

const pad: StripDraft = {
  levelDb: 0,
  devices: [
    device('eq', 'pad-eq', 'Pad EQ', {
      highPassHz: 160,
      highPassSlope: 3,
      lowBellHz: 290,
      lowBellDb: -7,
      lowBellQ: 0.8,
      highBellHz: 2500,
      highBellDb: -3,
      highBellQ: 0.7,
    }),
  ],
};

const arp: StripDraft = {
  levelDb: 5,
  pan: -0.8,
  devices: [
    device('eq', 'arp-eq', 'Arpeggio EQ', {
      highPassHz: 200,
      highBellHz: 2500,
      highBellDb: -4,
      highBellQ: 0.8,
      highShelfHz: 7000,
      highShelfDb: 4,
    }),
  ],
};

const lead: StripDraft = {
  levelDb: -1,
  pan: 0.75,
  sends: [{ to: 'plate', levelDb: -12 }],
  devices: [
    device('eq', 'lead-eq', 'Lead EQ', {
      highPassHz: 200,
      midBellHz: 1400,
      midBellDb: -4,
      midBellQ: 1.2,
      highBellHz: 3000,
      highBellDb: -3,
      highBellQ: 0.8,
    }),
  ],
};

const voiceEq = (id: string, name: string, wordsDb: number): DeviceSpec =>
  device('eq', id, name, {
    highPassHz: 110,
    lowBellHz: 340,
    lowBellDb: -6,
    lowBellQ: 0.6,
    highBellHz: 3000,
    highBellDb: wordsDb,
    highBellQ: 0.8,
  });

const vocal: StripDraft = {
  levelDb: 4.5,
  sends: [{ to: 'plate', levelDb: -12 }],
  devices: [
    voiceEq('vocal-eq', 'Vocal EQ', 4),
    device('deEsser', 'vocal-de-esser', 'Vocal de-esser', {}),
    device('compressor', 'vocal-compressor', 'Vocal compressor', {
      thresholdDb: -34,
      ratio: 6,
      kneeDb: 8,
      attackMs: 4,
      releaseMs: 120,
      makeupDb: 11,
    }),
  ],
};

const double: StripDraft = {
  levelDb: -7,
  pan: -0.6,
  sends: [{ to: 'plate', levelDb: -12 }],
  devices: [
    voiceEq('double-eq', 'Double EQ', -1),
    device('deEsser', 'double-de-esser', 'Double de-esser', {}),
    device('compressor', 'double-compressor', 'Double compressor', {
      thresholdDb: -30,
      ratio: 4,
      kneeDb: 8,
      attackMs: 4,
      releaseMs: 120,
      makeupDb: 6,
    }),
  ],
};

/** The machine as one instrument: its loudest hits come down, so that the mix has room to stand at −18 LUFS. */
const drums: GroupDraft = {
  name: 'Drums',
  devices: [device('limiter', 'drum-limiter', 'Drum limiter', { ceilingDbtp: -11, releaseMs: 40 })],
};

const plate: ReturnDraft = {
  name: 'Plate',
  devices: [
    device('reverb', 'plate-reverb', 'Plate reverb', {
      kind: 1,
      decaySeconds: 1.8,
      preDelayMs: 30,
      lowCutHz: 300,
      mixPercent: 100,
    }),
  ],
};

const master: readonly DeviceSpec[] = [
  device('eq', 'master-eq', 'Master EQ', {
    lowShelfHz: 80,
    lowShelfDb: -1,
    lowBellHz: 300,
    lowBellDb: 0.5,
    lowBellQ: 0.7,
    highShelfHz: 7000,
    highShelfDb: 1.5,
  }),
  device('busCompressor', 'master-compressor', 'Master compressor', { thresholdDb: -14 }),
  device('limiter', 'limiter', 'Limiter', { driveDb: 5, ceilingDbtp: -1, releaseMs: 80 }),
];

export const electronic: ReferenceMix = referenceMix(
  mixSpec({
    song: 'electronic',
    strips: { kick, clap, hats, bass, pad, arp, lead, vocal, double },
    groups: { drums },
    returns: { plate },
    master,
  }),
);
