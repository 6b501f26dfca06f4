import { settingText } from '../setting-text.ts';
import { isOn } from './demo.ts';
import { authored, type DemoState } from './demo-state.ts';
import { movedSwitches, type LinkedDemo } from './state-link.ts';

/** "Mixed only, Limiter off, matched": what is heard, and how it differs from the lesson's. */
export function stateInWords(demo: LinkedDemo, { variantId, levelMatch, positions }: DemoState): string {
  const parts: string[] = [];
  let elsewhere = false;
  for (const variant of demo.variants) {
    const present = positions.get(variant.id) ?? authored(variant);
    const switches = movedSwitches(demo, variant, present);
    if (variant.id !== variantId) {
      elsewhere ||= switches.length + present.turned.size > 0;
      continue;
    }
    parts.push(variant.label);
    for (const entry of switches) parts.push(`${entry.name} ${isOn(entry, present.bypassed) ? 'on' : 'off'}`);
    for (const { key, parameter } of demo.knobs) {
      const value = present.turned.get(key);
      if (value !== undefined) parts.push(`${parameter.label} ${settingText(parameter, value)}`);
    }
  }
  parts.push(levelMatch ? 'matched' : 'not matched');
  return parts.join(', ') + (elsewhere ? '; other versions are changed too' : '');
}
