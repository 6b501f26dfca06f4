/** Where a fact was read. */
export interface FactSource {
  readonly name: string;
  /** An address, or a citation by which a library finds it. */
  readonly where: string;
}

/** How well a fact is founded. */
export type Footing = 'from its owner' | 'sources agree' | 'one source only' | 'sources disagree';

/** What one place does with a finished file, or asks of it. */
export interface DeliveryFact {
  readonly id: string;
  readonly kind: 'streaming' | 'recommendation' | 'broadcast' | 'film' | 'vinyl';
  /** The service, standard or format. */
  readonly place: string;
  /** What is told: "Playback level", "True peak". */
  readonly what: string;
  /** Said as it stands in the table: "−14 LUFS". */
  readonly value: string;
  /** What has to be known besides, a sentence. */
  readonly note?: string;
  readonly footing: Footing;
  /** When the sources were last read: "2026-11-27". */
  readonly checkedOn: string;
  readonly sources: readonly FactSource[];
}
