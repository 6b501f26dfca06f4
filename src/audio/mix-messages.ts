import type { MixOptions } from '../dsp/mix.ts';
import type { StemShape } from '../dsp/routing.ts';
import type { MixSpec } from '../dsp/mix-spec.ts';

/** The name under which the worklet registers its processor. */
export const MIX_PROCESSOR = 'bypass-mix';

/** What the processor is built with. */
export interface MixProcessorOptions {
  readonly spec: MixSpec;
  readonly shape: StemShape;
  readonly options: MixOptions;
}

/** From the page to the worklet. */
export type MixCommand =
  /** Start from silence at this frame of the context's clock, when the stems do: forget all history, fade in. Answered by `starts` or `late`. */
  | { readonly type: 'play'; readonly atFrame: number }
  /** Fade out; the worklet answers `silent`. */
  | { readonly type: 'stop' }
  | { readonly type: 'apply'; readonly spec: MixSpec }
  | { readonly type: 'dispose' };

/** From the worklet to the page. */
export type MixReport =
  /** Sent once: how far the sound is behind the stems, and whose gain reductions the meters will carry, in order. */
  | { readonly type: 'ready'; readonly latencySamples: number; readonly gainReducingIds: readonly string[] }
  /** The start frame is still ahead, so every stem begins there. */
  | { readonly type: 'starts' }
  /** The start frame has passed, or nearly: stems may have begun apart. Nothing is played. */
  | { readonly type: 'late' }
  /** See METER in dsp/mix.ts. */
  | { readonly type: 'meters'; readonly values: Float32Array }
  | { readonly type: 'silent' };
