/**
 * Where an excerpt is found. Lines are named by what stands in them, not by number, so that code above may move;
 * where one is gone the build stops and says which.
 */
export interface ExcerptDraft {
  /** Path below src: "dsp/compressor-gain.ts". */
  readonly file: string;
  /** Part of exactly one line of the file, before the excerpt or its first: the function that it is from. */
  readonly within: string;
  /** Part of the first line; that of `within` when left out. */
  readonly from?: string;
  /** Part of the last line: the next one that has it. */
  readonly to: string;
  readonly says: string;
  readonly settings?: readonly string[];
  readonly reduces?: boolean;
}

/** A work that a kernel's comment cites: from where to where in it. */
export interface SourceDraft {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** What is shown of a device. */
export interface InsideDraft {
  readonly idea: string;
  /** The file that is shown whole. */
  readonly mainFile: string;
  readonly excerpts: readonly ExcerptDraft[];
  readonly sources: readonly SourceDraft[];
}
