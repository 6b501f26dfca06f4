import type { APIContext } from 'astro';
import { SONG_IDS, songManifest } from '../demos/song-audio.ts';
import { lessonPath, lessonsInOrder } from '../lesson-list.ts';
import { LESSON_UNIT_NAMES } from '../lesson-units.ts';
import { withBase } from '../with-base.ts';

/** What the course holds, for language models: https://llmstxt.org. */
export async function GET({ site }: APIContext): Promise<Response> {
  const address = (path: string): string => (site ? new URL(withBase(path), site).href : withBase(path));
  const line = (title: string, path: string, about: string): string =>
    `- [${title}](${address(path)}): ${about}`;
  const lessons = await lessonsInOrder();
  const units = LESSON_UNIT_NAMES.map((unit) => ({
    unit,
    lines: lessons
      .filter(({ data }) => data.unit === unit)
      .map((lesson) => line(lesson.data.title, lessonPath(lesson), lesson.data.summary)),
  })).filter(({ lines }) => lines.length > 0);
  const songs = await Promise.all(
    SONG_IDS.map(async (song) => {
      const { title, stems } = await songManifest(song);
      return line(
        title,
        `songs/${song}/`,
        `${stems.length} stems, each with faults of known size, and a mix and a master of them.`,
      );
    }),
  );
  const text = [
    '# Bypass',
    '',
    '> A free course that answers by ear: what is mixing, what is mastering, and do you need both? Each lesson lets one switch equalisers, compressors, limiters and the rest on real multitrack stems, at matched loudness, and tells in measured words what changed.',
    '',
    'Every claim about sound is measured on the stems by a test. What services and formats do with a master is dated and has its source. Lessons and stems: CC BY 4.0.',
    ...units.flatMap(({ unit, lines }) => ['', `## ${unit}`, '', ...lines]),
    '',
    '## Songs',
    '',
    ...songs,
    '',
    '## Practice',
    '',
    line(
      'Practice',
      'practice/',
      'short blind listening sets on the songs, on noise or on one’s own audio, with adaptive difficulty and honest statistics; a set is a link.',
    ),
    '',
    '## Optional',
    '',
    line(
      'Glossary',
      'glossary/',
      'every term of the course, where it is explained and where it can be heard.',
    ),
    line('Look inside', 'inside/', 'the code of every device, the lines that are its idea.'),
    line('Credits', 'credits/', 'where every sound comes from, and its licence.'),
    '',
  ].join('\n');
  return new Response(text, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
}
