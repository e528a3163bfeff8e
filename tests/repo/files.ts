import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const ROOT = path.resolve(import.meta.dirname, '../..');

const OURS = ['src', 'db', 'tests', 'scripts'];

/** Our own files, relative to the house, with forward slashes. */
export const ourFiles: readonly string[] = OURS.flatMap((folder) =>
  readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)).split(path.sep).join('/')),
)
  .filter((file) => !file.startsWith('db/migrations/'))
  .sort();

export const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');

export const isSource = (file: string): boolean => /\.(ts|mjs|js|astro|css)$/.test(file);
