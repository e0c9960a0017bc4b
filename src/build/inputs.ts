/** Digests of what a build is made from: a later one with the same digests would give the same. */
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PROJECT_CONTENT } from '../content.ts';
import { digest, digestFiles } from './cache.ts';

/** What a build writes into the content folder itself. */
const GENERATED = ['reports', 'agencies.yaml'];

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CODE = ['src', 'astro.config.mjs', 'package-lock.json'].map((name) => join(ROOT, name));

/** Of the code, the content folder and what it falls back to, but for what a build writes into it. */
export function digestSources(content: string): string {
  const own = resolve(content);
  const generated = new Set(GENERATED.map((name) => join(own, name)));
  const fallback = readdirSync(PROJECT_CONTENT, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => join(PROJECT_CONTENT, name));
  const sources = [...fallback, ...readdirSync(own).map((name) => join(own, name))];
  return digest(
    process.version,
    digestFiles(...CODE, ...sources.filter((path) => !generated.has(path)).sort()),
  );
}

/** Of what builds have written into the content folder. */
export function digestGenerated(content: string): string {
  return digestFiles(...GENERATED.map((name) => join(resolve(content), name)));
}
