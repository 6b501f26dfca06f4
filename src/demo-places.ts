import { demoIdsIn } from './demos-in-text.ts';
import { demoById } from './demos/catalog.ts';
import type { Demo } from './demos/demo.ts';
import { SONG_IDS, songManifest } from './demos/song-audio.ts';
import { SONG_DEMOS } from './demos/songs.ts';
import { lessonPath, lessonsInOrder } from './lesson-list.ts';
import { onceABuild } from './once-a-build.ts';
import { withBase } from './with-base.ts';

/** A demo and the page that it stands on. */
export interface DemoPlace {
  readonly demo: Demo;
  /** The page's path within the site. */
  readonly path: string;
  /** The page's name. */
  readonly page: string;
  /** What kind of page it is, in words: “the lesson”. */
  readonly kind: string;
}

/** Where the demos stand: in lessons, in their order, then on the songs' pages. */
export const demoPlaces: () => Promise<readonly DemoPlace[]> = onceABuild(async () => {
  const lessons = await lessonsInOrder();
  const inLessons = lessons.flatMap((lesson) =>
    demoIdsIn(lesson.body ?? '').map((id) => ({
      id,
      path: lessonPath(lesson),
      page: lesson.data.title,
      kind: 'the lesson',
    })),
  );
  const withSongs = await Promise.all(
    SONG_IDS.map(async (song) => ({
      id: SONG_DEMOS[song],
      path: `songs/${song}/`,
      page: (await songManifest(song)).title,
      kind: 'the song’s page',
    })),
  );
  return Promise.all(
    [...inLessons, ...withSongs].map(async ({ id, ...place }) => ({ demo: await demoById(id), ...place })),
  );
});

/** Where one demo stands; the start of the course for one that stands nowhere else. */
export async function demoPage(id: string): Promise<{ readonly url: string; readonly kind: string }> {
  const place = (await demoPlaces()).find(({ demo }) => demo.id === id);
  return place ? { url: withBase(place.path), kind: place.kind } : { url: withBase('/'), kind: 'the course' };
}
