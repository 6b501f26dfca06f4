import type { ComponentType } from 'preact';
import { useState } from 'preact/hooks';
import type { MeasuredDemo } from '../demos/demo.ts';
import type { DemoModel } from './demo-model.ts';

/** What the inside of a late panel is given. */
export interface PanelProps {
  readonly demo: MeasuredDemo;
  readonly model: InstanceType<typeof DemoModel>;
}

interface LatePanelProps extends PanelProps {
  readonly className: string;
  readonly summary: string;
  /** Imports what is inside. */
  load(): Promise<{ readonly Panel: ComponentType<PanelProps> }>;
}

/** A disclosure whose inside is fetched when it is opened first. */
export function LatePanel({ className, summary, load, demo, model }: LatePanelProps) {
  const [loaded, setLoaded] = useState<{ readonly Panel: ComponentType<PanelProps> } | null>(null);
  // The same function for ever, so that it looks once when the page comes alive: the row may have been opened before.
  const [look] = useState(() => (row: HTMLDetailsElement | null): void => {
    if (row?.open) model.late(load(), setLoaded);
  });
  return (
    <details class={className} ref={look} onToggle={(event) => look(event.currentTarget)}>
      <summary>{summary}</summary>
      {loaded && <loaded.Panel demo={demo} model={model} />}
    </details>
  );
}
