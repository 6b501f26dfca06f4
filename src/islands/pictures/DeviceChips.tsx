import type { DeviceSwitch } from '../../demos/demo.ts';
import type { ChainDevice } from '../../pictures/chain-model.ts';

/** What a chip asks of its chain. */
export interface ChipContext {
  switchIsOn(entry: DeviceSwitch): boolean;
  onFlip(entry: DeviceSwitch): void;
  /** Ids of the notes that belong to a device. */
  describedBy(device: ChainDevice): string | undefined;
}

interface DeviceChipsProps {
  readonly devices: readonly ChainDevice[];
  readonly context: ChipContext;
}

/** Devices in the order of the signal. Where the demo has a switch for one, its chip is that switch. */
export function DeviceChips({ devices, context }: DeviceChipsProps) {
  return (
    <ol class="chain-devices">
      {devices.map((device) => (
        <li key={device.id}>
          <Chip device={device} context={context} />
        </li>
      ))}
    </ol>
  );
}

function Chip({ device, context }: { readonly device: ChainDevice; readonly context: ChipContext }) {
  const { name, bypassed, keyName, flippedBy, difference } = device;
  const state = bypassed ? 'bypassed' : 'on';
  const inner = (
    <>
      <span class="chain-device">
        {name}
        {difference && <span aria-hidden="true"> ◆</span>}
      </span>
      {/* A switch says its state itself. */}
      <span class="chain-state" aria-hidden={flippedBy ? 'true' : undefined}>
        {state}
        {difference === 'settings' && ', other settings'}
      </span>
      {keyName && <span class="chain-state">listens to {keyName}</span>}
    </>
  );
  const look = bypassed ? 'chain-chip chain-bypassed' : 'chain-chip';
  const describedBy = context.describedBy(device);
  if (!flippedBy)
    return (
      <span class={look} aria-describedby={describedBy}>
        {inner}
      </span>
    );
  return (
    <button
      type="button"
      role="switch"
      class={look}
      aria-checked={context.switchIsOn(flippedBy)}
      aria-label={name}
      aria-describedby={describedBy}
      onClick={() => context.onFlip(flippedBy)}
    >
      <span class="chain-knob" aria-hidden="true" />
      <span class="chain-chip-text">{inner}</span>
    </button>
  );
}
