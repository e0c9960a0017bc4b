/** Loads data scripts, over http and on file:// alike. Each calls `fazhiCompare` with what it holds. */

declare global {
  var fazhiCompare: (data: unknown) => void;
}

const held = new Map<string, unknown>();
const loads = new Map<string, Promise<unknown>>();
globalThis.fazhiCompare = (data) => {
  const { id, province } = data as { id?: string; province?: string };
  held.set(id ?? province ?? '', data);
};

/** What the script at `compare/<name>.js` holds. @throws {Error} where there is no such script. */
export function load<T>(name: string): Promise<T> {
  const known = loads.get(name) ?? request(name);
  loads.set(name, known);
  return known as Promise<T>;
}

function request(name: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.addEventListener('load', () => resolve(held.get(name)));
    script.addEventListener('error', () => reject(new Error(name)));
    script.src = `compare/${name}.js`;
    document.head.append(script);
  });
}
