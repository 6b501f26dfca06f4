import { describe, expect, it } from 'vitest';
import { kWeighting } from '../../src/dsp/k-weighting.ts';
import { LoudnessMeter, measureLoudness, SURROUND_WEIGHTS } from '../../src/dsp/loudness.ts';
import { noise } from './noise.ts';
import { repeated, tone, type Segment } from './signals.ts';

const SILENCE = -Infinity;

/** The same tone in both channels, as the tables mean it. */
function stereo(sampleRate: number, segments: readonly Segment[]): Float64Array[] {
  const channel = tone(sampleRate, segments);
  return [channel, channel];
}

/** Feed a stereo signal in blocks of 10 ms and hand the meter over after each, with the time in seconds. */
function poll(
  sampleRate: number,
  segments: readonly Segment[],
  read: (meter: LoudnessMeter, seconds: number) => void,
): void {
  const channel = tone(sampleRate, segments);
  const meter = new LoudnessMeter();
  meter.prepare(sampleRate);
  const block = sampleRate / 100;
  for (let start = 0; start + block <= channel.length; start += block) {
    const samples = channel.subarray(start, start + block);
    meter.process(samples, samples, block);
    read(meter, (start + block) / sampleRate);
  }
}

/** The reading of `readings` farthest from `expected`. */
function farthest(readings: readonly number[], expected: number): number {
  return readings.reduce((a, b) => (Math.abs(b - expected) > Math.abs(a - expected) ? b : a));
}

/** Integrated-loudness rows of EBU Tech 3341 v4, table 1 (7 and 8 are recordings). */
const INTEGRATED: readonly (readonly [row: string, segments: readonly Segment[], expectedLufs: number])[] = [
  ['1: 20 s at −23 dBFS', [[20, -23]], -23],
  ['2: 20 s at −33 dBFS', [[20, -33]], -33],
  [
    '3: 60 s at −23 between 10 s at −36, which the relative gate drops',
    [
      [10, -36],
      [60, -23],
      [10, -36],
    ],
    -23,
  ],
  [
    '4: row 3 with 10 s at −72 around it, which the absolute gate drops',
    [
      [10, -72],
      [10, -36],
      [60, -23],
      [10, -36],
      [10, -72],
    ],
    -23,
  ],
  [
    '5: 20 s at −26, 20.1 s at −20, 20 s at −26',
    [
      [20, -26],
      [20.1, -20],
      [20, -26],
    ],
    -23,
  ],
  ['2.9: the calibration tone at −18 dBFS', [[20, -18]], -18],
];

/** EBU Tech 3342, table 1 (5 and 6 are recordings): levels of 20 s each. */
const RANGES = [
  ['1', [-20, -30], 10],
  ['2', [-20, -15], 5],
  ['3', [-40, -20], 20],
  ['4', [-50, -35, -20, -35, -50], 15],
] as const;

describe.each([44100, 48000])('Loudness at %i Hz', (sampleRate) => {
  it.each(INTEGRATED)('reads Tech 3341 row %s within 0.1 LU', (_row, segments, expectedLufs) => {
    const { integratedLufs } = measureLoudness(stereo(sampleRate, segments), sampleRate);
    expect(Math.abs(integratedLufs - expectedLufs)).toBeLessThanOrEqual(0.1);
  });

  it.each([-23, -33])(
    'reads a steady %d dBFS tone alike as momentary and short-term, within 0.1 LU',
    (level) => {
      const momentary: number[] = [];
      const shortTerm: number[] = [];
      poll(sampleRate, [[5, level]], (meter, seconds) => {
        if (seconds >= 0.41) momentary.push(meter.momentaryLufs);
        if (seconds >= 3.01) shortTerm.push(meter.shortTermLufs);
      });
      expect(Math.abs(farthest(momentary, level) - level)).toBeLessThanOrEqual(0.1);
      expect(Math.abs(farthest(shortTerm, level) - level)).toBeLessThanOrEqual(0.1);
    },
  );

  it('reads Tech 3341 row 6, 5.0 surround at −28, −24 and −30 dBFS, as −23 LUFS within 0.1 LU', () => {
    const channels = [-28, -28, -24, -30, -30].map((level) => tone(sampleRate, [[20, level]]));
    const { integratedLufs } = measureLoudness(channels, sampleRate, SURROUND_WEIGHTS);
    expect(Math.abs(integratedLufs + 23)).toBeLessThanOrEqual(0.1);
  });

  it('holds short-term at −23 LUFS within 0.1 LU through Tech 3341 row 9, 1.34 s at −20 and 1.66 s at −30', () => {
    const readings: number[] = [];
    poll(
      sampleRate,
      repeated(
        [
          [1.34, -20],
          [1.66, -30],
        ],
        5,
      ),
      (meter, seconds) => {
        if (seconds >= 3) readings.push(meter.shortTermLufs);
      },
    );
    expect(Math.abs(farthest(readings, -23) + 23)).toBeLessThanOrEqual(0.1);
  });

  it('holds momentary at −23 LUFS within 0.1 LU through Tech 3341 row 12, 0.18 s at −20 and 0.22 s at −30', () => {
    const readings: number[] = [];
    poll(
      sampleRate,
      repeated(
        [
          [0.18, -20],
          [0.22, -30],
        ],
        25,
      ),
      (meter, seconds) => {
        if (seconds >= 1) readings.push(meter.momentaryLufs);
      },
    );
    expect(Math.abs(farthest(readings, -23) + 23)).toBeLessThanOrEqual(0.1);
  });

  it('finds −23 LUFS short-term in each of 20 files of Tech 3341 row 10: 3 s of tone at any offset', () => {
    const readings = Array.from({ length: 20 }, (_, i) => {
      const segments: Segment[] = [
        [i * 0.15, SILENCE],
        [3, -23],
        [1, SILENCE],
      ];
      return measureLoudness(stereo(sampleRate, segments), sampleRate).maxShortTermLufs;
    });
    expect(Math.abs(farthest(readings, -23) + 23)).toBeLessThanOrEqual(0.1);
  });

  it('finds −23 LUFS momentary in each of 20 files of Tech 3341 row 13: 0.4 s of tone at any offset', () => {
    const readings = Array.from({ length: 20 }, (_, i) => {
      const segments: Segment[] = [
        [i * 0.02, SILENCE],
        [0.4, -23],
        [1, SILENCE],
      ];
      return measureLoudness(stereo(sampleRate, segments), sampleRate).maxMomentaryLufs;
    });
    expect(Math.abs(farthest(readings, -23) + 23)).toBeLessThanOrEqual(0.1);
  });

  it('follows the 20 tones of Tech 3341 row 11 live: highest short-term −38 … −19 LUFS within 0.1 LU', () => {
    const segments = Array.from({ length: 20 }, (_, i): Segment[] => [
      [i * 0.15, SILENCE],
      [3, -38 + i],
      [3 - i * 0.15, SILENCE],
    ]);
    const highest = new Array<number>(20).fill(-Infinity);
    poll(sampleRate, segments.flat(), (meter, seconds) => {
      const i = Math.min(19, Math.floor((seconds - 0.005) / 6));
      highest[i] = Math.max(highest[i]!, meter.shortTermLufs);
    });
    const errors = highest.map((reading, i) => reading - (-38 + i));
    expect(Math.abs(farthest(errors, 0))).toBeLessThanOrEqual(0.1);
  });

  it('follows the 20 tones of Tech 3341 row 14 live: highest momentary −38 … −19 LUFS within 0.1 LU', () => {
    const segments = Array.from({ length: 20 }, (_, i): Segment[] => [
      [i * 0.02, SILENCE],
      [0.4, -38 + i],
      [0.4 - i * 0.02, SILENCE],
    ]);
    const highest = new Array<number>(20).fill(-Infinity);
    poll(sampleRate, segments.flat(), (meter, seconds) => {
      const i = Math.min(19, Math.floor((seconds - 0.005) / 0.8));
      highest[i] = Math.max(highest[i]!, meter.momentaryLufs);
    });
    const errors = highest.map((reading, i) => reading - (-38 + i));
    expect(Math.abs(farthest(errors, 0))).toBeLessThanOrEqual(0.1);
  });

  it.each(RANGES)(
    'reads the range of Tech 3342 row %s, steps of 20 s at %j dBFS, as %d LU ± 1',
    (_row, levels, expectedLu) => {
      const segments = levels.map((level): Segment => [20, level]);
      const { loudnessRangeLu } = measureLoudness(stereo(sampleRate, segments), sampleRate);
      expect(Math.abs(loudnessRangeLu - expectedLu)).toBeLessThanOrEqual(1);
    },
  );

  it('reads 997 Hz at 0 dBFS in one channel as −3.01 LUFS within 0.01 LU (BS.1770)', () => {
    const channel = tone(sampleRate, [[5, 0]], 997);
    const { integratedLufs } = measureLoudness([channel, new Float64Array(channel.length)], sampleRate);
    expect(Math.abs(integratedLufs + 3.01)).toBeLessThanOrEqual(0.01);
  });
});

describe('K-weighting', () => {
  it('gives the coefficients of BS.1770-5 tables 1 and 2 at 48 kHz', () => {
    const printed = [
      1.53512485958697, -2.69169618940638, 1.19839281085285, -1.69065929318241, 0.73248077421585,
      -1.99004745483398, 0.99007225036621,
    ];
    const coefficients = kWeighting(48000);
    printed.forEach((value, i) => expect(coefficients[i]).toBeCloseTo(value, 10));
  });

  // At 22.05 kHz the bilinear transform already bends the shelf.
  it.each([
    [22050, 0.2],
    [44100, 0.03],
    [88200, 0.03],
    [96000, 0.03],
    [192000, 0.03],
  ])('weighs tones of 40 Hz … 4 kHz at a rate of %i Hz as at 48 kHz, within %f dB', (rate, toleranceDb) => {
    for (const frequencyHz of [40, 100, 500, 997, 2000, 4000]) {
      const reading = (sampleRate: number): number =>
        measureLoudness([tone(sampleRate, [[2, -20]], frequencyHz)], sampleRate).integratedLufs;
      expect(Math.abs(reading(rate) - reading(48000))).toBeLessThanOrEqual(toleranceDb);
    }
  });
});

describe('The loudness meter', () => {
  const SAMPLE_RATE = 48000;
  const left = noise(5 * SAMPLE_RATE, 1, 0.3);
  const right = noise(5 * SAMPLE_RATE, 2, 0.1);

  function readings(blockFrames: number, historySeconds = 10): number[] {
    const meter = new LoudnessMeter();
    meter.prepare(SAMPLE_RATE, historySeconds);
    for (let start = 0; start < left.length; start += blockFrames) {
      const end = Math.min(left.length, start + blockFrames);
      meter.process(left.subarray(start, end), right.subarray(start, end), end - start);
    }
    return [meter.momentaryLufs, meter.shortTermLufs, meter.integratedLufs, meter.loudnessRangeLu];
  }

  it('reads the same within 1e-9 LU in blocks of 7, 128 and all frames', () => {
    const whole = readings(left.length);
    for (const blockFrames of [7, 128])
      readings(blockFrames).forEach((value, i) => expect(value).toBeCloseTo(whole[i]!, 9));
  });

  it('counts noise in two channels as the sum of their energies', () => {
    const energy = (lufs: number): number => Math.pow(10, lufs / 10);
    const alone = [left, right].map((channel) =>
      energy(measureLoudness([channel], SAMPLE_RATE).integratedLufs),
    );
    const together = energy(measureLoudness([left, right], SAMPLE_RATE).integratedLufs);
    expect(together / (alone[0]! + alone[1]!)).toBeCloseTo(1, 9);
  });

  it('goes on with momentary and short-term when there is no room for a history', () => {
    const [momentary, shortTerm, integrated, range] = readings(128, 0);
    expect([momentary, shortTerm]).toEqual(readings(128).slice(0, 2));
    expect(integrated).toBe(-Infinity);
    expect(range).toBe(0);
  });

  it('stops integrating when its history is full: 2 s of history read the first 2.3 s', () => {
    const first = left.subarray(0, Math.round(2.3 * SAMPLE_RATE));
    const expected = measureLoudness([first, right.subarray(0, first.length)], SAMPLE_RATE).integratedLufs;
    expect(readings(128, 2)[2]).toBeCloseTo(expected, 9);
  });

  it('reads −∞ LUFS for silence and for 0.3 s of tone', () => {
    expect(measureLoudness(stereo(SAMPLE_RATE, [[5, SILENCE]]), SAMPLE_RATE).integratedLufs).toBe(-Infinity);
    expect(measureLoudness(stereo(SAMPLE_RATE, [[0.3, -20]]), SAMPLE_RATE).integratedLufs).toBe(-Infinity);
  });

  it('falls below −200 LUFS short-term 5 s after a 0 dBFS tone has stopped', () => {
    let last = 0;
    poll(
      SAMPLE_RATE,
      [
        [3, 0],
        [5, SILENCE],
      ],
      (meter) => (last = meter.shortTermLufs),
    );
    expect(last).toBeLessThan(-200);
  });

  it.each([NaN, Infinity, -Infinity, 1e300])(
    'reads a −20 dBFS tone again 1 s after a sample of %d',
    (hostile) => {
      const channel = tone(SAMPLE_RATE, [[2, -20]]);
      channel[1000] = hostile;
      const meter = new LoudnessMeter();
      meter.prepare(SAMPLE_RATE);
      meter.process(channel, channel, channel.length);
      expect(meter.momentaryLufs).toBeCloseTo(-20, 1);
    },
  );
});
