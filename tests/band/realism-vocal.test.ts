import { describe, expect, it } from 'vitest';
import { playVocal as singAcoustic } from '../../src/band/songs/acoustic/vocal.ts';
import { playVocals as singElectronic } from '../../src/band/songs/electronic/vocals.ts';
import { playVocal as singIndiePop } from '../../src/band/songs/indie-pop/vocal.ts';
import { framesIn } from '../../src/band/signal/sample-rate.ts';
import { floorOf } from './measures/dynamics.ts';
import { framePowers, powerDb } from './measures/frame-power.ts';
import { pitchLife } from './measures/pitch-life.ts';
import { percentile } from './measures/statistics.ts';
import { vocalTone } from './measures/vocal-tone.ts';
import { voiceFrames } from './measures/voice-frames.ts';

const leads = [
  { song: 'indie pop', take: singIndiePop().channels[0], hardTuned: false },
  { song: 'acoustic', take: singAcoustic().channels[0], hardTuned: false },
  { song: 'electronic', take: singElectronic().vocal.channels[0], hardTuned: true },
];

describe.each(leads)('The good take of the $song lead', ({ take, hardTuned }) => {
  const frames = voiceFrames(take);
  const tone = vocalTone(frames);
  const life = pitchLife(frames);

  it('has vowels with air but no fizz: above 10 kHz 20–28 dB below 1–4 kHz, and ≥ 6 dB below 5–9 kHz', () => {
    expect(tone.airDb).toBeGreaterThanOrEqual(-28);
    expect(tone.airDb).toBeLessThanOrEqual(-20);
    expect(tone.airRePresenceDb).toBeLessThanOrEqual(-6);
  });

  it('has presence: vowels’ 5–9 kHz 14–16 dB below 1–4 kHz, fricatives’ 7–10 dB below the vowels', () => {
    expect(tone.presenceDb).toBeGreaterThanOrEqual(-16);
    expect(tone.presenceDb).toBeLessThanOrEqual(-14);
    expect(tone.fricativeDb).toBeGreaterThanOrEqual(-10);
    expect(tone.fricativeDb).toBeLessThanOrEqual(-7);
  });

  it.runIf(!hardTuned)(
    'lives in pitch: flutter 7–8 cents, drift 24–44 cents, ≤ 23 % of 10 ms steps under a cent, notes 7–19 cents off the grid',
    () => {
      expect(life.residualSdCents).toBeGreaterThanOrEqual(7);
      expect(life.residualSdCents).toBeLessThanOrEqual(8);
      expect(life.driftSdCents).toBeGreaterThanOrEqual(24);
      expect(life.driftSdCents).toBeLessThanOrEqual(44);
      expect(life.stillShare).toBeLessThanOrEqual(0.23);
      expect(life.offGridCents).toBeGreaterThanOrEqual(7);
      expect(life.offGridCents).toBeLessThanOrEqual(19);
    },
  );

  it.runIf(!hardTuned)('has vibrato of 5–7 Hz and ±20–30 cents on 30–65 % of its held notes', () => {
    expect(life.vibratoHz).toBeGreaterThanOrEqual(5);
    expect(life.vibratoHz).toBeLessThanOrEqual(7);
    expect(life.vibratoCents).toBeGreaterThanOrEqual(20);
    expect(life.vibratoCents).toBeLessThanOrEqual(30);
    expect(life.vibratoShare).toBeGreaterThanOrEqual(0.3);
    expect(life.vibratoShare).toBeLessThanOrEqual(0.65);
  });

  it('rests on a room, not on nothing: its quietest 2 % lie 45–60 dB below its loudest 5 %, no digital silence', () => {
    const levels = [...framePowers([take], framesIn(0.02), framesIn(0.02))].map(powerDb);
    const gap = percentile(levels, 0.95) - percentile(levels, 0.02);
    expect(gap).toBeGreaterThanOrEqual(45);
    expect(gap).toBeLessThanOrEqual(60);
    expect(floorOf([take]).silentShare).toBe(0);
  });
});
