import { powerDb } from './frame-power.ts';
import { mean } from './statistics.ts';
import type { VoiceFrame } from './voice-frames.ts';

/** Colour of a voice in dB, from mean powers. */
export interface VocalTone {
  /** Vowels: above 10 kHz relative to 1–4 kHz. */
  airDb: number;
  /** Vowels: above 10 kHz relative to 5–9 kHz. */
  airRePresenceDb: number;
  /** Vowels: 5–9 kHz relative to 1–4 kHz. */
  presenceDb: number;
  /** Fricatives at 5–9 kHz relative to whole vowels. */
  fricativeDb: number;
}

export function vocalTone(frames: readonly VoiceFrame[]): VocalTone {
  const vowels = frames.filter(({ vowel }) => vowel).map(({ bands }) => bands);
  const fricatives = frames.filter(({ fricative }) => fricative).map(({ bands }) => bands);
  const [middle, presence, air] = (['from1To4k', 'from5To9k', 'above10k'] as const).map((band) =>
    powerDb(mean(vowels.map((bands) => bands[band]))),
  );
  return {
    airDb: air - middle,
    airRePresenceDb: air - presence,
    presenceDb: presence - middle,
    fricativeDb:
      powerDb(mean(fricatives.map(({ from5To9k }) => from5To9k))) -
      powerDb(mean(vowels.map(({ all }) => all))),
  };
}
