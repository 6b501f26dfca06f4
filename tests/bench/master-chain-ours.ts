/* node master-chain-ours.ts FILE: the master chain over a float stereo WAV file; prints the output's RMS. */
import { Compressor } from '../../src/dsp/compressor.ts';
import { Eq } from '../../src/dsp/eq.ts';
import { Limiter } from '../../src/dsp/limiter.ts';
import { eachBlock } from './wav-blocks.ts';

const SAMPLE_RATE = 48000;
/** A mix works in blocks of this length. */
const BLOCK = 128;

const chain = [new Eq(), new Compressor(), new Limiter()] as const;
for (const device of chain) device.prepare(SAMPLE_RATE);
chain[0].set({
  highPassHz: 30,
  lowShelfHz: 120,
  lowShelfDb: 1,
  lowBellHz: 300,
  lowBellDb: -1.5,
  lowBellQ: 0.7,
  highBellHz: 3000,
  highBellDb: 1,
  highBellQ: 0.7,
  highShelfHz: 10000,
  highShelfDb: 1.5,
});
chain[1].set({ thresholdDb: -18, ratio: 2, kneeDb: 6, attackMs: 10, releaseMs: 100 });
chain[2].set({ driveDb: 6, ceilingDbtp: -1, releaseMs: 60 });

const fileLeft = new Float32Array(8 * BLOCK);
const fileRight = new Float32Array(8 * BLOCK);
const left = new Float64Array(BLOCK);
const right = new Float64Array(BLOCK);
let energy = 0;
let heard = 0;
eachBlock(process.argv[2]!, fileLeft, fileRight, (frames) => {
  for (let start = 0; start < frames; start += BLOCK) {
    const count = Math.min(BLOCK, frames - start);
    for (let i = 0; i < count; i++) {
      left[i] = fileLeft[start + i];
      right[i] = fileRight[start + i];
    }
    for (const device of chain) device.process(left, right, count);
    for (let i = 0; i < count; i++) energy += left[i] * left[i] + right[i] * right[i];
    heard += count;
  }
});
console.log(JSON.stringify({ rmsDbfs: 10 * Math.log10(energy / (2 * heard)) }));
