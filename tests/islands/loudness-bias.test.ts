import { describe, expect, it } from 'vitest';
import { blindResultText, unmatchedWarning } from '../../src/islands/blind-text.ts';
import { biasText } from '../../src/islands/loudness-bias.ts';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('Without level match', () => {
  it('the louder version is told with its decibels, and what they do to a judgement', () => {
    expect(biasText('Mixed', -14, [-18.2, -15])).toBe(
      '“Mixed” is now 4.2 dB louder than the quietest. Louder nearly always seems better; that is why levels are matched here.',
    );
  });

  it('the quietest one says how far the others are above it, and warns from a jump of more than 3 dB on', () => {
    expect(biasText('Raw', -20, [-18, -17])).toBe(
      'The others are now up to 3.0 dB louder. Louder nearly always seems better; that is why levels are matched here.',
    );
    expect(biasText('Raw', -20, [-8])).toMatch(
      /up to 12\.0 dB .* Turn your volume down before you choose another\.$/,
    );
  });
});

describe('Where versions are equally loud by themselves', () => {
  it('nobody is told that one is 0.0 dB louder', () => {
    expect(biasText('Late', -13.8, [-13.8, -13.81])).toBe(
      'The versions are equally loud by themselves: level match had nothing to do here.',
    );
  });
});

describe('A blind run without level match', () => {
  const result = {
    right: 11,
    trials: Array.from({ length: 12 }, () => ({ was: 'A', said: 'A' }) as const),
    labels: { A: 'Raw', B: 'Mixed' },
    matched: false,
    louderDb: 4.23,
  };

  it('says that loudness alone may have been heard', () => {
    expect(plain(blindResultText(result))).toMatch(
      /^11 of 12: you hear it\. .* The levels were not matched and “Mixed” was 4\.2 dB louder: you may have heard loudness alone\.$/,
    );
    expect(blindResultText({ ...result, matched: true })).not.toMatch(/loud/);
    expect(plain(blindResultText({ ...result, louderDb: -6 }))).toContain('“Raw” was 6.0 dB louder');
  });

  it('claims nothing of loudness where it was not heard, or hardly differed', () => {
    expect(blindResultText({ ...result, right: 6 })).not.toContain('loudness alone');
    expect(blindResultText({ ...result, louderDb: 0.2 })).toMatch(/not matched, but hardly differed\.$/);
  });

  it('warns beforehand, in decibels, from a jump of more than 3 dB on', () => {
    const labels = { A: 'Raw', B: 'Mixed' };
    expect(plain(unmatchedWarning(2, labels))).toBe('“Mixed” will be 2.0 dB louder than the other.');
    expect(plain(unmatchedWarning(-12, labels))).toBe(
      '“Raw” will be 12.0 dB louder than the other. Turn your volume down first.',
    );
    expect(unmatchedWarning(null, labels)).toContain('turn your volume down first');
  });
});
