/** Serves the built site on this machine, to look at. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { preview } from 'astro';

const HELP = `Usage: npm run preview -- [options]

Serves the built site on this machine, under any path.

  --out DIR     the site (default: dist)
  --base PATH   the path to serve it under, as a host might: /fazhi/ (default: /)
  --port N      (default: 4321)
  --help        show this`;

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: 'dist' },
    base: { type: 'string', default: '/' },
    port: { type: 'string', default: '4321' },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) console.log(HELP);
else if (!existsSync(join(values.out, 'index.html'))) {
  console.error(`${values.out}: no site here; build one with: npm run build -- --out ${values.out}`);
  process.exitCode = 1;
} else {
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  const server = await preview({
    outDir: resolve(values.out),
    base: values.base,
    server: { port: Number(values.port) },
    logLevel: 'error',
  });
  console.log(`http://localhost:${server.port}${values.base}index.html (stop with Ctrl+C)`);
}
