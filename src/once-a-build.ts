/**
 * Make a thing once in a build, where lessons stand still and a thousand pages ask for it; on the development server
 * make it anew each time, because somebody is writing.
 */
export function onceABuild<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (import.meta.env.DEV ? make() : (made ??= make()));
}
