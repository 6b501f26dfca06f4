import type { EqSettings } from '../dsp/eq-bands.ts';

/** A word for a sound, as the lesson on words says it with an EQ. */
export interface SoundWord {
  readonly word: string;
  readonly settings: Partial<EqSettings>;
  /** Where it lies, in Hz. */
  readonly fromHz: number;
  readonly toHz: number;
}

/** The moves behind the words, clear enough to learn them by. */
export const SOUND_WORDS = {
  muddy: {
    word: 'Muddy',
    settings: { lowBellHz: 250, lowBellDb: 9, lowBellQ: 0.8 },
    fromHz: 150,
    toHz: 400,
  },
  boxy: { word: 'Boxy', settings: { lowBellHz: 400, lowBellDb: 10, lowBellQ: 1.2 }, fromHz: 300, toHz: 550 },
  nasal: {
    word: 'Nasal',
    settings: { midBellHz: 1000, midBellDb: 10, midBellQ: 1.4 },
    fromHz: 800,
    toHz: 1300,
  },
  harsh: {
    word: 'Harsh',
    settings: { highBellHz: 3300, highBellDb: 9, highBellQ: 1.2 },
    fromHz: 2500,
    toHz: 4500,
  },
  warm: {
    word: 'Warm',
    settings: { lowShelfHz: 300, lowShelfDb: 5, highShelfHz: 3500, highShelfDb: -6 },
    fromHz: 130,
    toHz: 8000,
  },
  thin: { word: 'Thin', settings: { highPassHz: 450, highPassSlope: 2 }, fromHz: 130, toHz: 450 },
  airy: { word: 'Airy', settings: { highShelfHz: 7000, highShelfDb: 12 }, fromHz: 7000, toHz: 16_000 },
} as const satisfies Record<string, SoundWord>;

/** Where a high-pass takes next to nothing from the parts of a song yet, in Hz. */
const THINS_NOTHING_HZ = 130;

/** A word's move at a share of its strength, 0 … 1: of its decibels; of the octaves by which its high-pass rises. */
export function atStrength(settings: Partial<EqSettings>, strength: number): Partial<EqSettings> {
  return Object.fromEntries(
    Object.entries(settings).map(([name, value]) => {
      if (name.endsWith('Db')) return [name, value * strength];
      if (name === 'highPassHz')
        return [name, Math.round(THINS_NOTHING_HZ * (value / THINS_NOTHING_HZ) ** strength)];
      return [name, value];
    }),
  );
}
