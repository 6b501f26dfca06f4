import { createRequire } from 'node:module';
import type { Flac } from 'libflacjs';

let loading: Promise<Flac> | undefined;

/** libFLAC compiled to JavaScript, once its memory is set up. */
export function libFlac(): Promise<Flac> {
  loading ??= new Promise((resolve) => {
    const factory = createRequire(import.meta.url)('libflacjs') as (variant: string) => Flac;
    // The WebAssembly build loads its code with fetch, which in Node reads no files.
    const flac = factory('release.asm');
    if (flac.isReady()) resolve(flac);
    else flac.on('ready', () => resolve(flac));
  });
  return loading;
}
