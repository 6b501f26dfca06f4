import type { RefObject } from 'preact';
import { useContext, useEffect, useId, useMemo, useRef } from 'preact/hooks';
import { levelAt } from '../../pictures/channel-level.ts';
import { chainModel, isNotable, type ChainChannel } from '../../pictures/chain-model.ts';
import { chainWords } from '../../pictures/chain-words.ts';
import { comparedVariant } from '../../demos/compared-variant.ts';
import { ChainRow } from './ChainRow.tsx';
import { DeviceChips, type ChipContext } from './DeviceChips.tsx';
// As an address: an imported style sheet would be part of every page from the start.
import chainCss from '../../styles/chain.css?url&no-inline';
import { everyFrame, PictureClock } from './picture-clock.ts';
import type { PictureProps } from './Pictures.tsx';

/** Below this level a channel's bar is empty, in dBFS. */
const EMPTY_DB = -48;
/** From this window on all strips are shown at once. */
const WIDE = '(min-width: 48rem)';
/** On a narrow one, more strips than these wait behind “All stems”. */
const MOST_ON_A_PHONE = 4;

/** The way of the sound, from the stems to the listener: each device with its state, and its switch where there is one. */
export function ChainPicture({ demo, model }: PictureProps) {
  const root = useRef<HTMLDivElement>(null);
  const id = useId();
  const chosenId = model.variantId.value;
  const other = comparedVariant(demo, chosenId);
  const chain = chainModel(model.spec.value, model.states.value.get(other.id)!.spec, demo.switches, demo);
  const side = demo.variants.findIndex((entry) => entry.id === chosenId);
  const openAtFirst = useMemo(() => matchMedia(WIDE).matches, []);

  useLevels(root, model);

  const several = demo.switches.filter(({ deviceIds }) => deviceIds.length > 1);
  const noteOf = (name: string): string => `${id}-${several.findIndex((entry) => entry.name === name)}`;
  const differs = `${id}-differs`;
  const context: ChipContext = {
    switchIsOn: model.switchIsOn,
    onFlip: model.flip,
    describedBy: ({ flippedBy, difference }) =>
      [
        ...(flippedBy && flippedBy.deviceIds.length > 1 ? [noteOf(flippedBy.name)] : []),
        ...(difference ? [differs] : []),
      ].join(' ') || undefined,
  };
  const row = (channel: ChainChannel) => <ChainRow key={channel.id} channel={channel} context={context} />;
  const notable = chain.strips.filter(isNotable);
  const first = openAtFirst || notable.length <= MOST_ON_A_PHONE ? notable : [];
  const rest = chain.strips.filter((strip) => !first.includes(strip));

  return (
    <div class="chain" data-side={'abcd'[side]} ref={root}>
      <link rel="stylesheet" href={chainCss} />
      <ol class="chain-stages" aria-label="The way of the sound">
        <li class="chain-stage">
          <p class="chain-title">Stems and their strips</p>
          {first.length > 0 && <ul class="chain-rows">{first.map(row)}</ul>}
          {rest.length > 0 && (
            <details class="chain-rest" open={openAtFirst}>
              <summary>
                {first.length > 0
                  ? `All stems: ${rest.length} more, the same in both`
                  : `All ${rest.length} stems`}
              </summary>
              <ul class="chain-rows">{rest.map(row)}</ul>
            </details>
          )}
        </li>
        {chain.groups.length > 0 && (
          <li class="chain-stage">
            <p class="chain-title">Groups</p>
            <ul class="chain-rows">{chain.groups.map(row)}</ul>
          </li>
        )}
        {chain.returns.length > 0 && (
          <li class="chain-stage">
            <p class="chain-title">Returns</p>
            <ul class="chain-rows">{chain.returns.map(row)}</ul>
          </li>
        )}
        <li class="chain-stage">
          <p class="chain-title">Mix bus and master</p>
          <DeviceChips devices={chain.master} context={context} />
        </li>
        <li class="chain-stage chain-out">
          <p class="chain-title">Out, to you</p>
        </li>
      </ol>
      <ul class="chain-notes">
        <li id={differs}>
          <span aria-hidden="true">◆ </span>not as in “{other.label}”
        </li>
        {several.map(({ name, deviceIds }) => (
          <li key={name} id={noteOf(name)}>
            “{name}” switches {deviceIds.length} devices together
          </li>
        ))}
      </ul>
      <p class="picture-words">{chainWords(chain, other.label)}</p>
    </div>
  );
}

/** Let each channel's bar follow its level: at every frame while the sound moves, empty when it stops. */
function useLevels(root: RefObject<HTMLElement>, model: PictureProps['model']): void {
  const moving = useContext(PictureClock).value;
  useEffect(() => {
    const draw = (): void => {
      const lap = model.laps.peek().get(model.variantId.peek());
      const seconds = model.playheadSeconds();
      for (const bar of root.current?.querySelectorAll<HTMLElement>('[data-channel]') ?? []) {
        const channel = lap?.channels.get(bar.dataset.channel ?? '');
        const level = channel && seconds !== null ? levelAt(channel, seconds) : EMPTY_DB;
        const share = Math.min(1, Math.max(0, 1 - level / EMPTY_DB));
        bar.style.transform = `scaleX(${share.toFixed(3)})`;
      }
    };
    if (!moving) return draw();
    return everyFrame(draw, matchMedia('(prefers-reduced-motion: reduce)').matches);
  }, [moving]);
}
