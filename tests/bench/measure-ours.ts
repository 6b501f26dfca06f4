/* node measure-ours.ts FILE: loudness, range and true peak of a float stereo WAV file at 48 kHz, as JSON. */
import { statSync } from 'node:fs';
import { ChannelTruePeak } from '../../src/dsp/channel-true-peak.ts';
import { gainToDb } from '../../src/dsp/decibels.ts';
import { LoudnessMeter } from '../../src/dsp/loudness.ts';
import { eachBlock } from './wav-blocks.ts';

const SAMPLE_RATE = 48000;
const BLOCK = 4800;

const path = process.argv[2]!;
const loudness = new LoudnessMeter();
loudness.prepare(SAMPLE_RATE, statSync(path).size / (SAMPLE_RATE * 8) + 1);
const leftPeak = new ChannelTruePeak();
const rightPeak = new ChannelTruePeak();
const left = new Float64Array(BLOCK);
const right = new Float64Array(BLOCK);
eachBlock(path, left, right, (frames) => {
  loudness.process(left, right, frames);
  leftPeak.process(left, frames);
  rightPeak.process(right, frames);
});
leftPeak.flush();
rightPeak.flush();
console.log(
  JSON.stringify({
    integratedLufs: loudness.integratedLufs,
    loudnessRangeLu: loudness.loudnessRangeLu,
    truePeakDbtp: gainToDb(Math.max(leftPeak.take(), rightPeak.take())),
  }),
);
