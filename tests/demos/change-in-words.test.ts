import { comparedVariant } from '../../src/demos/compared-variant.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import type { DeviceLap, LapAnalysis } from '../../src/analysis/lap-analysis.ts';
import { bounceSpec } from '../../src/demos/bounce-spec.ts';
import { demoCatalog } from '../../src/demos/catalog.ts';
import { changeInWords, type ToldSide } from '../../src/demos/change-in-words.ts';
import type { Demo } from '../../src/demos/demo.ts';
import { loudAndQuiet } from '../../src/demos/loud-and-quiet.ts';
import { measureDemo } from '../../src/demos/measure.ts';
import { REGIONS } from '../../src/demos/measured-words.ts';
import { stemSet } from '../../src/demos/song-audio.ts';
import { only, retuned } from '../../src/demos/variation.ts';
import { measureLoudness } from '../../src/dsp/loudness.ts';
import { devicesOf, type MixSpec } from '../../src/dsp/mix-spec.ts';
import { above, below } from '../band/measures/stereo-correlation.ts';
import { lapOf } from './lap-of.ts';

const RATE = 48000;
const catalog = await demoCatalog();
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

function sideOf(demo: Demo, variantId: string, lap?: LapAnalysis): ToldSide {
  const { label, spec } = demo.variants.find(({ id }) => id === variantId)!;
  return { label, spec, lufs: lap?.integratedLufs, lap };
}

function settingsOf(demoId: string, from: string, to: string): string {
  const demo = catalog.get(demoId)!;
  return plain(changeInWords(demo, sideOf(demo, from), sideOf(demo, to))[0]);
}

describe('From the settings', () => {
  it.each([
    [
      'even-vocal',
      'uneven',
      'even',
      'Compared with “No compression”, the vocal compressor is on (7:1 above −38 dB, attack 3 ms, release 120 ms, makeup +16.3 dB).',
    ],
    ['even-vocal', 'even', 'uneven', 'Compared with “Compressed”, the vocal compressor is off.'],
    [
      'punch',
      'slow',
      'fast',
      'Compared with “Slow attack”, the kick compressor has attack 0.1 ms instead of 20 ms; the snare compressor has attack 0.1 ms instead of 20 ms.',
    ],
    [
      'lane-for-each',
      'flat',
      'carved',
      'Compared with “No EQ”, the bass EQ is on (−5 dB at 180 Hz, +4 dB at 700 Hz); the guitar EQs are on (−10 dB at 3 kHz, −7 dB at 270 Hz and 310 Hz); the keys EQ is on (−6 dB at 280 Hz, −4 dB at 3 kHz); the vocal EQ is on (−6 dB at 260 Hz, +2.5 dB at 3 kHz).',
    ],
    [
      'ceiling',
      'limited',
      'crushed',
      'Compared with “Limited”, the limiter has drive +20 dB instead of +14 dB, release 10 ms instead of 80 ms and mode loud instead of clean.',
    ],
    [
      'kick-pulls-voice',
      'whole',
      'lows-ignored',
      'Compared with “On the whole”, the compressor on the whole has sidechain high-pass 200 Hz instead of 20 Hz.',
    ],
    [
      'kick-pulls-voice',
      'none',
      'lows-ignored',
      'Compared with “No compressor”, the compressor on the whole is on (4:1 above −12 dB, attack 10 ms, release 0.1 s, deaf below 200 Hz).',
    ],
    [
      'late-start',
      'together',
      'late',
      'Compared with “All from one start”, the late start is on (everything 60 ms later).',
    ],
    [
      'near-and-far',
      'near',
      'far',
      'Compared with “Near”, a fader moves: vocal down 3.5 dB; vocal sends 14 dB more to the room.',
    ],
  ])('%s, %s → %s is told with its numbers', (demo, from, to, words) => {
    expect(settingsOf(demo, from, to)).toBe(words);
  });

  it('counts the devices of a whole mix as they are, and names faders and places', () => {
    const mixed = catalog.get('four-ways')!.variants.find(({ id }) => id === 'mixed')!.spec;
    const atWork = devicesOf(mixed).filter(({ bypassed }) => !bypassed);
    const count = (type: string): number => atWork.filter((device) => device.type === type).length;
    const words = settingsOf('four-ways', 'raw', 'mixed');
    expect(words).toContain(
      `${count('eq')} EQs, ${count('compressor')} compressors, a de-esser, a limiter and a reverb are on`,
    );
    expect(words).toContain('keys up 4.5 dB');
    expect(words).toContain('left guitar 75 % left and right guitar 75 % right');
  });

  it('names up to three parts that fall silent, and counts more of them', () => {
    const demo = catalog.get('even-vocal')!;
    const whole = sideOf(demo, 'even');
    const stems = whole.spec.strips.map(({ stem }) => stem);
    const left = (count: number) => ({ ...whole, spec: only(whole.spec, stems.slice(count)) });
    expect(changeInWords(demo, whole, left(2))[0]).toContain('kick and snare are silent');
    expect(changeInWords(demo, whole, left(5))[0]).toContain('5 other parts are silent');
    expect(changeInWords(demo, left(1), whole)[0]).toContain('kick is heard');
  });

  it('calls what a set is made of by its title', () => {
    const told = (
      id: string,
      from: string,
      to: string,
      stemTitles: Readonly<Record<string, string>>,
    ): string => {
      const demo = { ...catalog.get(id)!, stemTitles };
      return plain(changeInWords(demo, sideOf(demo, from), sideOf(demo, to))[0]);
    };
    expect(told('through-a-codec', 'file', 'mp3-64', { file: 'The file', 'MP3-64': 'MP3, 64 kb/s' })).toBe(
      'Compared with “The file”, “MP3, 64 kb/s” is heard instead.',
    );
    expect(told('by-track', 'by-album', 'by-track', { 'indie-pop': 'Across the Sill' })).toContain(
      'faders move: “Across the Sill” down 2.3 dB',
    );
  });

  it('leaves out devices of parts that are not heard', () => {
    const words = settingsOf('guitar-alone', 'recorded', 'carved');
    expect(words).toBe(
      'Compared with “As recorded”, the guitar EQ is on (−10 dB at 3 kHz, −7 dB at 270 Hz, little left below 150 Hz).',
    );
  });

  it('says so when both are set the same', () => {
    const demo = catalog.get('even-vocal')!;
    const side = sideOf(demo, 'even');
    expect(changeInWords(demo, side, { ...side, label: 'Another' })).toEqual([
      '“Another” and “Compressed” are set the same now.',
    ]);
  });

  it('follows a knob that is turned', () => {
    const demo = catalog.get('even-vocal')!;
    const side = sideOf(demo, 'even');
    const turned = { ...side, spec: retuned(side.spec, 'vocal-compressor', { ratio: 2 }) };
    expect(plain(changeInWords(demo, side, turned)[0])).toBe(
      'Compared with “Compressed”, the vocal compressor has ratio 2:1 instead of 7:1.',
    );
  });

  it.each([...catalog.values()])(
    'the page brings one to three sentences for every version of $id',
    async (demo) => {
      const { words } = await measureDemo(demo);
      for (const { id } of demo.variants) {
        expect(words[id].length).toBeGreaterThanOrEqual(1);
        expect(words[id].length).toBeLessThanOrEqual(3);
        const against = demo.variants.find((variant) => variant.id === comparedVariant(demo, id).id)!;
        expect(against.id).not.toBe(id);
        expect(words[id][0]).toContain(`Compared with “${against.label}”`);
        for (const sentence of words[id]) expect(sentence).not.toMatch(/NaN|undefined|Infinity|-\d/);
      }
    },
  );

  it('the difference in loudness before level match is that of the measurements', async () => {
    const demo = catalog.get('ceiling')!;
    const measured = await measureDemo(demo);
    const louder = measured.loudnessLufs['limited:1'] - measured.loudnessLufs['none:0'];
    expect(plain(measured.words.limited[1])).toBe(`Unmatched, it is ${louder.toFixed(1)} dB louder.`);
  });
});

/** Power of what 24 dB/octave filters leave of a region, in dB. */
function filteredDb(channels: readonly Float32Array[], fromHz: number, toHz: number): number {
  let energy = 0;
  for (const side of channels) {
    const high = fromHz > 0 ? above(side, fromHz) : side;
    const band = toHz < RATE / 2 ? below(high, toHz) : high;
    for (const value of band) energy += value * value;
  }
  return 10 * Math.log10(energy);
}

describe('From measurement', () => {
  it('"a lane for each": every region that is told differs by that much when filters measure it', async () => {
    const demo = catalog.get('lane-for-each')!;
    const [flat, carved] = demo.variants.map(({ spec }) => spec);
    const words = changeInWords(
      demo,
      sideOf(demo, 'flat', await lapOf(flat)),
      sideOf(demo, 'carved', await lapOf(carved)),
    ).join(' ');
    const bounces = [await bounceSpec(flat), await bounceSpec(carved)];
    const [before, after] = bounces.map((bounce) => measureLoudness(bounce, RATE).integratedLufs);
    const told = [...plain(words).matchAll(/([\d.]+) dB (more|less) (\w+) \(/g)];
    expect(told.length).toBeGreaterThanOrEqual(2);
    for (const [, db, way, name] of told) {
      const { fromHz, toHz } = REGIONS.find((region) => region.name === name)!;
      const [was, is] = bounces.map((bounce) => filteredDb(bounce, fromHz, toHz));
      const measured = is - after - (was - before);
      expect(Math.abs(Number(db) * (way === 'more' ? 1 : -1) - measured), name).toBeLessThan(0.6);
    }
  });

  describe('"an even vocal"', () => {
    let words = '';
    let spec: MixSpec;
    beforeAll(async () => {
      const demo = catalog.get('even-vocal')!;
      spec = demo.variants[1].spec;
      const laps = [await lapOf(demo.variants[0].spec), await lapOf(spec, 'vocal-compressor')];
      words = plain(
        changeInWords(demo, sideOf(demo, 'uneven', laps[0]), sideOf(demo, 'even', laps[1])).join(' '),
      );
    });

    it('the sung lines come as much closer together as the sentence says', async () => {
      const [, loud, quiet] = /turns loud lines down (\d+) dB and quiet ones ([\d.]+) dB/
        .exec(words)!
        .map(Number);
      const { lines } = await stemSet(spec.song);
      const demo = catalog.get('even-vocal')!;
      const spreads = await Promise.all(
        demo.variants.map(async (variant) => {
          const voice = await bounceSpec(only(variant.spec, ['vocal']));
          const levels = lines.map(
            ({ startSeconds, endSeconds }) =>
              measureLoudness(
                voice.map((side) => side.subarray(startSeconds * RATE, endSeconds * RATE)),
                RATE,
              ).integratedLufs,
          );
          return Math.max(...levels) - Math.min(...levels);
        }),
      );
      const closer = spreads[0] - spreads[1];
      expect(loud - quiet).toBeGreaterThanOrEqual(closer);
      expect(loud - quiet).toBeLessThan(closer + 8);
    });

    it('the loudness range is that of the bounces', async () => {
      const ranges = await Promise.all(
        catalog
          .get('even-vocal')!
          .variants.map(
            async (variant) => measureLoudness(await bounceSpec(variant.spec), RATE).loudnessRangeLu,
          ),
      );
      expect(words).toContain(
        `loud and quiet parts lie ${ranges[1].toFixed(1)} instead of ${ranges[0].toFixed(1)} LU apart`,
      );
    });
  });

  it('"under the ceiling": how far peaks stand out is measured on the bounces', async () => {
    const demo = catalog.get('ceiling')!;
    const [none, , crushed] = demo.variants;
    const laps = [await lapOf(none.spec), await lapOf(crushed.spec, 'limiter')];
    const words = plain(
      changeInWords(demo, sideOf(demo, 'none', laps[0]), sideOf(demo, 'crushed', laps[1])).join(' '),
    );
    const peaks = await Promise.all(
      [crushed, none].map(async ({ spec }) => {
        const { truePeakDbtp, integratedLufs } = measureLoudness(await bounceSpec(spec), RATE);
        return Math.round(truePeakDbtp - integratedLufs);
      }),
    );
    expect(words).toContain(`peaks stand ${peaks[0]} dB above the loudness instead of ${peaks[1]} dB`);
    expect(words).toMatch(/The limiter turns loud moments down \d+ dB/);
  });
});

describe('Loud and quiet moments', () => {
  /** Six seconds in blocks of 300 ms: loud, quiet, pause, in turn. */
  const lap = (reductions: readonly [number, number, number]): DeviceLap => {
    const levels = [-6, -24, -80];
    const each = (values: readonly number[]): Float32Array =>
      Float32Array.from({ length: 600 }, (_, i) => values[Math.floor(i / 30) % 3]);
    return { inputDb: each(levels), outputDb: each(levels), reductionDb: each(reductions) };
  };

  it('are told apart by what comes in, and pauses are neither', () => {
    const { loudDb, quietDb } = loudAndQuiet(lap([6, 1, 12]))!;
    expect(loudDb).toBeCloseTo(6, 5);
    expect(quietDb).toBeCloseTo(1, 5);
  });

  it('are unknown for a device that reduces no gain', () => {
    expect(loudAndQuiet({ ...lap([0, 0, 0]), reductionDb: new Float32Array() })).toBeNull();
  });
});
