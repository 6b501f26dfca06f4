import { describe, expect, it } from 'vitest';
import type { LapAnalysis } from '../../src/analysis/lap-analysis.ts';
import {
  columnMaxima,
  laneShare,
  loudestLane,
  playingWords,
  restingWords,
} from '../../src/pictures/overview.ts';
import { barAt, secondsTicks } from '../../src/pictures/time-axis.ts';
import { loudnessWords, lufsShare } from '../../src/pictures/loudness-history.ts';

const levels = (drums: number, vocal: number): LapAnalysis =>
  ({
    seconds: 36,
    integratedLufs: -18.34,
    peaks: Float32Array.from({ length: 3600 }, (_, i) => (i === 1240 ? 0.8 : 0.1)),
    momentaryLufs: new Float32Array(720).fill(-17),
    shortTermLufs: new Float32Array(720).fill(-18.9),
    channels: new Map([
      ['drums', { levelDb: new Float32Array(3600).fill(drums) }],
      ['vocal', { levelDb: new Float32Array(3600).fill(vocal) }],
    ]),
  }) as unknown as LapAnalysis;
const lanes = [
  { id: 'drums', name: 'Drums' },
  { id: 'vocal', name: 'Vocal' },
];

describe('The overview', () => {
  it('says where the sound is and which stem is loudest', () => {
    expect(playingWords(levels(-10, -20), 16, lanes, 12.4)).toBe(
      'Second 12.4 of 36, bar 6 of 16; loudest now: Drums.',
    );
    expect(playingWords(levels(-30, -20), 16, lanes, 0)).toBe(
      'Second 0.0 of 36, bar 1 of 16; loudest now: Vocal.',
    );
    expect(playingWords(levels(-120, -120), 16, lanes, 35.99)).toMatch(/bar 16 of 16; nothing sounds now\.$/);
  });

  it('counts no bars where the loop has no equal ones, as with songs in a row', () => {
    expect(playingWords(levels(-10, -20), 1, lanes, 12.4)).toBe('Second 12.4 of 36; loudest now: Drums.');
    expect(restingWords(levels(-10, -20), 1, lanes)).toMatch(/^One lap: 36 seconds, 2 stems\./);
  });

  it('says what a lap holds while nothing plays', () => {
    expect(restingWords(levels(-10, -20), 16, lanes)).toBe(
      'One lap: 36 seconds, 16 bars, 2 stems. The highest peak is at second 12.4.',
    );
  });

  it('loses no peak when a lap is squeezed into columns, nor any column when it is stretched', () => {
    const peaks = Float32Array.from({ length: 1000 }, (_, i) => (i === 617 ? 1 : 0.1));
    expect(Math.max(...columnMaxima(peaks, 333))).toBe(1);
    expect([...columnMaxima(Float32Array.of(1, 2), 4)]).toEqual([1, 1, 2, 2]);
  });

  it('finds no loudest stem among those that nobody hears', () => {
    expect(loudestLane(levels(-10, -20), [], 5)).toBeNull();
  });

  it('fills a lane at full scale and empties it far below', () => {
    expect(laneShare(0)).toBe(1);
    expect(laneShare(-120)).toBe(0);
  });
});

describe('The time axis', () => {
  it('writes round seconds, as many as fit', () => {
    expect(secondsTicks(36, 1000)).toEqual(Array.from({ length: 18 }, (_, i) => 2 * i));
    expect(secondsTicks(36, 600)).toEqual([0, 5, 10, 15, 20, 25, 30]);
    expect(secondsTicks(36, 300)).toEqual([0, 10, 20, 30]);
    expect(secondsTicks(36, 40)).toEqual([0]);
  });

  it('counts bars from 1 and ends with the last one', () => {
    expect([barAt(0, 36, 16), barAt(2.24, 36, 16), barAt(2.26, 36, 16), barAt(36, 36, 16)]).toEqual([
      1, 1, 2, 16,
    ]);
  });
});

describe('The loudness history', () => {
  const a = { label: 'Raw', lap: levels(-10, -20), offsetDb: 0 };
  const b = { ...a, label: 'Loud', offsetDb: -4 };

  it('says how far what plays is under the line, as matched, and what each version measures', () => {
    expect(loudnessWords(b, [a, b], 3)).toBe(
      'Last 0.4 s −21.0, last 3 s −22.9 LUFS, 8.9 LU under the line at −14. Over the whole loop: “Raw” −18.3, “Loud” −22.3 LUFS.',
    );
    expect(loudnessWords(a, [a], null)).toBe('Over the whole loop: “Raw” −18.3 LUFS.');
  });

  it('keeps silence at the foot of the picture', () => {
    expect(lufsShare(-Infinity)).toBe(1);
  });
});
