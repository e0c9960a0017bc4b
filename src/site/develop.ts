/** Serves the site while one works on its pages: what is saved in src shows at once. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dev } from 'astro';
import { withContext } from './context.ts';
import { prepareSite, type RenderOptions } from './render.ts';

/** Serves the archive in `content` at `port` until `stopped` is done. `temp` is as renderSite takes it. */
export async function developSite(
  { temp, port, ...shown }: Pick<RenderOptions, 'content' | 'archive' | 'words' | 'temp'> & { port: number },
  stopped: (address: string) => Promise<void>,
): Promise<void> {
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  const publicDir = join(temp, 'public');
  mkdirSync(publicDir, { recursive: true });
  const context = await prepareSite(shown, publicDir);
  await withContext(context, async () => {
    const server = await dev({
      root: fileURLToPath(new URL('../..', import.meta.url)),
      logLevel: 'error',
      publicDir,
      cacheDir: join(temp, 'astro'),
      server: { port },
      vite: { cacheDir: join(temp, 'vite') },
    });
    await stopped(`http://localhost:${server.address.port}/index.html`);
    await server.stop();
  });
}
