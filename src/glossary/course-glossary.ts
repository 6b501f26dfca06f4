import { demoIdsIn } from '../demos-in-text.ts';
import { lessonsInOrder } from '../lesson-list.ts';
import { onceABuild } from '../once-a-build.ts';
import { glossaryOf, type Glossary } from './glossary.ts';

/** The glossary of this course. A word explained twice, or said to be heard in a demo of elsewhere, fails the build. */
export const courseGlossary: () => Promise<Glossary> = onceABuild(async () => {
  const lessons = await lessonsInOrder();
  return glossaryOf(
    lessons.map(({ id, filePath = id, body = '', data: { title, terms } }) => ({
      file: filePath,
      id,
      title,
      terms,
      demoIds: demoIdsIn(body),
    })),
  );
});
