import { ALBUM_TURNED_DOWN_DB } from '../../src/band/sets/album.ts';
import { faders, retuned, without } from '../../src/demos/variation.ts';
import { device, mixSpec, type StripDraft } from '../../src/dsp/mix-draft.ts';
import type { SettingsOf } from '../../src/dsp/device-types.ts';
import type { MixSpec } from '../../src/dsp/mix-spec.ts';

/*
 * The set “album”: strips are whole songs, one after the other, each with a mastering EQ and a limiter of its own. A
 * fader is what a player turns a finished song down by.
 */

export const SONGS = ['indie-pop', 'electronic', 'acoustic'] as const;
type Song = (typeof SONGS)[number];
type Decibels = Readonly<Record<Song, number>>;

const NAMES: Readonly<Record<Song, string>> = {
  'indie-pop': '“Across the Sill”',
  electronic: '“Signal in the Sea”',
  acoustic: '“Paper Boat”',
};

const limiterOf = (song: Song): string => `${song}-limiter`;
export const EQ_IDS: readonly string[] = SONGS.map((song) => `${song}-eq`);
export const LIMITER_IDS: readonly string[] = SONGS.map(limiterOf);

/** Towards one bass: less of it in the second song, a little more in the others. Less bass makes the rest seem brighter, so its highs come down too. */
const TONES: Readonly<Record<Song, Partial<SettingsOf<'eq'>>>> = {
  'indie-pop': { lowShelfHz: 80, lowShelfDb: 1 },
  electronic: { lowShelfHz: 75, lowShelfDb: -4, highShelfHz: 8000, highShelfDb: -1 },
  acoustic: { lowShelfHz: 100, lowShelfDb: 2 },
};

const strip = (song: Song): StripDraft => ({
  trimDb: ALBUM_TURNED_DOWN_DB,
  devices: [
    device('eq', `${song}-eq`, `EQ of ${NAMES[song]}`, TONES[song]),
    device('limiter', limiterOf(song), `Limiter of ${NAMES[song]}`, { ceilingDbtp: -1, releaseMs: 80 }),
  ],
});

const untouched: MixSpec = mixSpec({
  song: 'album',
  strips: Object.fromEntries(SONGS.map((song) => [song, strip(song)])),
});

const driven = (drives: Decibels): MixSpec =>
  SONGS.reduce((spec, song) => retuned(spec, limiterOf(song), { driveDb: drives[song] }), untouched);

/** The three mixes, one after the other. */
export const mixed: MixSpec = without(untouched, [...EQ_IDS, ...LIMITER_IDS]);
/** Each pushed until it is as loud as the others. */
export const eachLoud: MixSpec = without(
  driven({ 'indie-pop': 8.8, electronic: 10.3, acoustic: 11.3 }),
  EQ_IDS,
);
/** One tone, and the quiet song left quieter. */
export const together: MixSpec = driven({ 'indie-pop': 5.2, electronic: 6.4, acoustic: 5 });
/** The same, as a player gives it that turns every song to one loudness. */
export const byTrack: MixSpec = faders(together, {
  'indie-pop': { levelDb: -2.3 },
  electronic: { levelDb: -2 },
});
