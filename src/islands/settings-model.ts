import { batch, computed, createModel, signal } from '@preact/signals';
import {
  authoredValue,
  flipped,
  isOn,
  type DeviceSwitch,
  type MeasuredDemo,
  type ShownKnob,
  type Variant,
} from '../demos/demo.ts';
import { authored, authoredPositions, type DemoState, type Positions } from '../demos/demo-state.ts';
import { withStep, type Step } from './undo-steps.ts';

/** What a listener has set in a demo, and the way back. */
export const SettingsModel = createModel((demo: MeasuredDemo) => {
  const variantId = signal(demo.variants[0].id);
  const levelMatch = signal(true);
  /** Each variant keeps its own switches and knobs. */
  const positions = signal(authoredPositions(demo));
  const state = computed<DemoState>(() => ({
    variantId: variantId.value,
    levelMatch: levelMatch.value,
    positions: positions.value,
  }));
  /** Changes that can be undone, the latest last. Choosing what to hear is none. */
  const steps = signal<readonly Step<DemoState>[]>([]);
  /** Presses of keys and pointers inside the demo: a knob's turns within one are one step. */
  let presses = 0;
  /** The result of what was last asked for, to be told once. */
  const notice = signal('');

  const variant = computed<Variant>(
    () => demo.variants.find((entry) => entry.id === variantId.value) ?? demo.variants[0],
  );
  const positionsOf = (entry: Variant): Positions => positions.value.get(entry.id) ?? authored(entry);
  const present = computed(() => positions.value.get(variant.value.id) ?? authored(variant.value));

  const note = (what: string, knob: string | null = null): void => {
    const step = { what, before: state.peek(), knob, press: presses, atMs: performance.now() };
    steps.value = withStep(steps.peek(), step);
    notice.value = '';
  };
  const set = (next: DemoState): void =>
    batch(() => {
      variantId.value = next.variantId;
      levelMatch.value = next.levelMatch;
      positions.value = next.positions;
    });
  const move = (change: Partial<Positions>): void => {
    positions.value = new Map(positions.peek()).set(variant.peek().id, { ...present.peek(), ...change });
  };

  return {
    variantId,
    levelMatch,
    positions,
    state,
    steps,
    notice,
    variant,
    present,
    positionsOf,
    switchIsOn: (entry: DeviceSwitch): boolean => isOn(entry, present.value.bypassed),
    deviceIsOn: (id: string): boolean => !present.value.bypassed.has(id),
    knobValue: (knob: ShownKnob): number =>
      present.value.turned.get(knob.key) ?? authoredValue(variant.value, knob),
    authoredValue: (knob: ShownKnob): number => authoredValue(variant.value, knob),
    choose(id: string): void {
      variantId.value = id;
      notice.value = '';
    },
    flip(entry: DeviceSwitch): void {
      note(entry.name);
      move({ bypassed: flipped(entry, present.peek().bypassed) });
    },
    turn(knob: ShownKnob, value: number): void {
      const { turned } = present.peek();
      const before = authoredValue(variant.peek(), knob);
      if (value === (turned.get(knob.key) ?? before)) return;
      note(knob.parameter.label, `${variantId.peek()}:${knob.key}`);
      const next = new Map(turned);
      if (value === before) next.delete(knob.key);
      else next.set(knob.key, value);
      move({ turned: next });
    },
    toggleLevelMatch(): void {
      note('Level match');
      levelMatch.value = !levelMatch.peek();
    },
    say(text: string): void {
      notice.value = text;
    },
    /** A key or pointer goes down inside the demo. */
    pressed(): void {
      presses++;
    },
    restore(what: string, next: DemoState): void {
      note(what);
      set(next);
    },
    /** Every variant as its author left it, levels matched; what is heard stays chosen. */
    reset(): void {
      note('reset');
      set({ variantId: variantId.peek(), levelMatch: true, positions: authoredPositions(demo) });
      notice.value = 'Everything is as the lesson has it.';
    },
    undo(): void {
      const last = steps.peek().at(-1);
      notice.value = 'There is nothing to undo.';
      if (!last) return;
      steps.value = steps.peek().slice(0, -1);
      set(last.before);
      notice.value = `Undone: ${last.what}. ${steps.peek().length} left to undo.`;
    },
  };
});
