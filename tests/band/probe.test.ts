import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decodeFlac } from '../../src/band/files/flac.ts';
import { PROBE_DESCRIPTION, probeClick } from '../../src/band/probe.ts';
import { STEMS_FOLDER } from './committed-stems.ts';
import { opusFrames } from './ogg-length.ts';

describe('The decoder probe', () => {
  it('is described by the committed probe.json', () => {
    expect(JSON.parse(readFileSync(`${STEMS_FOLDER}probe.json`, 'utf8'))).toEqual(PROBE_DESCRIPTION);
  });

  it('clicks once, with its highest sample at frame 6000 of 12000', async () => {
    const { channels } = await decodeFlac(`${STEMS_FOLDER}probe.flac`);
    const magnitudes = channels[0].map(Math.abs);
    expect(magnitudes).toHaveLength(12000);
    expect(magnitudes.indexOf(Math.max(...magnitudes))).toBe(6000);
    expect(magnitudes.filter((x) => x > 0).length).toBeLessThan(50);
  });

  it('is silent wherever the Opus file’s pads repeat it, so that only one click is there to find', () => {
    const { samples } = probeClick();
    const pad = PROBE_DESCRIPTION.opus.padFrames;
    expect(samples.subarray(0, pad).every((x) => x === 0)).toBe(true);
    expect(samples.subarray(-pad).every((x) => x === 0)).toBe(true);
    expect(opusFrames(readFileSync(`${STEMS_FOLDER}probe.opus`))).toBe(12000 + 2 * pad);
  });
});
