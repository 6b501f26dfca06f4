import type { StemSet } from '../../song-manifest.ts';
import type { Pcm } from '../files/pcm.ts';

/** Stems made for one lesson out of the songs' own: they play together in one loop, and are no song. */
export interface SetPlan {
  /** Its folder under public/stems. */
  readonly id: string;
  readonly title: string;
  /** Kilobits per second of its Opus files, where a stem's usual rate does not do. */
  readonly opusKbps?: number;
  /** How it was made, for its credits. */
  story(): string;
  /** The songs that it is made of, whose credits are its own. */
  readonly songs: readonly string[];
  /** Make it, from the songs' committed stems. */
  render(): Promise<RenderedSet>;
}

export interface RenderedSet {
  readonly bars: number;
  readonly lines: StemSet['lines'];
  readonly stems: readonly { readonly id: string; readonly name: string; readonly pcm: Pcm }[];
}
