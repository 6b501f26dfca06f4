import type { DeviceType } from '../dsp/device-types.ts';
import type { Parameter } from '../dsp/parameter.ts';

/** What can be looked into: every device, and the two things that every mix has besides. */
export type InsideId = DeviceType | 'channel' | 'levelMatch';

/** What a piece of code is, for its colour; '' is everything else. */
export type TokenKind = '' | 'keyword' | 'constant' | 'function' | 'string' | 'comment';

/** A piece of a line. A line is its pieces in order, white space included. */
export type CodeToken = readonly [kind: TokenKind, text: string];
export type CodeLine = readonly CodeToken[];

/** Lines of a kernel, with what they do. */
export interface Excerpt {
  /** One sentence for somebody who has never programmed. */
  readonly says: string;
  /** Path in the repository: "src/dsp/compressor-gain.ts". */
  readonly file: string;
  /** Number of the first line in the file, from 1. */
  readonly firstLine: number;
  readonly lines: readonly CodeLine[];
  /** Names of the settings that these lines work with, as in `parameters`. */
  readonly settings: readonly string[];
  /** Whether these lines decide how far the device turns down. */
  readonly reduces: boolean;
}

/** A device seen from inside, as a page shows it and as a demo fetches it. */
export interface InsideDevice {
  /** The field's name for it: "Compressor". */
  readonly label: string;
  /** What it does, a sentence. */
  readonly idea: string;
  readonly excerpts: readonly Excerpt[];
  /** The device's parameter table. */
  readonly parameters: Readonly<Record<string, Parameter>>;
}

/** Its address within the site, without an ending: "inside/look-ahead-compressor". */
export function insidePath(id: string): string {
  return `inside/${insideSlug(id)}`;
}

/** "lookAheadCompressor" as an address writes it: "look-ahead-compressor". */
export function insideSlug(id: string): string {
  return id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
