import { withBase } from '../with-base.ts';
import type { Decode } from './stems.ts';

export type Codec = 'opus' | 'flac';

/** public/stems/probe.json: a short file with one click, encoded like the stems. */
interface Probe {
  readonly frames: number;
  readonly padFrames: number;
  /** Where the click is, counted from the start of the decoded file. */
  readonly clickFrame: number;
}

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
    const [probe, bytes] = await Promise.all([
      fetch(withBase('stems/probe.json')).then((response) => response.json() as Promise<Probe>),
      fetch(withBase('stems/probe.opus')).then((response) => response.arrayBuffer()),
    ]);
    const buffer = await decode(bytes);
    return (
      buffer.length === probe.frames + 2 * probe.padFrames &&
      Math.abs(loudestFrame(buffer.getChannelData(0)) - probe.clickFrame) <= 1
    );
  } catch {
    return false;
  }
}

function loudestFrame(samples: Float32Array): number {
  let loudest = 0;
  for (let i = 1; i < samples.length; i++) if (Math.abs(samples[i]) > Math.abs(samples[loudest])) loudest = i;
  return loudest;
}
