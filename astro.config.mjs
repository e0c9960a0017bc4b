// What holds for every build of the site. src/site/render.ts adds where to read, write and keep caches.
import { defineConfig } from 'astro/config';

export default defineConfig({
  output: 'static',
  // One .html file a page: links end in .html, so the same bytes serve a domain, a sub-path and file://.
  build: { format: 'file', inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  // Styles and scripts are built by src/site/assets.ts; nothing here may add an absolute /_astro/ link.
  vite: { build: { assetsInlineLimit: 0, emptyOutDir: false } },
});
