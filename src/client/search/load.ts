/** Loads index files as classic scripts, which work on file:// as well: see src/search/pack.ts. */
import { RECEIVER } from '../../search/pack.ts';
import type { Load } from '../../search/search.ts';

/** Loads files below `base`, a folder's URL that ends in `/`. */
export function scriptLoader(base: string): Load {
  const received = new Map<string, unknown>();
  Object.assign(globalThis, { [RECEIVER]: (path: string, data: unknown) => received.set(path, data) });
  return (path) =>
    new Promise((resolve, reject) => {
      const script = document.createElement('script');
      const fail = () => reject(new Error(`${base}${path}.js`));
      script.src = `${base}${path}.js`;
      script.onload = () => {
        script.remove();
        if (!received.has(path)) return fail();
        resolve(received.get(path));
        received.delete(path);
      };
      script.onerror = () => {
        script.remove();
        fail();
      };
      document.head.append(script);
    });
}
