/* node master-chain-libsonare.ts FILE: as master-chain-ours.ts, through npm @libraz/libsonare's streaming classes. */
import { init, StreamingEqualizer, StreamingMasteringChain } from '@libraz/libsonare';
import { eachBlock } from './wav-blocks.ts';

const SAMPLE_RATE = 48000;
/** It calls into WebAssembly once a block: 128 frames cost it half as much again. */
const BLOCK = 1024;

await init();
const eq = new StreamingEqualizer({ sampleRate: SAMPLE_RATE, maxBlockSize: BLOCK });
eq.setBand(0, { type: 'HighPass', frequencyHz: 30, q: Math.SQRT1_2, enabled: true });
eq.setBand(1, { type: 'LowShelf', frequencyHz: 120, gainDb: 1, enabled: true });
eq.setBand(2, { type: 'Peak', frequencyHz: 300, gainDb: -1.5, q: 0.7, enabled: true });
eq.setBand(3, { type: 'Peak', frequencyHz: 3000, gainDb: 1, q: 0.7, enabled: true });
eq.setBand(4, { type: 'HighShelf', frequencyHz: 10000, gainDb: 1.5, enabled: true });
const dynamics = new StreamingMasteringChain({
  dynamics: {
    // Its limiter has no drive; makeup gain is the same here.
    compressor: {
      enabled: true,
      thresholdDb: -18,
      ratio: 2,
      kneeDb: 6,
      attackMs: 10,
      releaseMs: 100,
      makeupGainDb: 6,
      autoMakeup: false,
    },
  },
  maximizer: {
    truePeakLimiter: { enabled: true, ceilingDb: -1, lookaheadMs: 5, releaseMs: 60, oversampleFactor: 4 },
  },
});
dynamics.prepare(SAMPLE_RATE, BLOCK, 2);

const left = new Float32Array(BLOCK);
const right = new Float32Array(BLOCK);
let energy = 0;
let heard = 0;
eachBlock(process.argv[2]!, left, right, (frames) => {
  const equalised = eq.processStereo(left.subarray(0, frames), right.subarray(0, frames));
  const out = dynamics.processStereo(equalised.left, equalised.right);
  for (let i = 0; i < frames; i++) energy += out.left[i] * out.left[i] + out.right[i] * out.right[i];
  heard += frames;
});
console.log(
  JSON.stringify({ stages: dynamics.stageNames(), rmsDbfs: 10 * Math.log10(energy / (2 * heard)) }),
);
