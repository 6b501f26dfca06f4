import { beforeAll, describe, expect, it } from 'vitest';
import { committedStem } from './committed-stems.ts';
import { brightnessDb, mainHits, similarity, type Hit } from './drum-hits.ts';

const hits = new Map<string, Hit[]>();

beforeAll(async () => {
  for (const id of ['kick', 'snare']) hits.set(id, mainHits((await committedStem('indie-pop', id))[0]));
});

describe('The drummer of the indie-pop song', () => {
  it.each(['kick', 'snare'])('never hits the %s the same way twice in a row', (id) => {
    const played = hits.get(id)!;
    expect(played.length).toBeGreaterThan(20);
    const likeness = played.slice(1).map((hit, i) => similarity(hit, played[i]));
    expect(Math.max(...likeness)).toBeLessThan(0.995);
    expect(likeness.filter((value) => value >= 0.98).length / likeness.length).toBeLessThan(0.05);
  });

  it('makes a harder snare hit a brighter one: the share above 4 kHz varies by 1.5 dB and follows the level', () => {
    const snare = hits.get('snare')!;
    const brightness = snare.map(brightnessDb);
    const level = snare.map((hit) => 20 * Math.log10(hit.peak));
    expect(deviation(brightness)).toBeGreaterThan(1.5);
    expect(correlation(level, brightness)).toBeGreaterThan(0.4);
  });

  it('varies the level of main hits by 10 to 35 %', () => {
    for (const played of hits.values()) {
      const peaks = played.map((hit) => hit.peak);
      const variation = deviation(peaks) / mean(peaks);
      expect(variation).toBeGreaterThan(0.1);
      expect(variation).toBeLessThan(0.35);
    }
  });
});

const mean = (x: readonly number[]): number => x.reduce((sum, value) => sum + value, 0) / x.length;

const deviation = (x: readonly number[]): number => Math.sqrt(mean(x.map((value) => (value - mean(x)) ** 2)));

function correlation(x: readonly number[], y: readonly number[]): number {
  const product = mean(x.map((value, i) => (value - mean(x)) * (y[i] - mean(y))));
  return product / (deviation(x) * deviation(y));
}
