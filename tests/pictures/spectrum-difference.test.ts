import { describe, expect, it } from 'vitest';
import { BANDS, bandHz } from '../../src/analysis/lap-analysis.ts';
import { indiePop } from '../../src/mixes/indie-pop.ts';
import { devicesOf } from '../../src/dsp/mix-spec.ts';
import type { EqDevice } from '../../src/pictures/eq-points.ts';
import { eqGainAt } from '../../src/pictures/eq-response.ts';
import { greatestDifference, stretches } from '../../src/pictures/spectrum-difference.ts';
import {
  frequencyText,
  noteName,
  spectrumWords,
  spokenFrequency,
  spokenLevel,
  wordsBefore,
} from '../../src/pictures/spectrum-words.ts';

const flat = new Float32Array(BANDS).fill(-40);
const bandOf = (hz: number): number => Math.round(12 * Math.log2(hz / bandHz(0)));
const changed = (changes: readonly (readonly [hz: number, db: number])[]): Float32Array => {
  const levels = flat.slice();
  for (const [hz, db] of changes) levels[bandOf(hz)] += db;
  return levels;
};
const vocalEq = devicesOf(indiePop.mixed).find((device): device is EqDevice => device.id === 'vocal-eq')!;

describe('The greatest difference of two spectra', () => {
  it('is found with its sign', () => {
    expect(
      greatestDifference(
        flat,
        changed([
          [250, -6.2],
          [4000, 3],
        ]),
      ),
    ).toEqual({ band: bandOf(250), db: expect.closeTo(-6.2, 4) });
  });

  it('is not sought where both are far below the loudest', () => {
    const quiet = flat.map((db, band) => (band === 5 ? -110 : db));
    const quieter = flat.map((db, band) => (band === 5 ? -150 : band === 70 ? db + 1 : db));
    expect(greatestDifference(quiet, quieter)?.band).toBe(70);
  });
});

describe('Shaded stretches', () => {
  it('are one for each run of more or of less', () => {
    const second = changed([
      [250, -6],
      [bandHz(bandOf(250) + 1), -3],
      [4000, 3],
    ]);
    expect(stretches(flat, second)).toEqual([
      {
        from: bandOf(250),
        to: bandOf(250) + 1,
        more: false,
        peakBand: bandOf(250),
        peakDb: expect.closeTo(-6, 4),
      },
      {
        from: bandOf(4000),
        to: bandOf(4000),
        more: true,
        peakBand: bandOf(4000),
        peakDb: expect.closeTo(3, 4),
      },
    ]);
  });

  it('are none where nothing differs', () => {
    expect(stretches(flat, flat)).toEqual([]);
  });
});

describe('In words', () => {
  const words = (
    second: Float32Array,
    nowDb: Float32Array | null = null,
    eq: EqDevice | null = vocalEq,
    firstMatchDb = -1,
  ): string =>
    spectrumWords(
      { label: 'Raw', averageDb: flat, nowDb: nowDb && flat, matchDb: firstMatchDb },
      { label: 'Mixed', averageDb: second, nowDb, matchDb: -1 },
      eq,
    ).replaceAll('\u00a0', ' ');

  it('say where the two differ most, by how much, and what the EQ does there', () => {
    const cut = Math.abs(eqGainAt(vocalEq.settings, bandHz(bandOf(250)))).toFixed(1);
    expect(words(changed([[250, -6.2]]))).toBe(
      `Over the loop, at 250 Hz (where the two differ most) “Mixed” has 6.2 dB less than “Raw”; the Vocal EQ cuts ${cut} dB there.`,
    );
  });

  it('add the difference and the level of this moment while it plays', () => {
    expect(words(changed([[4000, 3]]), changed([[4000, 4.4]]), null)).toBe(
      'Over the loop, at 4.1 kHz (where the two differ most) “Mixed” has 3.0 dB more than “Raw”. Right now: 4.4 dB more, at −36 dB.',
    );
  });

  it('say by how much level match has turned one down beside the other', () => {
    expect(words(changed([[250, -6]]), null, null, -6.9)).toContain(
      'Level match has turned “Raw” down 5.9 dB further than “Mixed”.',
    );
  });

  it('say so when a device is off, and when there is no difference', () => {
    expect(words(changed([[250, -6]]), null, { ...vocalEq, bypassed: true })).toContain(
      'the Vocal EQ is off',
    );
    expect(words(flat, null, null)).toBe('Over the loop “Mixed” has the same spectrum as “Raw”.');
  });

  it('tell the EQ’s bands before anything has been measured', () => {
    expect(wordsBefore(false, vocalEq).replaceAll('\u00a0', ' ')).toMatch(
      /^Press Play to see the spectrum\. The Vocal EQ cuts \d\.\d dB at 260 Hz, adds \d\.\d dB at 3 kHz, takes away below 110 Hz\.$/,
    );
  });

  it('name frequencies and notes as musicians do', () => {
    expect(
      [frequencyText(252), frequencyText(999), frequencyText(3171), frequencyText(3171, 3)].map((text) =>
        text.replace('\u00a0', ' '),
      ),
    ).toEqual(['250 Hz', '1 kHz', '3.2 kHz', '3.17 kHz']);
    expect([440, 41.2, 246.9, 261.6, 4186].map(noteName)).toEqual(['A4', 'E1', 'B3', 'C4', 'C8']);
    expect([20, 19_300].map(noteName), 'beyond a piano').toEqual([null, null]);
    expect([spokenFrequency(252), spokenFrequency(3171), spokenLevel(-31.6), spokenLevel(-119)]).toEqual([
      '252 hertz',
      '3.17 kilohertz',
      'minus 32 decibels',
      'silent',
    ]);
  });
});
