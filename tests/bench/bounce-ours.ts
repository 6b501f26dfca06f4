/* node bounce-ours.ts: eight stereo strips and a master chain through the mix that the course plays. */
import { bounceLoop } from '../../src/dsp/bounce.ts';
import { device, mixSpec } from '../../src/dsp/mix-draft.ts';
import { printSpeed, SAMPLE_RATE, stereoStems } from './bounce-job.ts';
import { eqAndCompressor, workingMix } from './strips.ts';

const master = [...eqAndCompressor('master'), device('limiter', 'limiter', 'Limiter', { driveDb: 6 })];
const spec = { ...mixSpec({ song: 'bench', strips: {}, master }), strips: workingMix.strips };
const stems = await stereoStems();
printSpeed(stems[0]![0]!.length, () => bounceLoop(spec, stems, SAMPLE_RATE)[0]);
