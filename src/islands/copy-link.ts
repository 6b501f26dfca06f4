import type { MeasuredDemo } from '../demos/demo.ts';
import { encodeState } from '../demos/state-link.ts';
import type { DemoModel } from './demo-model.ts';

/** The address of a page with a demo's present state. */
export function linkTo(
  demo: MeasuredDemo,
  { state }: Pick<InstanceType<typeof DemoModel>, 'state'>,
  pageUrl: string,
): string {
  const url = new URL(pageUrl, location.href);
  url.hash = encodeState(demo, state.value);
  return url.href;
}

/** Copy the link to what is heard now. Resolves to the link where the browser refuses, to be copied by hand, or to ''. */
export async function copyLink(
  demo: MeasuredDemo,
  model: InstanceType<typeof DemoModel>,
  pageUrl = location.pathname,
): Promise<string> {
  const link = linkTo(demo, model, pageUrl);
  return (await copied(link, model.say)) ? '' : link;
}

/** Copy a text and say so, or say how to do it by hand. */
export async function copied(text: string, say: (notice: string) => void): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    say('Copied.');
    return true;
  } catch {
    say('This browser does not let the page copy. The text is marked: copy it yourself.');
    return false;
  }
}
