import { useState } from 'preact/hooks';
import { withBase } from '../with-base.ts';
import type * as Panel from './LookInsidePanel.tsx';

/** The code that plays, beside its settings. What is inside is loaded when it is opened; until then there is a way to its page. */
export function LookInside(props: Panel.LookInsidePanelProps) {
  const [panel, setPanel] = useState<typeof Panel>();
  return (
    <details
      class="demo-inside"
      onToggle={() => import('./LookInsidePanel.tsx').then(setPanel, () => undefined)}
    >
      <summary>Look inside</summary>
      {panel ? (
        <panel.LookInsidePanel {...props} />
      ) : (
        <a href={withBase('inside/')}>The code of every device</a>
      )}
    </details>
  );
}
