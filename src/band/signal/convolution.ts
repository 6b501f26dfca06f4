import { fft, inverseFft } from '../../analysis/fft.ts';
import { addWrapped } from './loop.ts';

/** Linear convolution, length signal + response − 1, in one FFT product. */
export function convolve(signal: Float32Array, response: Float32Array): Float32Array {
  const length = signal.length + response.length - 1;
  let size = 1;
  while (size < length) size *= 2;
  // Two real signals as the real and imaginary part of one transform.
  const real = new Float64Array(size);
  const imaginary = new Float64Array(size);
  real.set(signal);
  imaginary.set(response);
  fft(real, imaginary);
  const productReal = new Float64Array(size);
  const productImaginary = new Float64Array(size);
  for (let k = 0; k < size; k++) {
    const m = (size - k) % size;
    const xr = (real[k] + real[m]) / 2;
    const xi = (imaginary[k] - imaginary[m]) / 2;
    const hr = (imaginary[k] + imaginary[m]) / 2;
    const hi = (real[m] - real[k]) / 2;
    productReal[k] = xr * hr - xi * hi;
    productImaginary[k] = xr * hi + xi * hr;
  }
  inverseFft(productReal, productImaginary);
  return Float32Array.from(productReal.subarray(0, length));
}

/** Convolve a loop; the reverberation that outlasts it folds onto its beginning. */
export function convolveLoop(loop: Float32Array, response: Float32Array): Float32Array {
  const out = new Float32Array(loop.length);
  addWrapped(out, convolve(loop, response), 0);
  return out;
}
