import { withBase } from '../with-base.ts';
import type { Decode } from './stems.ts';

export type Codec = 'opus' | 'flac';

/** public/stems/probe.json: a short file with one click, encoded like the stems. */
interface Probe {
  readonly frames: number;
  /** Where the click is, counted from the end of the padding. */
  readonly clickFrame: number;
  readonly opus: { readonly file: string; readonly padFrames: number };
}

/** WebKit never answers when it is given bytes that are no sound. */
const DECODE_TIMEOUT_MS = 3000;

let chosen: Promise<Codec> | null = null;

/**
 * Ogg Opus (a third of the bytes) where this browser decodes it sample-exactly, else FLAC.
 *
 * Names of browsers say little about their decoders, so a tiny file is decoded and its length and click are looked at.
 */
export function chooseCodec(decode: Decode): Promise<Codec> {
  chosen ??= decodesOpusExactly(decode).then((exact) => (exact ? 'opus' : 'flac'));
  return chosen;
}

async function decodesOpusExactly(decode: Decode): Promise<boolean> {
  try {
    const probe = (await (await fetchFound('stems/probe.json')).json()) as Probe;
    const bytes = await (await fetchFound(`stems/${probe.opus.file}`)).arrayBuffer();
    const timeout = new Promise<null>((resolve) => setTimeout(() => resolve(null), DECODE_TIMEOUT_MS));
    const buffer = await Promise.race([decode(bytes), timeout]);
    return (
      buffer !== null &&
      buffer.length === probe.frames + 2 * probe.opus.padFrames &&
      Math.abs(loudestFrame(buffer.getChannelData(0)) - (probe.opus.padFrames + probe.clickFrame)) <= 1
    );
  } catch {
    return false;
  }
}

async function fetchFound(path: string): Promise<Response> {
  const response = await fetch(withBase(path));
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response;
}

function loudestFrame(samples: Float32Array): number {
  let loudest = 0;
  for (let i = 1; i < samples.length; i++) if (Math.abs(samples[i]) > Math.abs(samples[loudest])) loudest = i;
  return loudest;
}
