import { describe, expect, it } from 'vitest';
import { playVocal as singAcoustic } from '../../src/band/songs/acoustic/vocal.ts';
import { playVocals as singElectronic } from '../../src/band/songs/electronic/vocals.ts';
import { playVocal as singIndiePop } from '../../src/band/songs/indie-pop/vocal.ts';
import { digitalSilenceShare, levelsDb, percentile } from '../measures/dynamics.ts';
import { measureVoice } from '../measures/voice.ts';

const leads = [
  { song: 'indie pop', take: singIndiePop().channels[0], hardTuned: false },
  { song: 'acoustic', take: singAcoustic().channels[0], hardTuned: false },
  { song: 'electronic', take: singElectronic().vocal.channels[0], hardTuned: true },
];

describe.each(leads)('The good take of the $song lead', ({ take, hardTuned }) => {
  const voice = measureVoice(take);

  it('has vowels with air but no fizz: above 10 kHz 20–28 dB below 1–4 kHz, and ≥ 6 dB below 5–9 kHz', () => {
    expect(voice.vowelAirDb).toBeGreaterThanOrEqual(-28);
    expect(voice.vowelAirDb).toBeLessThanOrEqual(-20);
    expect(voice.vowelAirDb - voice.vowelPresenceDb).toBeLessThanOrEqual(-6);
  });

  it('has presence: vowels’ 5–9 kHz 14–16 dB below 1–4 kHz, fricatives’ 7–10 dB below the vowels', () => {
    expect(voice.vowelPresenceDb).toBeGreaterThanOrEqual(-16);
    expect(voice.vowelPresenceDb).toBeLessThanOrEqual(-14);
    expect(voice.sibilanceDb).toBeGreaterThanOrEqual(-10);
    expect(voice.sibilanceDb).toBeLessThanOrEqual(-7);
  });

  it.runIf(!hardTuned)(
    'lives in pitch: flutter 7–8 cents, drift 24–44 cents, ≤ 23 % of 10 ms steps under a cent, notes 7–19 cents off the grid',
    () => {
      expect(voice.flutterCents).toBeGreaterThanOrEqual(7);
      expect(voice.flutterCents).toBeLessThanOrEqual(8);
      expect(voice.driftCents).toBeGreaterThanOrEqual(24);
      expect(voice.driftCents).toBeLessThanOrEqual(44);
      expect(voice.staticShare).toBeLessThanOrEqual(0.23);
      expect(voice.offGridCents).toBeGreaterThanOrEqual(7);
      expect(voice.offGridCents).toBeLessThanOrEqual(19);
    },
  );

  it.runIf(!hardTuned)('has vibrato of 5–7 Hz and ±20–30 cents on 30–65 % of its held notes', () => {
    expect(voice.vibratoHz).toBeGreaterThanOrEqual(5);
    expect(voice.vibratoHz).toBeLessThanOrEqual(7);
    expect(voice.vibratoCents).toBeGreaterThanOrEqual(20);
    expect(voice.vibratoCents).toBeLessThanOrEqual(30);
    expect(voice.vibratoShare).toBeGreaterThanOrEqual(0.3);
    expect(voice.vibratoShare).toBeLessThanOrEqual(0.65);
  });

  it('rests on a room, not on nothing: its quietest 2 % lie 45–60 dB below its loudest 5 %, no digital silence', () => {
    const levels = levelsDb([take], 0.02, 0.02);
    const gap = percentile(levels, 95) - percentile(levels, 2);
    expect(gap).toBeGreaterThanOrEqual(45);
    expect(gap).toBeLessThanOrEqual(60);
    expect(digitalSilenceShare([take])).toBe(0);
  });
});
