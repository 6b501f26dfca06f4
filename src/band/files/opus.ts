import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pcm } from './pcm.ts';
import { wavFile } from './wav.ts';

/** 200 ms of the loop before and after it: longer than any decoder's start-up, so the seam is never coded as an edge. */
export const OPUS_PAD_FRAMES = 9600;

/** Variable rate around these; seven stems of a 36 s loop come to less than 4 MB. */
const KBPS = { mono: 112, stereo: 128 };

/**
 * Encode to Ogg Opus with opusenc; the fixed serial number keeps the bytes the same from run to run.
 *
 * @param kbps where the usual rate does not do
 */
export function encodeOpus(pcm: Pcm, kbps = pcm.channelCount === 1 ? KBPS.mono : KBPS.stereo): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'bypass-band-'));
  const wav = join(folder, 'stem.wav');
  const opus = join(folder, 'stem.opus');
  try {
    writeFileSync(wav, wavFile(pcm));
    execFileSync(
      'opusenc',
      ['--quiet', '--music', '--bitrate', String(kbps), '--serial', '1', '--padding', '0', wav, opus],
      { stdio: ['ignore', 'ignore', 'pipe'] },
    );
    return readFileSync(opus);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      throw new Error('opusenc is missing: install the Debian package opus-tools', { cause: error });
    }
    throw error;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
