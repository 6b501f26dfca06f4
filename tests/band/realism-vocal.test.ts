import { beforeAll, describe, expect, it } from 'vitest';
import { dbToGain } from '../../src/dsp/decibels.ts';
import { peakOf, scale } from '../../src/band/signal/level.ts';
import * as acoustic from '../../src/band/songs/acoustic/vocal.ts';
import { DOUBLED_LINES, MELODY } from '../../src/band/songs/electronic/melody.ts';
import { playVocals } from '../../src/band/songs/electronic/vocals.ts';
import * as indiePop from '../../src/band/songs/indie-pop/vocal.ts';
import type { Take } from '../../src/band/take.ts';
import { VOWELS } from '../../src/band/voice/phonemes.ts';
import { floorOf } from './measures/dynamics.ts';
import { activePart } from './measures/frame-power.ts';
import { pitchLife } from './measures/pitch-life.ts';
import { median } from './measures/statistics.ts';
import { vocalTone } from './measures/vocal-tone.ts';
import { voiceFrames, type VoiceFrame } from './measures/voice-frames.ts';

/** Sample peak at which the takes are recorded; digital silence is counted from full scale. */
const PEAK_DBFS = -9;

type Voice = 'indie-pop lead' | 'acoustic lead' | 'electronic lead' | 'electronic double';
const SUNG_FREELY: Voice[] = ['indie-pop lead', 'acoustic lead'];
const HARD_TUNED: Voice[] = ['electronic lead', 'electronic double'];

const takes = new Map<Voice, Take>();
const heard = new Map<Voice, { active: Float32Array[]; frames: VoiceFrame[] }>();

beforeAll(() => {
  const { vocal, double } = playVocals();
  takes.set('indie-pop lead', indiePop.playVocal());
  takes.set('acoustic lead', acoustic.playVocal());
  takes.set('electronic lead', vocal);
  takes.set('electronic double', double);
  for (const [voice, { channels }] of takes) {
    scale(channels[0], dbToGain(PEAK_DBFS) / peakOf(...channels));
    const active = activePart(channels);
    heard.set(voice, { active, frames: voiceFrames(active[0]) });
  }
});

/** Targets from two sung and one spoken recording, and the vocals of an album. */
describe.each([...SUNG_FREELY, ...HARD_TUNED])('A good take of the %s', (voice) => {
  it('has vowels that carry −28 to −20 dB above 10 kHz beside 1–4 kHz, at least 6 dB less than at 5–9 kHz', () => {
    const tone = vocalTone(heard.get(voice)!.frames);
    expect(tone.airDb).toBeGreaterThan(-28);
    expect(tone.airDb).toBeLessThan(-20);
    expect(tone.airRePresenceDb).toBeLessThan(-6);
  });

  it('has vowels with a presence of −16 to −14 dB at 5–9 kHz beside 1–4 kHz', () => {
    const { presenceDb } = vocalTone(heard.get(voice)!.frames);
    expect(presenceDb).toBeGreaterThan(-16);
    expect(presenceDb).toBeLessThan(-14);
  });

  it('has fricatives that reach −10 to −7 dB at 5–9 kHz beside whole vowels', () => {
    const { fricativeDb } = vocalTone(heard.get(voice)!.frames);
    expect(fricativeDb).toBeGreaterThan(-10);
    expect(fricativeDb).toBeLessThan(-7);
  });

  it('leaves a room tone 45 to 60 dB below its 95th percentile in the gaps, and no digital silence', () => {
    const { belowP95Db, silentShare } = floorOf(heard.get(voice)!.active);
    expect(belowP95Db).toBeGreaterThan(45);
    expect(belowP95Db).toBeLessThan(60);
    expect(silentShare).toBe(0);
  });
});

describe.each(SUNG_FREELY)('The pitch of the %s', (voice) => {
  it('flutters by 7 to 8 cents and drifts by 24 to 44, with at most 23 % of it standing still', () => {
    const pitch = pitchLife(heard.get(voice)!.frames);
    expect(pitch.residualSdCents).toBeGreaterThan(7);
    expect(pitch.residualSdCents).toBeLessThan(8);
    expect(pitch.driftSdCents).toBeGreaterThan(24);
    expect(pitch.driftSdCents).toBeLessThan(44);
    expect(pitch.stillShare).toBeLessThan(0.23);
  });

  it('is 7 to 19 cents off the grid, with a vibrato of 5–7 Hz and 20–30 cents on 30 to 65 % of held notes', () => {
    const pitch = pitchLife(heard.get(voice)!.frames);
    expect(pitch.offGridCents).toBeGreaterThan(7);
    expect(pitch.offGridCents).toBeLessThan(19);
    expect(pitch.vibratoShare).toBeGreaterThan(0.3);
    expect(pitch.vibratoShare).toBeLessThan(0.65);
    expect(pitch.vibratoHz).toBeGreaterThan(5);
    expect(pitch.vibratoHz).toBeLessThan(7);
    expect(pitch.vibratoCents).toBeGreaterThan(20);
    expect(pitch.vibratoCents).toBeLessThan(30);
  });
});

describe('The voices of the electronic song', () => {
  it.each(HARD_TUNED)(
    '%s stands as still as its pitch corrector: over half of all 10 ms steps are below 1 cent',
    (voice) => {
      expect(pitchLife(heard.get(voice)!.frames).stillShare).toBeGreaterThan(0.5);
    },
  );

  it('are sung 10 to 26 ms apart, so that they do not comb where both hold a note', () => {
    const vowels = (voice: Voice, lines: readonly string[]): number[] => {
      const { marks } = takes.get(voice)!;
      const sung = marks.filter(({ kind, name }) => kind === 'line' && lines.includes(name));
      return marks
        .filter(({ kind, name }) => kind === 'phone' && VOWELS.has(name))
        .map(({ startSeconds }) => startSeconds)
        .filter((at) => sung.some(({ startSeconds, endSeconds }) => at >= startSeconds && at < endSeconds));
    };
    const lines = DOUBLED_LINES.map((line) => MELODY[line].text);
    const lead = vowels('electronic lead', lines);
    const later = vowels('electronic double', lines).map((at, i) => at - lead[i]);
    expect(later).toHaveLength(lead.length);
    expect(median(later)).toBeGreaterThan(0.01);
    expect(median(later)).toBeLessThan(0.026);
  });
});
