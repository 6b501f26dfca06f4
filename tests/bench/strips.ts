import type { Browser } from 'playwright';
import { device, mixSpec } from '../../src/dsp/mix-draft.ts';
import type { MixSpec } from '../../src/dsp/mix-spec.ts';

const STRIPS = 8;
const SECONDS = 20;
const PAIRS = 7;

/** Eight strips of five EQ bands and a compressor, as a mix has them. */
const workingMix: MixSpec = mixSpec({
  song: 'bench',
  strips: Object.fromEntries(
    Array.from({ length: STRIPS }, (_, i) => [
      `stem${i}`,
      {
        devices: [
          device('eq', `eq${i}`, 'EQ', {
            highPassHz: 80,
            lowShelfHz: 120,
            lowShelfDb: 2,
            lowBellHz: 300,
            lowBellDb: -4,
            highBellHz: 3000,
            highBellDb: 3,
            highShelfHz: 9000,
            highShelfDb: 2,
          }),
          device('compressor', `comp${i}`, 'Compressor', {
            thresholdDb: -24,
            ratio: 3,
            kneeDb: 6,
            attackMs: 10,
            releaseMs: 120,
          }),
        ],
      },
    ]),
  ),
});

export interface StripsResult {
  /** Rendering times of one run after the other, in ms. */
  readonly worklet: number[];
  readonly nodes: number[];
}

/** Render the same stems through our worklet and through the browser's own nodes, A B A B … */
export async function benchStrips(
  browser: Browser,
  siteUrl: string,
  workletUrl: string,
): Promise<StripsResult> {
  const page = await browser.newPage();
  await page.goto(siteUrl);
  const result = await page.evaluate(
    async ({ spec, workletUrl, strips, seconds, pairs }) => {
      const rate = 48000;
      // The song itself, each stem made stereo by a copy 7 ms late: a mono one would cost the nodes half.
      const manifest = (await (await fetch('/stems/indie-pop/manifest.json')).json()) as {
        stems: { flac: { file: string } }[];
      };
      const decoder = new OfflineAudioContext(1, 1, rate);
      const stems: AudioBuffer[] = [];
      for (let s = 0; s < strips; s++) {
        const { file } = manifest.stems[s % manifest.stems.length].flac;
        const mono = await decoder.decodeAudioData(
          await (await fetch(`/stems/indie-pop/${file}`)).arrayBuffer(),
        );
        const samples = mono.getChannelData(0).subarray(0, rate * seconds);
        const stereo = new AudioBuffer({ length: rate * seconds, numberOfChannels: 2, sampleRate: rate });
        stereo.copyToChannel(samples, 0);
        stereo.copyToChannel(samples.subarray(0, samples.length - 336), 1, 336);
        stems.push(stereo);
      }
      const sources = (context: OfflineAudioContext): AudioBufferSourceNode[] =>
        stems.map((buffer) => {
          const source = new AudioBufferSourceNode(context, { buffer });
          source.start();
          return source;
        });
      const timed = async (context: OfflineAudioContext): Promise<number> => {
        const start = performance.now();
        const out = await context.startRendering();
        const took = performance.now() - start;
        const tail = out.getChannelData(0).subarray(rate);
        if (!tail.some((value) => Math.abs(value) > 0.001)) throw new Error('the bench rendered silence');
        return took;
      };
      const worklet = async (): Promise<number> => {
        const context = new OfflineAudioContext(2, rate * seconds, rate);
        await context.audioWorklet.addModule(workletUrl);
        const node = new AudioWorkletNode(context, 'bypass-mix', {
          numberOfInputs: strips,
          outputChannelCount: [2],
          processorOptions: {
            spec,
            shape: { stereoStems: stems.map(() => true), loopFrames: 0 },
            options: {},
          },
        });
        node.port.postMessage({ type: 'play', atFrame: 1024 });
        node.connect(context.destination);
        sources(context).forEach((source, i) => source.connect(node, 0, i));
        // The message must be there before the first block.
        await new Promise((resolve) => setTimeout(resolve, 300));
        return timed(context);
      };
      const nodes = (): Promise<number> => {
        const context = new OfflineAudioContext(2, rate * seconds, rate);
        for (const source of sources(context)) {
          const bands = [
            { type: 'highpass' as const, frequency: 80 },
            { type: 'lowshelf' as const, frequency: 120, gain: 2 },
            { type: 'peaking' as const, frequency: 300, gain: -4 },
            { type: 'peaking' as const, frequency: 3000, gain: 3 },
            { type: 'highshelf' as const, frequency: 9000, gain: 2 },
          ].map((options) => new BiquadFilterNode(context, options));
          const compressor = new DynamicsCompressorNode(context, {
            threshold: -24,
            ratio: 3,
            knee: 6,
            attack: 0.01,
            release: 0.12,
          });
          const chain: AudioNode[] = [source, ...bands, compressor, context.destination];
          chain.reduce((from, to) => from.connect(to));
        }
        return timed(context);
      };
      await worklet();
      await nodes();
      const times = { worklet: [] as number[], nodes: [] as number[] };
      for (let i = 0; i < pairs; i++) {
        times.worklet.push(await worklet());
        times.nodes.push(await nodes());
      }
      return times;
    },
    { spec: workingMix, workletUrl, strips: STRIPS, seconds: SECONDS, pairs: PAIRS },
  );
  await page.close();
  return result;
}
