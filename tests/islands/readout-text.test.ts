import { describe, expect, it } from 'vitest';
import { loudnessText, matchText, reductionText, signed } from '../../src/islands/readout-text.ts';

describe('Readouts', () => {
  it.each([
    [-18.34, '−18.3'],
    [2, '+2.0'],
    [0, '0.0'],
    [-0.04, '0.0'],
  ])('write %f as %s, with a true minus sign', (value, text) => {
    expect(signed(value)).toBe(text);
  });

  it('write a dash for a loudness that is not there yet', () => {
    expect([undefined, -Infinity, -90].map(loudnessText)).toEqual(['–', '–', '–']);
    expect(loudnessText(-14)).toBe('−14.0 LUFS');
  });

  it('write 3.2 dB of gain reduction as −3.2 dB', () => {
    expect(reductionText(3.2)).toBe('−3.2 dB');
    expect(reductionText(0)).toBe('0.0 dB');
  });

  it('say what the level match does, in dB', () => {
    expect(matchText(-2.23, true)).toBe('turns this down 2.2 dB');
    expect(matchText(-4.23, false)).toBe('off: this is 4.2 dB louder than matched');
    expect(matchText(0, true)).toBe('leaves this as it is');
    expect(matchText(-0.04, false)).toBe('off: this is as loud as matched');
    expect(matchText(-4.23, true, 'waiting')).toBe('measures this setting when you press Play');
  });

  it('warn in the words of the switch before the level can jump up by more than 3 dB', () => {
    expect(matchText(-3, true)).toBe('turns this down 3.0 dB');
    expect(matchText(-12, true)).toBe(
      'turns this down 12.0 dB; off turns it up as much, so turn your volume down first',
    );
  });
});
