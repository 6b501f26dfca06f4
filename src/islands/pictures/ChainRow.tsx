import type { ChainChannel } from '../../pictures/chain-model.ts';
import { routeText } from '../../pictures/chain-words.ts';
import { DeviceChips, type ChipContext } from './DeviceChips.tsx';

interface ChainRowProps {
  readonly channel: ChainChannel;
  readonly context: ChipContext;
}

/** A strip, group or return: its name and level, its devices in order, where it goes. */
export function ChainRow({ channel, context }: ChainRowProps) {
  return (
    <li class={channel.muted ? 'chain-row chain-muted' : 'chain-row'}>
      <p class="chain-name">
        {channel.name}
        {channel.mixDiffers && <span aria-hidden="true"> ◆</span>}
        {channel.muted && <span class="chain-state"> muted</span>}
        <span class="chain-level" aria-hidden="true">
          <span data-channel={channel.id} />
        </span>
      </p>
      {channel.devices.length > 0 && <DeviceChips devices={channel.devices} context={context} />}
      <p class="chain-route">
        <span aria-hidden="true">→ </span>
        {routeText(channel)}
      </p>
    </li>
  );
}
