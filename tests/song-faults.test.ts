import { describe, expect, it } from 'vitest';
import { faultsInWords } from '../src/song-faults.ts';

const fault = { what: 'boxy 320 Hz', frequencyHz: 320, amountDb: 5.5, startSeconds: null, endSeconds: null };

const told = (faults: Parameters<typeof faultsInWords>[0]): string =>
  faultsInWords(faults).replaceAll('\u00a0', ' ');

describe('The faults of a stem in words', () => {
  it('say what, where and how much, as a change or as a level', () => {
    expect(told([fault])).toBe('boxy 320 Hz (+5.5 dB)');
    expect(told([{ ...fault, what: 'harsh', frequencyHz: 7500 }])).toBe('harsh 7.5 kHz (+5.5 dB)');
    expect(told([{ ...fault, what: 'amplifier hiss', frequencyHz: null, amountDb: -66 }])).toBe(
      'amplifier hiss (−66 dBFS)',
    );
  });

  it('tell up to three times, and count more', () => {
    const line = { ...fault, what: 'line too quiet', frequencyHz: null, amountDb: -4 };
    const at = (seconds: number) => ({ ...line, startSeconds: seconds, endSeconds: seconds + 1 });
    expect(told([at(1), at(5.25)])).toBe('line too quiet at 1.0 s, 5.3 s (−4 dB)');
    expect(told([at(1), { ...at(2), amountDb: 3 }]), 'sizes of their own').toBe(
      'line too quiet at 1.0 s (−4 dB), 2.0 s (+3 dB)',
    );
    expect(told([1, 2, 3, 4].map(at))).toBe('line too quiet, 4 times (−4 dB)');
  });

  it('leave out a size of 0 dB, and say none where there is none', () => {
    expect(told([{ ...fault, what: 'in the middle', frequencyHz: null, amountDb: 0 }])).toBe('in the middle');
    expect(told([])).toBe('none');
  });
});
