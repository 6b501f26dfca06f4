import { bounceLoop, type StemAudio } from '../../src/dsp/bounce.ts';
import { device, mixSpec } from '../../src/dsp/mix-draft.ts';
import { songAudio } from '../../src/demos/song-audio.ts';
import { figureRow, pairedRow, seconds, type BenchRow } from './bench-row.ts';
import { median, spread, taken } from './pairs.ts';
import { nodeScript, runProcess } from './process-cpu.ts';
import type { Programme } from './programme.ts';
import { eqAndCompressor, workingMix } from './strips.ts';

const PAIRS = 5;
const BOUNCES = 7;
const REAL_TIME = 80;
/** What a bounce renders before the loop (bounce.ts). */
const LEAD_IN_SECONDS = 4;

/** The master chain against libsonare's, and eight strips with a master against the clock; in Node, on one core. */
export async function chainRows(programme: Programme): Promise<BenchRow[]> {
  const chain = (side: string) => () =>
    runProcess(process.execPath, nodeScript(`master-chain-${side}`, programme.file)).userSeconds;
  return [
    pairedRow({
      what: 'Master chain (5-band EQ, compressor, 4× limiter) over 4 minutes, Node, user CPU of the process',
      pairs: await taken(PAIRS, chain('ours'), chain('libsonare')),
      show: seconds,
      peer: '@libraz/libsonare streaming',
      reach: 0.2,
    }),
    await bounceRow(),
  ];
}

async function bounceRow(): Promise<BenchRow> {
  const master = [...eqAndCompressor('master'), device('limiter', 'limiter', 'Limiter', { driveDb: 6 })];
  const spec = { ...mixSpec({ song: 'bench', strips: {}, master }), strips: workingMix.strips };
  const stems = await stereoStems(spec.strips.length);
  const sampleRate = 48000;
  const speeds: number[] = [];
  for (let i = 0; i <= BOUNCES; i++) {
    const before = process.cpuUsage();
    const [left] = bounceLoop(spec, stems, sampleRate);
    const userSeconds = process.cpuUsage(before).user / 1e6;
    // The first one warms up.
    if (i > 0) speeds.push((left.length / sampleRate + LEAD_IN_SECONDS) / userSeconds);
  }
  return figureRow({
    what: `8 stereo strips and the master chain bounced in Node, over loop and lead-in, on user CPU`,
    ours: `${median(speeds).toFixed(0)} × (${spread(speeds, 0)})`,
    peer: 'real time',
    theirs: '1 ×',
    reach: `≥ ${REAL_TIME} ×`,
    reached: median(speeds) >= REAL_TIME,
  });
}

/** The song's stems, each made stereo by a copy 7 ms late. */
async function stereoStems(count: number): Promise<StemAudio[]> {
  const { stems } = await songAudio('indie-pop');
  const sides = [...stems.values()].map(([side]) => Float32Array.from(side!));
  return Array.from({ length: count }, (_, i) => {
    const left = sides[i % sides.length]!;
    const right = new Float32Array(left.length);
    right.set(left.subarray(0, left.length - 336), 336);
    return [left, right];
  });
}
