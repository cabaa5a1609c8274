import { join } from 'node:path';
import { generateSample } from '@churnwatch/sample';
import { build } from '../build/build';
import { madeOnce } from './made-once';
import { OLIST_FOLDER } from './olist';

/** A shop's files, and a warehouse that was built from them: to be read, never changed. */
export interface BuiltShop {
  data: string;
  out: string;
}

/** A generated shop of 3,000 customers. */
export async function builtSample(): Promise<BuiltShop> {
  const shopIn = (folder: string): BuiltShop => ({ data: join(folder, 'data'), out: join(folder, 'warehouse') });
  const made = await madeOnce('sample', async (folder) => {
    const { data, out } = shopIn(folder);
    await generateSample({ out: data, customers: 3_000, seed: 11 });
    await build({ data, out, sample: true });
  });
  return shopIn(made);
}

/** The real Olist files; asked for only where these are. */
export async function builtOlist(): Promise<BuiltShop> {
  const out = await madeOnce('olist', async (folder) => void (await build({ data: OLIST_FOLDER, out: folder })));
  return { data: OLIST_FOLDER, out };
}
