import { useState } from 'preact/hooks';
import { asTrouble } from '../audio/trouble.ts';
import type { MeasuredDemo } from '../demos/demo.ts';
import type { BlindTest } from './BlindTest.tsx';
import type { DemoModel } from './demo-model.ts';

interface BlindButtonProps {
  readonly demo: MeasuredDemo;
  readonly model: InstanceType<typeof DemoModel>;
  readonly disabled: boolean;
}

/** Opens the blind test, which is fetched when it is first wanted. */
export function BlindButton({ demo, model, disabled }: BlindButtonProps) {
  const [Test, setTest] = useState<typeof BlindTest | null>(null);
  const open = (): void => {
    import('./BlindTest.tsx').then(
      (module) => setTest(() => module.BlindTest),
      (error: unknown) => (model.trouble.value = asTrouble(error)),
    );
  };
  return Test ? (
    <Test demo={demo} model={model} onClose={() => setTest(null)} />
  ) : (
    <button type="button" class="blind-open" disabled={disabled} onClick={open}>
      Take it blind
    </button>
  );
}
