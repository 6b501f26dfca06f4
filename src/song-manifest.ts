/** One encoding of a stem. */
export interface StemFile {
  readonly file: string;
  readonly bytes: number;
  /** Samples before and after the loop, copied from its other end, so that a codec meets no edge at the seam. */
  readonly padFrames: number;
}

/** A deliberate fault of the recording, for lessons to find and to mend. Recurring ones have no times. */
export interface ListedFault {
  readonly what: string;
  readonly frequencyHz: number | null;
  readonly amountDb: number;
  readonly startSeconds: number | null;
  readonly endSeconds: number | null;
}

export interface StemEntry {
  readonly id: string;
  readonly name: string;
  /** 1 or 2. */
  readonly channels: number;
  readonly loudnessLufs: number;
  readonly truePeakDbtp: number;
  /** SHA-256 of the 16-bit little-endian samples of the loop. */
  readonly pcmSha256: string;
  readonly flac: StemFile;
  readonly opus: StemFile;
  readonly faults: readonly ListedFault[];
}

/**
 * Stems that play together in one loop: a song's takes, or a set that was made for a lesson. What
 * public/stems/<folder>/manifest.json says: written by src/band, read by the player and by the measurements.
 */
export interface StemSet {
  readonly version: 1;
  /** Its folder under public/stems, which a MixSpec calls its song. */
  readonly song: string;
  readonly title: string;
  /** Equal parts of the loop, where it has them; else 1. */
  readonly bars: number;
  readonly sampleRate: number;
  readonly loopFrames: number;
  /** The sung lines, in order. */
  readonly lines: readonly {
    readonly text: string;
    readonly startSeconds: number;
    readonly endSeconds: number;
  }[];
  readonly stems: readonly StemEntry[];
}

/** The stems of a song, which has a page of its own. */
export interface SongManifest extends StemSet {
  readonly bpm: number;
  readonly key: string;
}
