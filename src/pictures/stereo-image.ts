import type { DeviceSpec, MixSpec, StripSpec } from '../dsp/mix-spec.ts';
import { panGains, type PanGains } from '../dsp/pan.ts';

/** How far the ends of a stereo stem are drawn apart: at 200 % width they reach both loudspeakers. */
const DRAWN_SPREAD = 0.5;
/** Beyond the loudspeakers, where one side is the other upside down, all is drawn here. */
const OUTERMOST = 1.25;

/** Where a stem seems to stand: −1 at the left loudspeaker, 0 in the middle, +1 at the right one. */
export interface StereoImage {
  readonly position: number;
  /** Ends of a stereo stem; the position itself for a mono one. */
  readonly leftEnd: number;
  readonly rightEnd: number;
}

/**
 * The place between the loudspeakers that two gains make: the pan that a −3 dB pot would need for the same ratio, so
 * that laws and balances which push a sound further out are seen to do so.
 */
export function positionOf({ left, right }: PanGains): number {
  const position = Math.atan2(right, left) / (Math.PI / 4) - 1;
  return Math.min(OUTERMOST, Math.max(-OUTERMOST, position));
}

/** The image of a strip after its pan, its group and the master: every balance and every width on the way. */
export function stereoImage(spec: MixSpec, strip: StripSpec, stereo: boolean): StereoImage {
  const group = spec.groups.find(({ id }) => id === strip.group);
  const later = (gains: PanGains): PanGains => {
    const grouped = group
      ? balanced(widened(gains, group.devices), panGains(group.pan, true, group.panLaw))
      : gains;
    return widened(grouped, spec.master);
  };
  const pan = panGains(strip.pan, stereo, strip.panLaw);
  if (!stereo) {
    const position = positionOf(later(pan));
    return { position, leftEnd: position, rightEnd: position };
  }
  // What the recording has in the middle, on its left and on its right alone.
  const [middle, left, right] = [
    { left: 1, right: 1 },
    { left: 1, right: 0 },
    { left: 0, right: 1 },
  ].map((source) => later(balanced(widened(source, strip.devices), pan)));
  const position = positionOf(middle);
  const most = Math.max(magnitude(left), magnitude(right));
  const end = (side: PanGains): number =>
    position + (DRAWN_SPREAD * (reachOf(side) - position) * magnitude(side)) / most;
  const [leftEnd, rightEnd] = most > 0 ? [end(left), end(right)] : [position, position];
  return { position, leftEnd, rightEnd };
}

/**
 * A channel's level is read from its louder side. So much stronger are both sides together, in dB, after the widths of
 * the master: a −3 dB pot then moves a stem aside and no nearer, and what is heard twice is not called soft.
 */
export function bothSidesDb(spec: MixSpec, strip: StripSpec, stereo: boolean): number {
  const pan = panGains(strip.pan, stereo, strip.panLaw);
  const heard = stereo ? pan : widened(pan, spec.master);
  return 20 * Math.log10(magnitude(heard) / Math.max(pan.left, pan.right));
}

/** How far out a side of a recording reaches: ±1 as recorded, ±2 at twice the width, 0 in mono. */
function reachOf({ left, right }: PanGains): number {
  return left + right > 0 ? (right - left) / (left + right) : 0;
}

function balanced(gains: PanGains, by: PanGains): PanGains {
  return { left: gains.left * by.left, right: gains.right * by.right };
}

/** Middle and side of the pair, the side multiplied by each width that is on. */
function widened(gains: PanGains, devices: readonly DeviceSpec[]): PanGains {
  let width = 1;
  for (const device of devices)
    if (device.type === 'width' && !device.bypassed) width *= device.settings.widthPercent / 100;
  const mid = (gains.left + gains.right) / 2;
  const side = (width * (gains.left - gains.right)) / 2;
  return { left: mid + side, right: mid - side };
}

function magnitude({ left, right }: PanGains): number {
  return Math.hypot(left, right);
}
