import { init, lufsInterleaved } from '@libraz/libsonare';
import { truePeakDbtp } from '../../src/dsp/true-peak.ts';
import { decibels, figureRow, pairedRow, seconds, type BenchRow } from './bench-row.ts';
import { taken } from './pairs.ts';
import { nodeScript, runProcess } from './process-cpu.ts';
import type { Programme } from './programme.ts';
import { loudnessRangeByTheLetter } from './range-reference.ts';

const PAIRS = 7;

interface Measured {
  readonly integratedLufs: number;
  readonly loudnessRangeLu: number;
  readonly truePeakDbtp: number;
}

/** Loudness, range and true peak of four minutes: whole processes, user CPU. */
export async function loudnessRows(programme: Programme): Promise<BenchRow[]> {
  const ours = () => runProcess(process.execPath, nodeScript('measure-ours', programme.file));
  const ffmpeg = () =>
    runProcess('ffmpeg', [
      ...['-hide_banner', '-nostats', '-i', programme.file],
      ...['-af', 'ebur128=peak=true', '-f', 'null', '-'],
    ]);
  const wasm = () => runProcess(process.execPath, nodeScript('measure-ebur128-wasm', programme.file));
  const against = (peer: typeof ours) =>
    taken(
      PAIRS,
      () => ours().userSeconds,
      () => peer().userSeconds,
    );
  const what = 'Loudness, range and true peak of a 4-minute stereo file, user CPU of the process';
  return [
    pairedRow({
      what,
      pairs: await against(ffmpeg),
      show: seconds,
      peer: 'ffmpeg ebur128=peak=true',
      reach: 0.45,
    }),
    pairedRow({
      what,
      pairs: await against(wasm),
      show: seconds,
      peer: 'npm ebur128-wasm (no range)',
      reach: 0.2,
    }),
    ...(await accuracyRows(
      JSON.parse(ours().stdout) as Measured,
      JSON.parse(wasm().stdout) as Measured,
      ffmpegReading(ffmpeg().stderr),
      programme,
    )),
  ];
}

async function accuracyRows(
  ours: Measured,
  wasm: Measured,
  ffmpeg: Measured,
  programme: Programme,
): Promise<BenchRow[]> {
  await init();
  const sonare = lufsInterleaved(interleaved(programme), 2, programme.sampleRate);
  const reference = truePeakDbtp([programme.left, programme.right], 16);
  const loudness = Math.abs(ours.integratedLufs - wasm.integratedLufs);
  const byTheLetter = loudnessRangeByTheLetter([programme.left, programme.right]);
  const range = Math.abs(ours.loudnessRangeLu - byTheLetter);
  const peak = ours.truePeakDbtp - reference;
  return [
    figureRow({
      what: '… integrated loudness',
      ours: `${ours.integratedLufs.toFixed(4)} LUFS`,
      peer: 'ebur128-wasm; ffmpeg',
      theirs: `${wasm.integratedLufs.toFixed(4)}; ${ffmpeg.integratedLufs.toFixed(1)} LUFS`,
      reach: 'within 0.001 LU',
      reached: loudness <= 0.001,
    }),
    figureRow({
      what: '… loudness range',
      ours: `${ours.loudnessRangeLu.toFixed(3)} LU`,
      peer: 'Tech 3342 to the letter; libsonare; ffmpeg',
      theirs: `${byTheLetter.toFixed(3)}; ${sonare.loudnessRange.toFixed(3)}; ${ffmpeg.loudnessRangeLu.toFixed(1)} LU`,
      reach: 'within 0.01 LU of the first',
      reached: range <= 0.01,
    }),
    figureRow({
      what: '… true peak, off the 16× reading by',
      ours: decibels(peak, 3),
      peer: 'ebur128-wasm; ffmpeg',
      theirs: `${decibels(wasm.truePeakDbtp - reference, 3)}; ${decibels(ffmpeg.truePeakDbtp - reference, 1)}`,
      reach: 'within 0.05 dB',
      reached: Math.abs(peak) <= 0.05,
    }),
  ];
}

function interleaved({ left, right }: Programme): Float32Array {
  const pairs = new Float32Array(2 * left.length);
  for (let i = 0; i < left.length; i++) {
    pairs[2 * i] = left[i];
    pairs[2 * i + 1] = right[i];
  }
  return pairs;
}

/** ffmpeg's summary, which it prints to one decimal. */
function ffmpegReading(summary: string): Measured {
  const read = (label: RegExp): number => Number(label.exec(summary)?.[1] ?? NaN);
  return {
    integratedLufs: read(/I:\s+(-?[\d.]+) LUFS\s+Threshold/),
    loudnessRangeLu: read(/LRA:\s+(-?[\d.]+) LU\s+Threshold/),
    truePeakDbtp: read(/Peak:\s+(-?[\d.]+) dBFS/),
  };
}
