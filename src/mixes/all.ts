import type { SongId } from '../demos/song-audio.ts';
import { acoustic } from './acoustic.ts';
import { electronic } from './electronic.ts';
import { indiePop } from './indie-pop.ts';
import type { ReferenceMix } from './reference-mix.ts';

/** The reference mix and master of every song. */
export const REFERENCE_MIXES: ReadonlyMap<SongId, ReferenceMix> = new Map([
  ['indie-pop', indiePop],
  ['electronic', electronic],
  ['acoustic', acoustic],
]);
