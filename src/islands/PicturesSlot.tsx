import { useSignalEffect } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Pictures } from './pictures/Pictures.tsx';

type Props = Parameters<typeof Pictures>[0] & {
  /** A still picture, from the server, until then. */
  readonly children?: ComponentChildren;
};

/** Room for a demo's pictures, which are loaded when somebody comes near it or plays it. */
export function PicturesSlot({ demo, model, children }: Props) {
  const ref = useRef<HTMLDivElement>(null);
  const [Loaded, setLoaded] = useState<typeof Pictures | null>(null);
  const load = (): void => {
    // Without its pictures a demo still plays; the next press tries again.
    import('./pictures/Pictures.tsx').then(
      (module) => setLoaded(() => module.Pictures),
      () => undefined,
    );
  };
  useSignalEffect(() => {
    if (model.phase.value !== 'stopped') load();
  });
  useEffect(() => {
    const section = ref.current!.closest('section')!;
    const events = ['pointerenter', 'focusin'] as const;
    for (const event of events) section.addEventListener(event, load, { once: true });
    return () => events.forEach((event) => section.removeEventListener(event, load));
  }, []);
  return (
    <div class="demo-pictures" ref={ref}>
      {/* A blind test has no pictures: they would tell what plays. */}
      {Loaded && !model.override.value ? <Loaded demo={demo} model={model} /> : children}
    </div>
  );
}
