import { delaySeconds } from './delay-parameters.ts';
import { devicesOf, type DeviceSpec, type MixSpec } from './mix-spec.ts';

/** Long enough for filters, envelopes and limiters to settle below hearing. */
const SHORTEST_SECONDS = 4;
/** No loop is helped by more. */
const LONGEST_SECONDS = 12;
/** Whole turns of the reverb's matrix (feedback-turn.ts), so that the lap begins where its turn does. */
const STEP_SECONDS = 2;
/** A tail this far down is gone. */
const GONE_DB = 120;

/** How long a mix has to run before a lap until the loop's end is in the lap's start, tails included. */
export function leadInSeconds(spec: MixSpec): number {
  const tails = devicesOf(spec).map(tailSeconds);
  const longest = Math.max(SHORTEST_SECONDS, ...tails);
  return Math.min(LONGEST_SECONDS, Math.ceil(longest / STEP_SECONDS) * STEP_SECONDS);
}

/** Until what a device rings with has fallen by GONE_DB; 0 for devices that hardly ring. */
function tailSeconds(device: DeviceSpec): number {
  if (device.bypassed) return 0;
  if (device.type === 'reverb') {
    const { decaySeconds, preDelayMs } = device.settings;
    return preDelayMs / 1000 + (decaySeconds * GONE_DB) / 60;
  }
  if (device.type === 'delay') {
    const fallDb = -20 * Math.log10(Math.max(1e-3, device.settings.feedbackPercent / 100));
    return delaySeconds(device.settings) * (1 + GONE_DB / fallDb);
  }
  return 0;
}
