import type { StripSpec } from '../dsp/mix-spec.ts';
import type { Source } from '../training/exercise.ts';
import { stemName } from './stem-name.ts';

/** Stems that people call by one name, and that are moved together. */
export interface StemPart {
  readonly id: string;
  readonly label: string;
  readonly stems: readonly string[];
}

/** Takes of one thing, by stem: nobody could tell a double from the voice that it follows. */
const TOGETHER: Readonly<Record<string, readonly [id: string, label: string]>> = {
  'guitar-left': ['guitars', 'Guitars'],
  'guitar-right': ['guitars', 'Guitars'],
  'guitar-1': ['guitars', 'Guitars'],
  'guitar-2': ['guitars', 'Guitars'],
  'harmony-low': ['harmonies', 'Harmonies'],
  'harmony-high': ['harmonies', 'Harmonies'],
  vocal: ['vocal', 'Voice'],
  double: ['vocal', 'Voice'],
  arp: ['arp', 'Arpeggio'],
  cajon: ['cajon', 'Cajón'],
};

/** The parts of a source in the order of its stems; a learner's own stems stay as they were named, each by itself. */
export function stemParts({ base, kind }: Source): readonly StemPart[] {
  const parts = new Map<string, StemPart>();
  for (const { stem } of base.strips) {
    const [id, label] = (kind === 'own' ? undefined : TOGETHER[stem]) ?? [stem, stemName(stem)];
    parts.set(id, { id, label, stems: [...(parts.get(id)?.stems ?? []), stem] });
  }
  return [...parts.values()];
}

/** Strips with the faders of some parts moved. @param byPart in dB, by part's id */
export function movedParts(
  strips: readonly StripSpec[],
  parts: readonly StemPart[],
  byPart: Readonly<Record<string, number>>,
): StripSpec[] {
  return strips.map((strip) => {
    const part = parts.find(({ stems }) => stems.includes(strip.stem));
    return { ...strip, levelDb: strip.levelDb + (part ? (byPart[part.id] ?? 0) : 0) };
  });
}
