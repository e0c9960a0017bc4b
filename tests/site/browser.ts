/** The browser that tests look at pages with. */
import sparticuz from '@sparticuz/chromium';
import { type Browser, chromium, type Page } from 'playwright-core';

const FLAGS = ['--no-sandbox', '--headless', '--disable-gpu', '--disable-background-networking'];

/**
 * Starts a headless Chromium: the one at CHROME_PATH where it is set, else the one that comes with the npm
 * package @sparticuz/chromium (Linux x64 only; elsewhere CHROME_PATH is needed).
 */
export async function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROME_PATH ?? (await sparticuz.executablePath()),
    args: FLAGS,
    // Without a UTF-8 locale Chromium on Linux drops Chinese names of downloads.
    env: { ...(process.env as Record<string, string>), LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' },
  });
}

/** Everything on `page` that a reader would call broken, from now on: errors, failed or outside requests. */
export function watch(page: Page, root: string): string[] {
  const broken: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') broken.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => broken.push(`error: ${error.message}`));
  page.on('requestfailed', (request) => broken.push(`failed: ${request.url()}`));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(root) && !/^(data|blob):/.test(url)) broken.push(`outside: ${url}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) broken.push(`${response.status()}: ${response.url()}`);
  });
  return broken;
}
