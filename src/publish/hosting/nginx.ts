/** The example configuration in a real nginx. */
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** What a request must be answered with: status, and headers by name with a pattern. */
type Expected = readonly [
  path: string,
  status: number,
  headers: Readonly<Record<string, RegExp>>,
  sent?: Readonly<Record<string, string>>,
];

const PAGE_POLICY = /script-src 'self'.*frame-ancestors 'none'/;
const NO_RIGHTS = /default-src 'none'; frame-ancestors 'none'; sandbox/;
const NEVER_CHANGES = /max-age=31536000, immutable/;

/**
 * Serves the site in `site` by the example from the folder `root`, and tells what was answered wrongly. With the
 * path of the module ngx_brotli, by the example with brotli_static turned on.
 */
export async function checkNginx(site: string, root: string, brotli?: string): Promise<string | undefined> {
  const port = await freePort();
  mkdirSync(join(root, 'logs'), { recursive: true });
  cpSync(site, join(root, 'site'), { recursive: true });
  const home = readFileSync(join(site, 'index.html'));
  writeFileSync(join(root, 'site', 'index.html.gz'), gzipSync(home));
  if (brotli) writeFileSync(join(root, 'site', 'index.html.br'), brotliCompressSync(home));
  writeFileSync(join(root, 'nginx.conf'), configuration(root, port, brotli));
  const nginx = spawn('nginx', ['-p', root, '-c', join(root, 'nginx.conf')], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  nginx.stderr.on('data', (chunk) => {
    said += chunk;
  });
  try {
    for (let tries = 0; tries < 50 && nginx.exitCode === null; tries += 1) {
      if (await isListening(port))
        return (await wrongAnswers(site, `http://127.0.0.1:${port}`, brotli)).join('; ') || undefined;
      await setTimeout(100);
    }
    return `nginx did not start: ${said}`;
  } finally {
    nginx.kill('SIGTERM');
  }
}

/** The example as it stands, with this machine's port and folders, inside the least that nginx needs around it. */
function configuration(root: string, port: number, brotli?: string): string {
  const example = readFileSync(fileURLToPath(new URL('./nginx.conf', import.meta.url)), 'utf8')
    .replace('listen 80;', `listen 127.0.0.1:${port};`)
    .replaceAll('/srv/fazhi/', `${join(root, 'site')}/`);
  const folders = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `${kind}_temp_path ${join(root, kind)};`,
  );
  return `${brotli ? `load_module ${brotli};` : ''} daemon off; master_process off; pid ${join(root, 'nginx.pid')}; error_log stderr;
events {}
http { access_log off; ${folders.join(' ')}
${brotli ? example.replace('# brotli_static on;', 'brotli_static on;') : example}
}
`;
}

async function wrongAnswers(site: string, origin: string, brotli?: string): Promise<string[]> {
  const wrong: string[] = [];
  const { headers: known } = await fetch(`${origin}/fazhi/years.html`);
  const unchanged = { 'if-none-match': known.get('etag') ?? '' };
  for (const [path, status, headers, sent] of [
    ...expectedAnswers(site),
    ...(brotli ? [compressed('br', 'br, gzip')] : []),
    compressed('gzip', 'gzip'),
    compressed('', 'identity'),
    ['/fazhi/years.html', 304, {}, unchanged] satisfies Expected,
  ]) {
    const response = await fetch(origin + path, { redirect: 'manual', headers: { ...sent } });
    await response.arrayBuffer();
    if (response.status !== status) wrong.push(`${path}: ${response.status} instead of ${status}`);
    for (const [name, pattern] of Object.entries(headers)) {
      const value = response.headers.get(name) ?? '';
      if (!pattern.test(value)) wrong.push(`${path}: ${name} is "${value}"`);
    }
  }
  return wrong;
}

/** The front page in the encoding that is expected of what a browser takes. */
function compressed(encoding: string, accepted: string): Expected {
  const headers = { 'content-encoding': new RegExp(`^${encoding}$`), vary: /^Accept-Encoding$/ };
  return ['/fazhi/', 200, headers, { 'accept-encoding': accepted }];
}

function expectedAnswers(site: string): Expected[] {
  const first = (folder: string, end: string) =>
    `/fazhi/${folder}/${readdirSync(join(site, folder)).find((name) => name.endsWith(end))}`;
  const page = { 'content-type': /^text\/html; charset=utf-8$/, 'cache-control': /^no-cache$/ };
  return [
    ['/fazhi', 301, { location: /\/fazhi\/$/ }],
    [
      '/fazhi/',
      200,
      {
        ...page,
        'content-security-policy': PAGE_POLICY,
        'x-content-type-options': /^nosniff$/,
        'referrer-policy': /./,
        'permissions-policy': /./,
      },
    ],
    ['/fazhi/404.html', 200, page],
    ['/fazhi/no/such/page.html', 404, { ...page, 'content-security-policy': PAGE_POLICY }],
    [first('assets', '.css'), 200, { 'content-type': /^text\/css/, 'cache-control': NEVER_CHANGES }],
    [
      first('assets', '.js'),
      200,
      { 'content-type': /^application\/javascript; charset=utf-8$/, 'cache-control': NEVER_CHANGES },
    ],
    ['/fazhi/search/manifest.js', 200, { 'cache-control': /^no-cache$/ }],
    [
      first('raw', '.bin'),
      200,
      {
        'content-disposition': /^attachment$/,
        'content-type': /^application\/octet-stream$/,
        'content-security-policy': NO_RIGHTS,
        'cache-control': NEVER_CHANGES,
      },
    ],
    [
      '/fazhi/data/metrics.csv',
      200,
      { 'content-type': /^text\/csv; charset=utf-8$/, 'content-security-policy': NO_RIGHTS },
    ],
  ];
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  return typeof address === 'object' && address ? address.port : 0;
}

async function isListening(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/`).then(
    () => true,
    () => false,
  );
}
