import { device, mixSpec } from '../../src/dsp/mix-draft.ts';
import type { MixSpec } from '../../src/dsp/mix-spec.ts';
import { taken, type Pairs } from './pairs.ts';

const STRIPS = 8;
/** Of each stem, gone round and round. */
const LOOP_SECONDS = 20;
/** Long enough that the worklet's compiling, once for each render, is as small a part as it is to a listener. */
export const RENDER_SECONDS = 60;

/** Five EQ bands and a compressor, as a mix has them. */
export const eqAndCompressor = (id: string) =>
  [
    device('eq', `${id}-eq`, 'EQ', {
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
    device('compressor', `${id}-compressor`, 'Compressor', {
      thresholdDb: -24,
      ratio: 3,
      kneeDb: 6,
      attackMs: 10,
      releaseMs: 120,
    }),
  ] as const;

/** Eight strips of them. */
export const workingMix: MixSpec = mixSpec({
  song: 'bench',
  strips: Object.fromEntries(
    Array.from({ length: STRIPS }, (_, i) => [`stem${i}`, { devices: eqAndCompressor(`stem${i}`) }]),
  ),
});

/** A page that can be asked for the value of an expression. */
interface Page {
  evaluate(expression: string): Promise<unknown>;
}

/**
 * Render the same stems through our worklet and through the browser's own nodes, A B A B …; rendering times in ms.
 *
 * @param page one of the built site
 */
export async function benchStrips(page: Page, workletUrl: string, pairs: number): Promise<Pairs> {
  const settings = {
    spec: workingMix,
    workletUrl,
    strips: STRIPS,
    loopSeconds: LOOP_SECONDS,
    seconds: RENDER_SECONDS,
  };
  await page.evaluate(`(${installRenderers.toString()})(${JSON.stringify(settings)})`);
  // One render a call: WebDriver gives up on a script after 30 s.
  const times = async (name: keyof Renderers): Promise<number> => {
    const time = await page.evaluate(`window.stripRenderers.${name}()`);
    if (typeof time !== 'number') throw new Error(`rendering through the ${name} failed: ${String(time)}`);
    return time;
  };
  return taken(
    pairs,
    () => times('worklet'),
    () => times('nodes'),
    true,
  );
}

interface Renderers {
  worklet(): Promise<number>;
  nodes(): Promise<number>;
}

declare global {
  interface Window {
    stripRenderers: Renderers;
  }
}

/** Runs in the page, so it can use nothing from around it. */
async function installRenderers({
  spec,
  workletUrl,
  strips,
  loopSeconds,
  seconds,
}: {
  spec: MixSpec;
  workletUrl: string;
  strips: number;
  loopSeconds: number;
  seconds: number;
}): Promise<string> {
  const rate = 48000;
  // Stems begin here: by then the worklet has read the message that tells it so.
  const startFrame = rate;
  const length = startFrame + rate * seconds;
  // The song itself, each stem made stereo by a copy 7 ms late: a mono one would cost the nodes half.
  const manifest = (await (await fetch('/stems/indie-pop/manifest.json')).json()) as {
    stems: { flac: { file: string } }[];
  };
  const decoder = new OfflineAudioContext(1, 1, rate);
  const stems: AudioBuffer[] = [];
  for (let s = 0; s < strips; s++) {
    const { file } = manifest.stems[s % manifest.stems.length]!.flac;
    const mono = await decoder.decodeAudioData(await (await fetch(`/stems/indie-pop/${file}`)).arrayBuffer());
    const samples = mono.getChannelData(0).subarray(0, rate * loopSeconds);
    const stereo = new AudioBuffer({ length: rate * loopSeconds, numberOfChannels: 2, sampleRate: rate });
    stereo.copyToChannel(samples, 0);
    stereo.copyToChannel(samples.subarray(0, samples.length - 336), 1, 336);
    stems.push(stereo);
  }
  const sources = (context: OfflineAudioContext): AudioBufferSourceNode[] =>
    stems.map((buffer) => {
      const source = new AudioBufferSourceNode(context, { buffer, loop: true });
      source.start(startFrame / rate);
      return source;
    });
  const timed = async (context: OfflineAudioContext): Promise<number> => {
    const start = performance.now();
    const out = await context.startRendering();
    const took = performance.now() - start;
    const tail = out.getChannelData(0).subarray(startFrame + rate);
    if (!tail.some((value) => Math.abs(value) > 0.001)) throw new Error('the bench rendered silence');
    return took;
  };
  window.stripRenderers = {
    async worklet() {
      const context = new OfflineAudioContext(2, length, rate);
      await context.audioWorklet.addModule(workletUrl);
      const node = new AudioWorkletNode(context, 'bypass-mix', {
        numberOfInputs: strips,
        outputChannelCount: [2],
        processorOptions: { spec, shape: { stereoStems: stems.map(() => true), loopFrames: 0 }, options: {} },
      });
      node.port.postMessage({ type: 'play', atFrame: startFrame });
      node.connect(context.destination);
      sources(context).forEach((source, i) => source.connect(node, 0, i));
      // The message must be there before the first block, where a browser delivers any before it renders.
      await new Promise((resolve) => setTimeout(resolve, 300));
      return timed(context);
    },
    nodes() {
      const context = new OfflineAudioContext(2, length, rate);
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
    },
  };
  return 'ready';
}
