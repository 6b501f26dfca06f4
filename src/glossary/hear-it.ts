import { measureDemo } from '../demos/measure.ts';
import { demoById } from '../demos/catalog.ts';
import { authoredPositions } from '../demos/demo-state.ts';
import { encodeState } from '../demos/state-link.ts';
import { lessonPath } from '../lesson-list.ts';
import type { GlossaryEntry } from './glossary.ts';

/** Where a word can be heard: its lesson at that demo, as its author left it; null for a word without a demo. */
export async function hearItPath({ demo: id, lesson }: GlossaryEntry): Promise<string | null> {
  if (id === null) return null;
  const demo = await measureDemo(await demoById(id));
  const state = {
    variantId: demo.variants[0].id,
    levelMatch: true,
    positions: authoredPositions(demo),
  };
  return `${lessonPath(lesson)}#${encodeState(demo, state)}`;
}
