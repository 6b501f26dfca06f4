import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { lessonAddress } from './lesson-address.ts';
import { LESSON_UNIT_NAMES } from './lesson-units.ts';

/** Where a statement of a lesson can be looked up. */
const source = z.strictObject({
  /** What it is: a standard, a paper, a page. */
  title: z.string().min(3),
  /** An address, or a citation by which a library finds it. */
  where: z.string().min(3),
  /** When an address was last read, for what may change: "2026-11". */
  checked: z
    .string()
    .regex(/^20\d{2}-(0[1-9]|1[0-2])$/, 'expected a month, such as 2026-11')
    .optional(),
});

/** A word that a lesson explains; the glossary is made of these. */
const term = z.strictObject(
  {
    /** As it is looked up: “de-esser”. Explained by one lesson only. */
    term: z.string().min(2),
    /** What it means, in one or two plain sentences that stand alone. */
    means: z.string().min(20).max(240),
    /** Other names for it. */
    also: z.array(z.string().min(2)).min(1).optional(),
    /** The demo of this lesson in which it can be heard. */
    demo: z.string().optional(),
  },
  {
    error: ({ code }) =>
      code === 'invalid_type'
        ? 'expected a word and what it means, “term: fader” and below it “means: The control that …”'
        : undefined,
  },
);

/** Front matter of a lesson. A wrong field fails the build and names the file, the field and what was expected. */
const lesson = z.strictObject({
  /** The lesson's name, as in the list of lessons. */
  title: z.string().min(1).max(60),
  /** The part of the course it belongs to, which its folder's number has to agree with. */
  unit: z.enum(LESSON_UNIT_NAMES),
  /** The number of its folder, which orders the course. */
  order: z.int().positive(),
  /** Reading, listening and trying, in minutes. */
  minutes: z.int().min(1).max(30),
  /** One or two sentences, also what search engines and link previews show. */
  summary: z.string().min(40).max(200),
  /** What the ear will notice, completing "You will hear …"; no full stop. */
  youWillHear: z.string().min(10).max(200),
  /** The words that the lesson explains. */
  terms: z.array(term).min(1),
  /** Where what it states can be looked up; shown at its end. */
  sources: z.array(source).min(1).optional(),
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
