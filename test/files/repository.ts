import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load, YAML11_SCHEMA } from 'js-yaml';

/** The checkout's root; the tests of this workspace run in `test/`. */
export const root = join(process.cwd(), '..');

export const readText = (path: string): string => readFileSync(join(root, path), 'utf8');
export const readJson = <T>(path: string): T => JSON.parse(readText(path)) as T;
/** With merge keys (`<<`), which docker compose reads as well. */
export const readYaml = <T>(path: string): T => load(readText(path), { schema: YAML11_SCHEMA }) as T;
export const filesIn = (folder: string, end: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(end))
    .map((name) => `${folder}/${name}`)
    .sort();
