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
  levelDb: -1.5,
  group: 'music',
  devices: [
    device('eq', 'kick-eq', 'Kick EQ', {
      highPassHz: 45,
      lowBellHz: 48,
      lowBellDb: -10,
      lowBellQ: 1,
      midBellHz: 100,
      midBellDb: 9,
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
  levelDb: 6,
  group: 'music',
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
  group: 'music',
  devices: [device('eq', 'hats-eq', 'Hats EQ', { highPassHz: 400, highShelfHz: 8000, highShelfDb: -6 })],
};

const bass: StripDraft = {
  levelDb: 2.5,
  group: 'music',
  devices: [
    // Gives 80 Hz to the kick and speaks at 300 Hz where a phone can say it.
    device('eq', 'bass-eq', 'Bass EQ', {
      highPassHz: 28,
      lowShelfHz: 60,
      lowShelfDb: -2.5,
      lowBellHz: 160,
      lowBellDb: 3,
      lowBellQ: 0.8,
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
  levelDb: 3,
  group: 'music',
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
  levelDb: 6,
  group: 'music',
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
    device('compressor', 'arp-compressor', 'Arpeggio compressor', {
      thresholdDb: -30,
      ratio: 3,
      kneeDb: 6,
      attackMs: 1,
      releaseMs: 80,
      makeupDb: 2,
    }),
  ],
};

const lead: StripDraft = {
  levelDb: 1.5,
  group: 'music',
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
  levelDb: 4,
  sends: [{ to: 'plate', levelDb: -12 }],
  devices: [
    voiceEq('vocal-eq', 'Vocal EQ', 4),
    device('deEsser', 'vocal-de-esser', 'Vocal de-esser', {}),
    device('compressor', 'vocal-compressor', 'Vocal compressor', {
      thresholdDb: -38,
      ratio: 8,
      kneeDb: 8,
      attackMs: 1.5,
      releaseMs: 120,
      makeupDb: 15.5,
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

/** Everything but the voices: the highest peaks come down, so that the mix has room to stand at −18 LUFS. */
const music: GroupDraft = {
  name: 'Music',
  levelDb: 0.4,
  devices: [
    device('limiter', 'music-limiter', 'Music limiter', { mode: 1, ceilingDbtp: -8.6, releaseMs: 30 }),
  ],
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
    lowShelfDb: -1.5,
    lowBellHz: 300,
    lowBellDb: 0.5,
    lowBellQ: 0.7,
    highShelfHz: 7000,
    highShelfDb: 1.5,
  }),
  device('busCompressor', 'master-compressor', 'Master compressor', { thresholdDb: -14 }),
  device('limiter', 'limiter', 'Limiter', { driveDb: 6.8, ceilingDbtp: -1, releaseMs: 80 }),
];

export const electronic: ReferenceMix = referenceMix(
  mixSpec({
    song: 'electronic',
    strips: { kick, clap, hats, bass, pad, arp, lead, vocal, double },
    groups: { music },
    returns: { plate },
    master,
  }),
);
