import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type * as ToneNamespace from 'tone';
import { BROWSERS, type DrivenPage } from '../engines/browsers.ts';
import { dbToGain } from '../../src/dsp/decibels.ts';

type Pair = readonly [Float64Array, Float64Array];

/** Tone.js's limiter, in Chromium: it exists only as a node of a browser. */
export interface ToneLimiter {
  /** Threshold where the others have their ceiling; drive in dB before it. */
  limit(input: Pair, driveDb: number): Promise<Pair>;
  close(): Promise<void>;
}

declare global {
  interface Window {
    limitWithTone(left: string, right: string): Promise<[string, string]>;
  }
}

/** Open a page with Tone in it. */
export async function openToneLimiter(thresholdDb: number, sampleRate: number): Promise<ToneLimiter> {
  const page = await BROWSERS[0]!.open(process.env);
  await page.evaluate(await readFile(createRequire(import.meta.url).resolve('tone/build/Tone.js'), 'utf8'));
  await page.evaluate(`(${install.toString()})(${thresholdDb}, ${sampleRate})`);
  return {
    limit: async (input, driveDb) => {
      const gain = dbToGain(driveDb);
      const sides = input.map((side) => toBase64(Float32Array.from(side, (value) => value * gain)));
      return limited(page, sides as [string, string]);
    },
    close: () => page.close(),
  };
}

async function limited(page: DrivenPage, [left, right]: readonly [string, string]): Promise<Pair> {
  const result = (await page.evaluate(`window.limitWithTone("${left}", "${right}")`)) as [string, string];
  return [fromBase64(result[0]), fromBase64(result[1])];
}

function toBase64(samples: Float32Array): string {
  return Buffer.from(samples.buffer).toString('base64');
}

function fromBase64(text: string): Float64Array {
  const bytes = Uint8Array.from(Buffer.from(text, 'base64'));
  return Float64Array.from(new Float32Array(bytes.buffer));
}

/** Runs in the page, so it can use nothing from around it. */
function install(thresholdDb: number, sampleRate: number): string {
  const { Tone } = window as unknown as { Tone: typeof ToneNamespace };
  const samplesOf = (text: string): Float32Array<ArrayBuffer> =>
    new Float32Array(Uint8Array.from(atob(text), (character) => character.charCodeAt(0)).buffer);
  const textOf = (samples: Float32Array<ArrayBuffer>): string => {
    const bytes = new Uint8Array(samples.buffer);
    let text = '';
    for (let i = 0; i < bytes.length; i += 0x8000)
      text += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
    return btoa(text);
  };
  window.limitWithTone = async (left, right) => {
    const sides = [samplesOf(left), samplesOf(right)];
    const buffer = new AudioBuffer({ length: sides[0]!.length, numberOfChannels: 2, sampleRate });
    sides.forEach((side, c) => buffer.copyToChannel(side, c));
    const out = await Tone.Offline(
      () => {
        const limiter = new Tone.Limiter(thresholdDb).toDestination();
        new Tone.ToneBufferSource(buffer).connect(limiter).start(0);
      },
      buffer.duration,
      2,
      sampleRate,
    );
    return [textOf(out.getChannelData(0).slice()), textOf(out.getChannelData(1).slice())];
  };
  return 'ready';
}
