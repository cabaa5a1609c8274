import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { readReport } from '../warehouse';
import { checkoutFolder } from './bundle-folder';

/** Where `npm start` finds the shop's files: the folder given, else data/olist when it holds any, else nowhere (sample). */
export function findData(given: string | undefined): string | undefined {
  if (given !== undefined) return fromInvocation(given);
  const own = join(checkoutFolder, 'data', 'olist');
  return existsSync(own) && readdirSync(own).some((name) => /\.csv(\.gz)?$/.test(name)) ? own : undefined;
}

/** A folder of its own for each shop, so that switching between two builds neither anew. */
export function warehouseFolderFor(data: string | undefined): string {
  if (data === undefined) return join(checkoutFolder, '.churnwatch', 'sample');
  const identity = createHash('sha256').update(data).digest('hex').slice(0, 8);
  return join(checkoutFolder, '.churnwatch', `${basename(data)}-${identity}`);
}

/** The folder with the files that the warehouse in `out` was built from, while it is there; undefined for the sample. */
export async function builtFrom(out: string): Promise<string | undefined> {
  const { generation } = await readReport(out).catch(() => ({ generation: undefined }));
  return generation && !generation.sample && existsSync(generation.source) ? generation.source : undefined;
}

/** npm runs scripts in the checkout's root, whatever folder the person stands in: relative paths mean the latter. */
export function fromInvocation(path: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), path);
}
