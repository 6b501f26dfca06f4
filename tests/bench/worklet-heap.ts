import { join } from 'node:path';
import { launch, type CDPSession } from 'puppeteer-core';
import { demos } from '../../src/demos/songs.ts';
import type { MixSpec } from '../../src/dsp/mix-spec.ts';
import { serveSite } from '../engines/site-server.ts';
import { CHROMIUM_ARGS, findChromium } from '../setup/chromium.ts';
import { builtScript } from './strip-rows.ts';

const WARM_UP_SECONDS = 60;
const GARBAGE_STEP_SECONDS = 10;
const GARBAGE_STEPS = 6;

export interface WorkletHeap {
  readonly growthBytes: number;
  readonly garbagePerMinute: number;
}

/**
 * The heap of the audio thread itself, in Chromium: the home page's demo through the built worklet, faster than real
 * time, suspended where the debugger is asked for the worklet's heap.
 */
export async function workletHeap(minutes: number): Promise<WorkletHeap> {
  const site = await serveSite(join(process.cwd(), 'dist'), false);
  const browser = await launch({
    executablePath: findChromium() ?? '',
    headless: true,
    args: [...CHROMIUM_ARGS, '--autoplay-policy=no-user-gesture-required'],
    protocolTimeout: 600_000,
  });
  try {
    const page = await browser.newPage();
    await page.goto(site.url);
    const debug = await page.createCDPSession();
    const attached = new Promise<CDPSession>((resolve) => debug.once('sessionattached', resolve));
    await debug.send('Target.setAutoAttach', {
      autoAttach: true,
      waitForDebuggerOnStart: false,
      flatten: true,
    });
    const grown = WARM_UP_SECONDS + 60 * minutes;
    const stops = [WARM_UP_SECONDS, grown];
    for (let i = 1; i <= GARBAGE_STEPS; i++) stops.push(grown + i * GARBAGE_STEP_SECONDS);
    const settings = {
      spec: demos[0].variants.find(({ id }) => id === 'both')!.spec,
      workletUrl: `${site.url}_astro/${await builtScript('mix.worklet')}`,
      stops,
    };
    await page.evaluate(`(${installPlayback.toString()})(${JSON.stringify(settings)})`);
    const worklet = await attached;
    const usedAt = async (stop: number, collect: boolean): Promise<number> => {
      await page.evaluate(`window.stoppedAt[${stop}]`);
      if (collect) await worklet.send('HeapProfiler.collectGarbage');
      const { usedSize } = await worklet.send('Runtime.getHeapUsage');
      await page.evaluate('window.goOn()');
      return usedSize;
    };
    const before = await usedAt(0, true);
    const after = await usedAt(1, true);
    let garbage = 0;
    for (let i = 0, used = after; i < GARBAGE_STEPS; i++) {
      const now = await usedAt(i + 2, false);
      garbage += Math.max(0, now - used);
      used = now;
    }
    return {
      growthBytes: after - before,
      garbagePerMinute: (garbage * 60) / (GARBAGE_STEPS * GARBAGE_STEP_SECONDS),
    };
  } finally {
    await browser.close();
    site.close();
  }
}

declare global {
  interface Window {
    stoppedAt: Promise<void>[];
    goOn(): Promise<void>;
  }
}

/** Runs in the page, so it can use nothing from around it. */
async function installPlayback({
  spec,
  workletUrl,
  stops,
}: {
  spec: MixSpec;
  workletUrl: string;
  stops: readonly number[];
}): Promise<void> {
  const rate = 48000;
  const folder = `/stems/${spec.song}/`;
  const { stems, loopFrames } = (await (await fetch(`${folder}manifest.json`)).json()) as {
    stems: { id: string; flac: { file: string } }[];
    loopFrames: number;
  };
  const context = new OfflineAudioContext(2, rate * (Math.max(...stops) + 1), rate);
  await context.audioWorklet.addModule(workletUrl);
  const buffers = await Promise.all(
    spec.strips.map(async ({ stem }) => {
      const { file } = stems.find(({ id }) => id === stem)!.flac;
      return context.decodeAudioData(await (await fetch(folder + file)).arrayBuffer());
    }),
  );
  const node = new AudioWorkletNode(context, 'bypass-mix', {
    numberOfInputs: buffers.length,
    outputChannelCount: [2],
    processorOptions: {
      spec,
      shape: { stereoStems: buffers.map(({ numberOfChannels }) => numberOfChannels > 1), loopFrames },
      options: {},
    },
  });
  node.port.postMessage({ type: 'play', atFrame: rate });
  node.connect(context.destination);
  buffers.forEach((buffer, i) => {
    const source = new AudioBufferSourceNode(context, { buffer, loop: true });
    source.connect(node, 0, i);
    source.start(1);
  });
  // The message must be there before the first block.
  await new Promise((resolve) => setTimeout(resolve, 300));
  window.stoppedAt = stops.map((seconds) => context.suspend(seconds));
  window.goOn = () => context.resume();
  void context.startRendering();
}
