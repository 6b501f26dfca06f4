/** What a learner's phones or speakers can do, as far as their ears told. */
export interface PlaybackCheck {
  /** "2026-11-27" */
  readonly day: string;
  readonly sides: 'stereo' | 'swapped' | 'mono';
  readonly listeningOn: 'headphones' | 'speakers' | 'not known';
  /** The lowest and highest test tones that were heard, in Hz. */
  readonly lowestHz: number;
  readonly highestHz: number;
}
