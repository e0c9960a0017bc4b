import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const shared = { testTimeout: 60_000, hookTimeout: 300_000, setupFiles: ['tests/properties.ts'] };

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    projects: [
      {
        extends: true,
        test: { ...shared, name: 'stages', include: ['tests/**/*.test.ts'], exclude: ['tests/site/**'] },
      },
      {
        // The built site in a real browser: one build of the project's own content serves all of them.
        extends: true,
        test: {
          ...shared,
          name: 'site',
          include: ['tests/site/**/*.test.ts'],
          globalSetup: 'tests/site/setup.ts',
        },
      },
    ],
  },
});
