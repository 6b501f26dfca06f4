import { describe, expect, test } from 'vitest';
import { retuned, without } from '../../src/demos/variation.ts';
import { device, keyedBy, mixSpec } from '../../src/dsp/mix-draft.ts';
import { chainDevices, chainModel, isNotable } from '../../src/pictures/chain-model.ts';
import { chainWords, routeText } from '../../src/pictures/chain-words.ts';
import { comparedVariant } from '../../src/demos/compared-variant.ts';
import { STEMS } from './laps.ts';

const spec = mixSpec({
  song: 'indie-pop',
  strips: {
    kick: { group: 'band', devices: [device('eq', 'kick-eq', 'Kick EQ', {})] },
    keys: {
      group: 'band',
      devices: [keyedBy('kick', device('compressor', 'keys-ducking', 'Keys ducking', { ratio: 3 }))],
    },
    vocal: { sends: [{ to: 'plate', levelDb: -13 }] },
  },
  groups: { band: { name: 'Band', devices: [device('limiter', 'band-limiter', 'Band limiter', {})] } },
  returns: { plate: { name: 'Plate', devices: [device('reverb', 'plate-reverb', 'Plate reverb', {})] } },
  master: [device('eq', 'master-eq', 'Master EQ', {}), device('limiter', 'limiter', 'Limiter', {})],
});
const switches = [
  { name: 'EQ', deviceIds: ['kick-eq', 'master-eq'] },
  { name: 'Limiter', deviceIds: ['limiter'] },
];
const chain = chainModel(spec, spec, switches, STEMS);

describe('A mix as a chain', () => {
  test('Strips go to their group, or to the mix bus; groups and returns go to the mix bus', () => {
    expect(chain.strips.map(({ name, to }) => [name, to])).toEqual([
      ['Kick', 'Band'],
      ['Keys', 'Band'],
      ['Vocal', 'Mix bus'],
    ]);
    expect([...chain.groups, ...chain.returns].map(({ name, to }) => [name, to])).toEqual([
      ['Band', 'Mix bus'],
      ['Plate', 'Mix bus'],
    ]);
  });

  test('Devices come in the order of the signal', () => {
    expect(chainDevices(chain).map(({ id }) => id)).toEqual([
      'kick-eq',
      'keys-ducking',
      'band-limiter',
      'plate-reverb',
      'master-eq',
      'limiter',
    ]);
  });

  test('Sends name their return, and keyed devices the stem they listen to', () => {
    expect(routeText(chain.strips[2])).toBe('to Mix bus, and to Plate at −13\u00a0dB');
    expect(chain.strips[1].devices[0].keyName).toBe('Kick');
    expect(chain.strips[0].devices[0].keyName).toBeNull();
  });

  test('A device knows the switch that flips it, also where that flips several', () => {
    expect(chain.strips[0].devices[0].flippedBy).toBe(switches[0]);
    expect(chain.master.map(({ flippedBy }) => flippedBy?.name)).toEqual(['EQ', 'Limiter']);
    expect(chain.groups[0].devices[0].flippedBy).toBeNull();
  });
});

describe('What is worth seeing first', () => {
  const notable = (other: typeof spec, using: typeof switches = []) =>
    chainModel(spec, other, using, STEMS)
      .strips.filter(isNotable)
      .map(({ name }) => name);

  test('Nothing, where nothing differs and nothing can be switched', () => {
    expect(notable(spec)).toEqual([]);
  });

  test('A strip with a switch, a bypass, other settings, or another fader', () => {
    expect(notable(spec, switches)).toEqual(['Kick']);
    expect(notable(without(spec, ['keys-ducking']))).toEqual(['Keys']);
    expect(notable(retuned(spec, 'kick-eq', { highPassHz: 80 }))).toEqual(['Kick']);
    const strips = spec.strips.map((strip) => (strip.stem === 'vocal' ? { ...strip, levelDb: 3 } : strip));
    expect(notable({ ...spec, strips })).toEqual(['Vocal']);
  });

  test('A bypass is told from another setting', () => {
    const differs = (other: typeof spec) =>
      chainModel(spec, other, [], STEMS).strips[1].devices[0].difference;
    expect(differs(without(spec, ['keys-ducking']))).toBe('bypass');
    expect(differs(retuned(spec, 'keys-ducking', { ratio: 8 }))).toBe('settings');
    expect(differs(spec)).toBeNull();
  });
});

test('A version is seen against the first, and the first against the second', () => {
  const variants = [{ id: 'raw' }, { id: 'mixed' }, { id: 'mastered' }];
  expect(comparedVariant({ variants }, 'mastered').id).toBe('raw');
  expect(comparedVariant({ variants }, 'raw').id).toBe('mixed');
});

describe('The chain in words', () => {
  test('What works, where the stems go, the master, and that nothing differs', () => {
    expect(chainWords(chain, 'Raw')).toBe(
      '6 of 6 devices work. Kick and Keys go through Band. Vocal also feeds Plate. ' +
        'Mix bus → Master EQ → Limiter → out. The same as “Raw”.',
    );
  });

  test('What is bypassed and what differs', () => {
    const off = without(spec, ['limiter']);
    const words = chainWords(chainModel(off, spec, switches, STEMS), 'Limited');
    expect(words).toContain('5 of 6 devices work; bypassed: Limiter.');
    expect(words).toContain('Not as in “Limited”: Limiter.');
  });

  test('More than six names are counted, and a comma in a name cannot be taken for the next name', () => {
    const eqs = (count: number) =>
      Object.fromEntries(
        Array.from({ length: count }, (_, i) => [
          `s${i}`,
          { devices: [{ ...device('eq', `eq-${i}`, `EQ, ${i}`, {}), bypassed: true }] },
        ]),
      );
    const words = (count: number): string => {
      const mix = mixSpec({ song: 'indie-pop', strips: eqs(count) });
      return chainWords(chainModel(mix, mix, [], STEMS), 'Raw');
    };
    expect(words(2)).toContain('0 of 2 devices work; bypassed: EQ (0) and EQ (1).');
    expect(words(7)).toContain('bypassed: 7 devices.');
  });
});
