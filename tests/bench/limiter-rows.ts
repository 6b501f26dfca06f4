import { bounceFile } from '../../src/dsp/bounce-file.ts';
import type { StemAudio } from '../../src/dsp/bounce.ts';
import { device, mixSpec } from '../../src/dsp/mix-draft.ts';
import { SAFETY_CEILING_DBTP } from '../../src/dsp/mix.ts';
import { songAudio } from '../../src/demos/song-audio.ts';
import { noise } from '../dsp/noise.ts';
import { atTruePeak, kickAndNoise, quarterRateBursts, square } from '../dsp/signals.ts';
import { decibels, figureRow, type BenchRow } from './bench-row.ts';
import { benchLimiters, type LimiterRow } from './limiters.ts';

const SAMPLE_RATE = 48000;
const SECONDS = 3;
const DRIVE_DB = 12;

/** The limiter live, bounced and beside libsonare's and Tone's. */
export async function limiterRows(): Promise<BenchRow[]> {
  const measured = await benchLimiters();
  const [clean, loud, sonare, tone] = measured as [LimiterRow, LimiterRow, LimiterRow, LimiterRow];
  const bounced = await bouncedOvershootsDb();
  const hardest = Math.max(...bounced);
  const what = '12 dB of drive, over the ceiling at 16×: kick, square, bursts, music; white noise';
  const live = (row: LimiterRow) => Math.max(row.kickDb, row.squareDb, row.burstsDb, row.musicDb);
  const shown = (row: LimiterRow) => `${decibels(live(row))}; ${decibels(row.whiteNoiseDb)}`;
  const peer = 'libsonare truePeakLimiter, 4×; Tone.Limiter';
  const theirs = `${shown(sonare)}; ${shown(tone)}`;
  const louderDb = clean.musicRmsDbfs - sonare.musicRmsDbfs;
  return [
    figureRow({
      what: `Limiter bounced, ${what}`,
      ours: `${decibels(Math.max(...bounced.slice(0, 4)), 3)}; ${decibels(bounced[4]!, 3)}`,
      peer,
      theirs,
      reach: '≤ 0.01 dB',
      reached: hardest <= 0.01,
    }),
    ...[clean, loud].map((row) =>
      figureRow({
        what: `Limiter live (${row.limiter}), ${what}`,
        ours: shown(row),
        peer,
        theirs,
        reach: '≤ 0 dB; ≤ 0.5 dB',
        reached: live(row) <= 0 && row.whiteNoiseDb <= 0.5,
      }),
    ),
    figureRow({
      what: 'Limiter, THD+N of a 50 Hz sine 6 dB into it: clean; loud',
      ours: `${decibels(clean.thdn50HzDb, 1)}; ${decibels(loud.thdn50HzDb, 1)}`,
      peer: 'libsonare; Tone.Limiter',
      theirs: `${decibels(sonare.thdn50HzDb, 1)}; ${decibels(tone.thdn50HzDb, 1)}`,
      reach: '≤ −100 dB; ≤ −55 dB',
      reached: clean.thdn50HzDb <= -100 && loud.thdn50HzDb <= -55,
    }),
    figureRow({
      what: 'Limiter, RMS of music at 12 dB of drive and equal 16× peak: clean; loud',
      ours: `${decibels(clean.musicRmsDbfs)}; ${decibels(loud.musicRmsDbfs)}`,
      peer: 'libsonare; Tone.Limiter',
      theirs: `${decibels(sonare.musicRmsDbfs)}; ${decibels(tone.musicRmsDbfs)}`,
      reach: 'at most 0.4 dB lower',
      reached: louderDb >= -0.4,
    }),
  ];
}

/** A file's true peak over −1 dBTP for kick, square, bursts, music and white noise, each through the limiter alone. */
async function bouncedOvershootsDb(): Promise<number[]> {
  const both = (samples: Float64Array): StemAudio[] => [
    [Float32Array.from(atTruePeak(samples, 0)), Float32Array.from(atTruePeak(samples, 0))],
  ];
  const { stems } = await songAudio('indie-pop');
  const inputs: StemAudio[][] = [
    both(kickAndNoise(SAMPLE_RATE, SECONDS)),
    both(square(SAMPLE_RATE, SECONDS, 997)),
    both(quarterRateBursts(SAMPLE_RATE, SECONDS)),
    [...stems.values()],
    both(noise(SAMPLE_RATE * SECONDS, 5)),
  ];
  return inputs.map((input) => {
    const strips = Object.fromEntries(input.map((_, i) => [`stem${i}`, {}]));
    const master = [
      device('limiter', 'limiter', 'Limiter', { driveDb: DRIVE_DB, ceilingDbtp: -1, releaseMs: 60 }),
    ];
    const spec = mixSpec({ song: 'bench', strips, master });
    return bounceFile(spec, input, SAMPLE_RATE, 'float32').truePeakDbtp - SAFETY_CEILING_DBTP;
  });
}
