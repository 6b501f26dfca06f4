import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { MeasuredDemo } from '../demos/demo.ts';
import { linkTo } from './copy-link.ts';
import { Demo } from './Demo.tsx';
import type { DemoModel } from './demo-model.ts';

interface EmbeddedDemoProps {
  readonly demo: MeasuredDemo;
  /** The page of the course that shows this demo. */
  readonly pageUrl: string;
  /** What that page is: "the lesson". */
  readonly pageKind: string;
  readonly children?: ComponentChildren;
}

/** A demo alone in a frame, with a way to its page that takes the present sound along. */
export function EmbeddedDemo({ demo, pageUrl, pageKind, children }: EmbeddedDemoProps) {
  const [model, setModel] = useState<InstanceType<typeof DemoModel> | null>(null);
  return (
    <>
      <Demo demo={demo} pageUrl={pageUrl} onModel={setModel}>
        {children}
      </Demo>
      <p class="embed-origin">
        <a href={model ? linkTo(demo, model, pageUrl) : pageUrl} target="_top" rel="noopener">
          From Bypass: open {pageKind}
        </a>
      </p>
    </>
  );
}
