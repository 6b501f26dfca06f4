import { useEffect } from 'preact/hooks';
import type { MeasuredDemo } from '../demos/demo.ts';
import type { DemoModel } from './demo-model.ts';

/** The address may hold a state to take; ordinary anchors are left alone. */
export function useLink(
  demo: MeasuredDemo,
  model: InstanceType<typeof DemoModel>,
  section: { readonly current: HTMLElement | null },
): void {
  useEffect(() => {
    const open = (): void => {
      if (/^#v\d+(;|%3B)/i.test(location.hash))
        model.late(
          import('./open-link.ts'),
          ({ openLink }) => section.current && openLink(demo, model, section.current),
        );
    };
    open();
    addEventListener('hashchange', open);
    return () => removeEventListener('hashchange', open);
  }, [demo, model, section]);
}
