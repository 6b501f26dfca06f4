/** Largest sample magnitude let through, +120 dBFS: far above programme, far below overflow inside a filter. */
export const LARGEST_SAMPLE = 1e6;

/** Replace NaN, infinities and absurd samples by silence, in place, so that no filter state can be poisoned. */
export function sanitise(left: Float64Array, right: Float64Array, frames: number): void {
  for (let i = 0; i < frames; i++) {
    const l = left[i];
    const r = right[i];
    if (!(l < LARGEST_SAMPLE && l > -LARGEST_SAMPLE)) left[i] = 0;
    if (!(r < LARGEST_SAMPLE && r > -LARGEST_SAMPLE)) right[i] = 0;
  }
}
