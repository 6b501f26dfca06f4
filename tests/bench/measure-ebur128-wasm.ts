/* node measure-ebur128-wasm.ts FILE: as measure-ours.ts, by npm ebur128-wasm, which knows no loudness range. */
import { statSync } from 'node:fs';
import { ebur128_integrated_stereo, ebur128_true_peak_stereo } from 'ebur128-wasm/ebur128_wasm.js';
import { eachBlock } from './wav-blocks.ts';

const SAMPLE_RATE = 48000;
const BLOCK = 4800;

const path = process.argv[2]!;
const left = new Float32Array(Math.floor(statSync(path).size / 8));
const right = new Float32Array(left.length);
const blockLeft = new Float32Array(BLOCK);
const blockRight = new Float32Array(BLOCK);
let filled = 0;
eachBlock(path, blockLeft, blockRight, (frames) => {
  left.set(blockLeft.subarray(0, frames), filled);
  right.set(blockRight.subarray(0, frames), filled);
  filled += frames;
});
const heard = [left.subarray(0, filled), right.subarray(0, filled)] as const;
console.log(
  JSON.stringify({
    integratedLufs: ebur128_integrated_stereo(SAMPLE_RATE, ...heard),
    truePeakDbtp: ebur128_true_peak_stereo(SAMPLE_RATE, ...heard),
  }),
);
