import type { MeasuredDemo } from '../demos/demo.ts';
import { decodeState, linkedDemoId } from '../demos/state-link.ts';
import { stateInWords } from '../demos/state-words.ts';
import type { DemoModel } from './demo-model.ts';

/**
 * Open the link in the address, if this demo is the one that answers to it: the one it names, or the page's first,
 * which says what is wrong with a link that names none of the page.
 */
export function openLink(
  demo: MeasuredDemo,
  model: InstanceType<typeof DemoModel>,
  section: HTMLElement,
): void {
  const fragment = location.hash.slice(1);
  const sections = [...document.querySelectorAll<HTMLElement>('section[data-demo]')];
  const id = linkedDemoId(fragment);
  const answering = sections.find(({ dataset }) => dataset.demo === id) ?? sections[0];
  if (answering !== section) return;
  const decoded = decodeState(demo, fragment);
  if (decoded.ok) {
    model.restore('the link', decoded.state);
    model.say(`This link’s sound is set: ${stateInWords(demo, decoded.state)}.`);
  } else model.say(decoded.reason);
  section.scrollIntoView();
  section.focus({ preventScroll: true });
}
