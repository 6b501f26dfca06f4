import type { MeasuredDemo } from '../demos/demo.ts';
import type { DemoModel } from './demo-model.ts';

/** What a key means to the control that has the focus. */
export type Focus =
  /** Text is being typed, or a list chosen from: every key belongs to it. */
  | 'typing'
  /** A number field at rest: letters and digits belong to it, undo does not. */
  | 'typed'
  /** A button, switch, link or disclosure: Space presses it. */
  | 'press'
  /** A radio or range, or the demo itself: Space does nothing of its own. */
  | 'free';

/** What to do for a key: a number chooses that variant, from 0. */
export type KeyAction = 'play' | 'undo' | number | null;

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

export function focusOf(element: Element): Focus {
  if (element.matches('[data-committed=true]')) return 'typed';
  if (element.matches('select,textarea,input:not([type=radio],[type=range])')) return 'typing';
  return element.closest('button,summary,a') ? 'press' : 'free';
}

export function keyAction({ key, ctrlKey, metaKey, altKey, shiftKey }: Key, focus: Focus): KeyAction {
  if (focus === 'typing' || altKey) return null;
  if (ctrlKey || metaKey) return key === 'z' && !shiftKey ? 'undo' : null;
  if (focus === 'typed') return null;
  if (key === ' ') return focus === 'press' ? null : 'play';
  if (key === 'u' || key === 'U') return 'undo';
  return /^[1-4]$/.test(key) ? Number(key) - 1 : null;
}

/** Space, digits and undo, while the focus is inside the demo. */
export function onKey(event: KeyboardEvent, demo: MeasuredDemo, model: InstanceType<typeof DemoModel>): void {
  model.pressed();
  const action = event.defaultPrevented ? null : keyAction(event, focusOf(event.target as Element));
  const variant = demo.variants[Number(action)];
  if (action === null || (typeof action === 'number' && !variant)) return;
  event.preventDefault();
  if (event.repeat && action === 'play') return;
  if (action === 'play') model.togglePlay();
  // Settings have no say in a blind test.
  else if (model.override.peek()) return;
  else if (action === 'undo') model.undo();
  else if (variant) {
    model.choose(variant.id);
    model.say(variant.label);
  }
}
