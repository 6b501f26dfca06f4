import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { lessonAddress } from './lesson-address.ts';

/** Front matter of a lesson. A wrong field fails the build and names the file, the field and what was expected. */
const lesson = z.strictObject({
  /** The lesson's name, as in the list of lessons. */
  title: z.string().min(1).max(60),
  /** The part of the course it belongs to: which of the two crafts uses its tool. */
  unit: z.enum(['Start here', 'Mixing', 'Mastering', 'Both']),
  /** Position in the course: the number of its folder. */
  order: z.int().positive(),
  /** Reading, listening and trying, in minutes. */
  minutes: z.int().min(1).max(30),
  /** One or two sentences, also what search engines and link previews show. */
  summary: z.string().min(40).max(200),
  /** What the ear will notice, completing "You will hear …"; no full stop. */
  youWillHear: z.string().min(10).max(200),
  /** The words that the lesson explains. */
  terms: z.array(z.string().min(2)).min(1),
});

export const collections = {
  lessons: defineCollection({
    loader: glob({
      base: './lessons',
      pattern: '*/index.mdx',
      generateId: ({ entry }) => lessonAddress(entry).slug,
    }),
    schema: lesson,
  }),
  /** Where each song's sounds come from and under which licence. */
  credits: defineCollection({
    loader: glob({
      base: './public/stems',
      pattern: '*/CREDITS.md',
      generateId: ({ entry }) => entry.split('/')[0] ?? entry,
    }),
  }),
};
