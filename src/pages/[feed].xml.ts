import rss from '@astrojs/rss';
import type { APIContext } from 'astro';
import { lessonPath, lessonsInOrder } from '../lesson-list.ts';
import { withBase } from '../with-base.ts';

/** A feed's links are whole, so it exists where the site's own address is known. */
export function getStaticPaths() {
  return import.meta.env.SITE ? [{ params: { feed: 'rss' } }] : [];
}

/** The lessons as a feed, so that whoever follows it hears of new ones. */
export async function GET({ site }: APIContext): Promise<Response> {
  const lessons = await lessonsInOrder();
  return rss({
    title: 'Bypass',
    description: 'What mixing is, what mastering is, and whether you need both: lessons that you can hear.',
    site: new URL(withBase('/'), site),
    items: lessons.map((lesson) => ({
      title: lesson.data.title,
      description: lesson.data.summary,
      link: withBase(lessonPath(lesson)),
      categories: [lesson.data.unit],
    })),
    customData: '<language>en</language>',
  });
}
