import { describe, expect, it } from 'vitest';
import { DEVICE_TYPES } from '../../src/dsp/device-types.ts';
import { INSIDES } from '../../src/inside/insides.ts';
import { kernelSource } from '../../src/inside/kernel-source.ts';
import { INSIDE_IDS, openDevice, sourcesOf } from '../../src/inside/open-device.ts';
import { highlightedFile } from '../../src/inside/highlight.ts';

/** Signs of a programming language: operators, calls, names in camel case or with underscores. */
const CODE = /[`={}[\]<>_]|\w\(|[a-z]{2}[A-Z]|\*/;

describe('Look inside', () => {
  it('has every device', () => {
    expect(INSIDE_IDS).toEqual(expect.arrayContaining(Object.keys(DEVICE_TYPES)));
  });

  describe.each(INSIDE_IDS)('%s', (id) => {
    it('shows two to four excerpts of 3 to 16 lines', async () => {
      const { excerpts } = await openDevice(id);
      expect(excerpts.length).toBeGreaterThanOrEqual(2);
      expect(excerpts.length).toBeLessThanOrEqual(4);
      for (const { lines, file, firstLine } of excerpts) {
        expect(lines.length, `${file}:${firstLine}`).toBeGreaterThanOrEqual(3);
        expect(lines.length, `${file}:${firstLine}`).toBeLessThanOrEqual(16);
      }
    });

    it('shows them as they stand in the file, at the line that it names', async () => {
      for (const { lines, file, firstLine } of (await openDevice(id)).excerpts) {
        const shown = lines.map((line) => line.map(([, text]) => text).join(''));
        const written = kernelSource(file.replace(/^src\//, ''))
          .split('\n')
          .slice(firstLine - 1, firstLine - 1 + lines.length);
        const depth = written.find((line) => line !== '')!.indexOf(shown[0]!);
        expect(
          shown.map((line) => (line === '' ? '' : ' '.repeat(depth) + line)),
          `${file}:${firstLine}`,
        ).toEqual(written);
      }
    });

    it('colours them', async () => {
      for (const { lines, file } of (await openDevice(id)).excerpts)
        expect(new Set(lines.flat().map(([kind]) => kind)).size, file).toBeGreaterThanOrEqual(3);
    });

    it('says a sentence on each, in words', async () => {
      const { idea, excerpts } = await openDevice(id);
      for (const sentence of [idea, ...excerpts.map(({ says }) => says)]) {
        expect(sentence).toMatch(/^[A-Z].{30,}\.$/);
        expect(sentence).not.toMatch(CODE);
      }
    });

    it('has a whole file to read, with nothing lost in colouring', async () => {
      const file = INSIDES[id].mainFile;
      const lines = (await highlightedFile(file)).map((line) => line.map(([, text]) => text).join(''));
      expect(lines.join('\n')).toBe(kernelSource(file).trimEnd());
    });

    it('cites its sources from the comments of the kernels', () => {
      for (const source of sourcesOf(id)) {
        expect(source.length).toBeLessThan(260);
        expect(source).not.toMatch(/\n|\s\*\s|\/\//);
      }
    });
  });

  it('shows the reduction of every device that reduces gain', async () => {
    for (const [id, { create }] of Object.entries(DEVICE_TYPES)) {
      const reduces = 'takeGainReductionDb' in create();
      const shown = INSIDES[id as keyof typeof INSIDES].excerpts.some((excerpt) => excerpt.reduces);
      expect(shown, id).toBe(reduces);
    }
  });
});
