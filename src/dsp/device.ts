/**
 * A device: one processor in a strip or on the master (EQ, compressor, limiter …).
 *
 * Every device keeps this contract, checked by tests/dsp/contract.ts:
 * any block length gives the same output; nothing allocates, throws or waits in `process`;
 * `set` clamps; `latencySamples` never changes after `prepare`; silence stays silent; output is always finite.
 */
export interface Device<Params> {
  /** Allocate and reset for this sample rate in Hz. Call once before anything else. */
  prepare(sampleRate: number): void;
  /** Move to these settings without a click. Before the first `process` after `prepare` or `reset` they apply at once. */
  set(params: Params): void;
  /** Process `frames` samples of two channels in place. */
  process(left: Float64Array, right: Float64Array, frames: number): void;
  /** Forget all signal history and finish any parameter movement at once. */
  reset(): void;
  /** Delay from input to output, in samples, constant after `prepare`. */
  readonly latencySamples: number;
}

/** A device that turns the level down and can say by how much. */
export interface GainReducing {
  /** Largest gain reduction since the last call, in dB (≥ 0); reading starts a new interval. */
  takeGainReductionDb(): number;
}

/** A device whose detector can listen to another signal than the one it processes: ducking, keyed gates. */
export interface Keyed {
  /** As `process`, with the detector on the key; the key is left as it is and is in time with the input. */
  processKeyed(
    left: Float64Array,
    right: Float64Array,
    keyLeft: Float64Array,
    keyRight: Float64Array,
    frames: number,
  ): void;
}

/** A device that can run on one channel: with two equal channels `process` would give the same samples, bit for bit. */
export interface MonoCapable {
  /** As `process`, in place on one channel; shares its state with `process`. */
  processMono(samples: Float64Array, frames: number): void;
}
