import { describe, expect, it } from 'vitest';
import { DELIVERY_FACTS, deliveryFact } from '../../src/facts/delivery.ts';
import { monthInWords } from '../../src/month-in-words.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** A fact that was read longer ago than this has to be read again. */
const OLDEST_DAYS = 365;

describe.each([...DELIVERY_FACTS])('The fact $id', ({ checkedOn, footing, sources }) => {
  it('was checked within the last year: read its sources again, then set its date', () => {
    expect(checkedOn).toMatch(/^20\d{2}-\d{2}-\d{2}$/);
    const days = (Date.now() - Date.parse(checkedOn)) / DAY_MS;
    expect(days).toBeLessThanOrEqual(OLDEST_DAYS);
    expect(days).toBeGreaterThan(-1);
  });

  it('names its sources, as many as its footing says', () => {
    for (const { name, where } of sources) {
      expect(name).not.toBe('');
      expect(where).toMatch(/^https?:\/\/\S+$/);
    }
    const addresses = new Set(sources.map(({ where }) => where));
    expect(addresses.size).toBe(sources.length);
    if (footing === 'one source only' || footing === 'from its owner') expect(sources).toHaveLength(1);
    else expect(sources.length).toBeGreaterThanOrEqual(2);
  });
});

describe('The facts of delivery', () => {
  it('have names of their own', () => {
    const ids = DELIVERY_FACTS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('are found by name; a wrong name is answered with those there are', () => {
    expect(deliveryFact('spotify-peak').place).toBe('Spotify');
    expect(() => deliveryFact('spotify')).toThrow('no fact "spotify"; there are spotify-level, spotify-peak');
  });

  it('tell dates as prose does', () => {
    expect([monthInWords('2026-11'), monthInWords('2026-02-03')]).toEqual(['November 2026', 'February 2026']);
    expect(() => monthInWords('November')).toThrow('expected a date');
  });
});
