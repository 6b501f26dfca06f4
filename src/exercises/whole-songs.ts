import type { SongId } from '../demos/song-audio.ts';
import { stemSetId } from '../stem-sets/stem-set-id.ts';
import type { Source } from '../training/exercise.ts';

/** The voice's stem, in every song. */
export const VOICE = 'vocal';

/** As `Exercise.unsuited`, for what can only be asked on a whole song. */
export const songReason = ({ kind }: Source): string | null =>
  kind === 'mix' ? null : 'it is no whole song of the course';

/** Which song a whole mix is of. */
export function songOf({ base }: Source): SongId {
  const id = stemSetId(base.song);
  return (id.kind === 'excerpt' ? id.folder : base.song) as SongId;
}
