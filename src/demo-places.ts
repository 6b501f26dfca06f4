import { demoById } from './demos/catalog.ts';
import type { Demo } from './demos/demo.ts';
import { SONG_IDS, songManifest } from './demos/song-audio.ts';
import { SONG_DEMOS } from './demos/songs.ts';
import { lessonPath, lessonsInOrder } from './lesson-list.ts';

/** A demo and the page that it stands on. */
export interface DemoPlace {
  readonly demo: Demo;
  /** The page's path within the site. */
  readonly path: string;
  /** The page's name. */
  readonly page: string;
}

/** Where the demos stand: in lessons, in their order, then on the songs' pages. */
export async function demoPlaces(): Promise<DemoPlace[]> {
  const lessons = await lessonsInOrder();
  const inLessons = lessons.flatMap((lesson) =>
    [...(lesson.body ?? '').matchAll(/<Demo\s+id="([^"]+)"/g)].map((match) => ({
      id: match[1]!,
      path: lessonPath(lesson),
      page: lesson.data.title,
    })),
  );
  const withSongs = await Promise.all(
    SONG_IDS.map(async (song) => ({
      id: SONG_DEMOS[song],
      path: `songs/${song}/`,
      page: (await songManifest(song)).title,
    })),
  );
  return Promise.all(
    [...inLessons, ...withSongs].map(async ({ id, path, page }) => ({
      demo: await demoById(id),
      path,
      page,
    })),
  );
}
