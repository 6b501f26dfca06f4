import { SONG_IDS } from './demos/song-audio.ts';
import { SONG_DEMOS } from './demos/songs.ts';
import { lessonPath, lessonsInOrder } from './lesson-list.ts';
import { withBase } from './with-base.ts';

/** Where a demo is shown, and what to call that page. */
export interface DemoPage {
  readonly url: string;
  readonly kind: string;
}

/** The page that shows a demo: its lesson, else its song's page, else the start. */
export async function demoPage(id: string): Promise<DemoPage> {
  const lesson = (await lessonsInOrder()).find(({ body = '' }) => demosIn(body).includes(id));
  if (lesson) return { url: withBase(lessonPath(lesson)), kind: 'the lesson' };
  const song = SONG_IDS.find((candidate) => SONG_DEMOS[candidate] === id);
  if (song) return { url: withBase(`songs/${song}/`), kind: 'the song’s page' };
  return { url: withBase('/'), kind: 'the course' };
}

function demosIn(mdx: string): string[] {
  return [...mdx.matchAll(/<Demo\s[^>]*\bid="([^"]+)"/g)].map(([, id]) => id ?? '');
}
