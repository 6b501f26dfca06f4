import { init, masteringProcessStereo } from '@libraz/libsonare';
import { songAudio } from '../../src/demos/song-audio.ts';
import { dbToGain } from '../../src/dsp/decibels.ts';
import { Limiter } from '../../src/dsp/limiter.ts';
import { truePeakDbtp } from '../../src/dsp/true-peak.ts';
import { noise } from '../dsp/noise.ts';
import { openToneLimiter } from './tone-limiter.ts';
import { atTruePeak, distortionDb, kickAndNoise, quarterRateBursts, square, tone } from '../dsp/signals.ts';

const SAMPLE_RATE = 48000;
const SECONDS = 3;
const CEILING_DBTP = -1;
/** Behind every signal, so that what is measured ends as the limiter ends it and not by a cut. */
const TAIL_SECONDS = 0.1;

type Pair = readonly [Float64Array, Float64Array];

/** A limiter with 5 ms of look-ahead, a release of 60 ms and a ceiling of −1 dBTP; drive in dB before it. */
interface Contender {
  readonly name: string;
  limit(input: Pair, driveDb: number): Pair | Promise<Pair>;
}

/** One limiter's figures. Overshoot is in dB above the ceiling, re-measured at 16×, at 12 dB of drive. */
export interface LimiterRow {
  readonly limiter: string;
  readonly kickDb: number;
  readonly squareDb: number;
  readonly whiteNoiseDb: number;
  readonly burstsDb: number;
  readonly musicDb: number;
  /** Everything but the sine, 6 dB into limiting, relative to it. */
  readonly thdn50HzDb: number;
  readonly thdn100HzDb: number;
  readonly thdn1kHzDb: number;
  /** RMS in dBFS of the music at 12 dB of drive, turned so that its 16× true peak is the ceiling. */
  readonly musicRmsDbfs: number;
}

const ours = (name: string, mode: number): Contender => ({
  name,
  limit(input, driveDb) {
    const limiter = new Limiter();
    limiter.prepare(SAMPLE_RATE);
    limiter.set({ driveDb, ceilingDbtp: CEILING_DBTP, releaseMs: 60, mode });
    const output: Pair = [input[0].slice(), input[1].slice()];
    limiter.process(output[0], output[1], output[0].length);
    return output;
  },
});

const sonare = (name: string, settings: Record<string, number | boolean>): Contender => ({
  name,
  limit(input, driveDb) {
    const gain = dbToGain(driveDb);
    const [left, right] = input.map((samples) => Float32Array.from(samples, (value) => value * gain));
    const output = masteringProcessStereo('maximizer.truePeakLimiter', left!, right!, SAMPLE_RATE, {
      ceilingDb: CEILING_DBTP,
      lookaheadMs: 5,
      releaseMs: 60,
      ...settings,
    });
    return [Float64Array.from(output.left), Float64Array.from(output.right)];
  },
});

/** Measure our limiter, live, beside libsonare's and Tone's, on hostile signals, on bass and on a whole song. */
export async function benchLimiters(): Promise<LimiterRow[]> {
  await init();
  const music = await songSum('indie-pop');
  const tone = await openToneLimiter(CEILING_DBTP, SAMPLE_RATE);
  const contenders: Contender[] = [
    ours('ours, clean', 0),
    ours('ours, loud', 1),
    sonare('libsonare truePeakLimiter, 4×', { oversampleFactor: 4 }),
    { name: 'Tone.Limiter', limit: tone.limit },
  ];
  const rows: LimiterRow[] = [];
  try {
    for (const contender of contenders) rows.push(await figuresOf(contender, music));
  } finally {
    await tone.close();
  }
  return rows;
}

async function figuresOf({ name, limit }: Contender, music: Pair): Promise<LimiterRow> {
  const overshootDb = async (samples: Float64Array): Promise<number> => {
    const input = padded(atTruePeak(samples, 0));
    return truePeakDbtp(await limit([input, input], 12), 16) - CEILING_DBTP;
  };
  const thdnDb = async (frequencyHz: number): Promise<number> => {
    const sine = tone(SAMPLE_RATE, [[SECONDS, CEILING_DBTP]], frequencyHz);
    const [left] = await limit([sine, sine], 6);
    return distortionDb(left.subarray(SAMPLE_RATE, 2 * SAMPLE_RATE), frequencyHz, SAMPLE_RATE);
  };
  const limited = await limit(music, 12);
  const musicDb = truePeakDbtp(limited, 16) - CEILING_DBTP;
  return {
    limiter: name,
    kickDb: await overshootDb(kickAndNoise(SAMPLE_RATE, SECONDS)),
    squareDb: await overshootDb(square(SAMPLE_RATE, SECONDS, 997)),
    whiteNoiseDb: await overshootDb(noise(SAMPLE_RATE * SECONDS, 5)),
    burstsDb: await overshootDb(quarterRateBursts(SAMPLE_RATE, SECONDS)),
    musicDb,
    thdn50HzDb: await thdnDb(50),
    thdn100HzDb: await thdnDb(100),
    thdn1kHzDb: await thdnDb(1000),
    musicRmsDbfs: rmsDbfs(limited) - musicDb,
  };
}

/** All stems of a song at their own levels, mono ones on both sides, turned to a true peak of 0 dBTP. */
async function songSum(song: string): Promise<Pair> {
  const { manifest, stems } = await songAudio(song);
  const sum: Pair = [new Float64Array(manifest.loopFrames), new Float64Array(manifest.loopFrames)];
  for (const channels of stems.values())
    sum.forEach((side, c) => {
      const samples = channels[c] ?? channels[0]!;
      for (let i = 0; i < side.length; i++) side[i] += samples[i]!;
    });
  const gain = dbToGain(-truePeakDbtp(sum, 16));
  return [padded(sum[0].map((value) => value * gain)), padded(sum[1].map((value) => value * gain))];
}

function padded(samples: Float64Array): Float64Array {
  const longer = new Float64Array(samples.length + TAIL_SECONDS * SAMPLE_RATE);
  longer.set(samples);
  return longer;
}

function rmsDbfs(pair: Pair): number {
  let sum = 0;
  for (const samples of pair) for (const value of samples) sum += value * value;
  return 10 * Math.log10(sum / (2 * pair[0].length));
}

if (import.meta.main) {
  const rows = await benchLimiters();
  console.table(
    rows.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [
          name,
          typeof value === 'number' ? Number(value.toFixed(3)) : value,
        ]),
      ),
    ),
  );
}
