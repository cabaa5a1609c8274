import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** Where the real Olist files are looked for: CHURNWATCH_OLIST, else data/olist in the repository. */
export const OLIST_FOLDER = process.env['CHURNWATCH_OLIST'] ?? resolve(__dirname, '../../../../data/olist');

const present = ['', '.gz'].some((end) => existsSync(`${OLIST_FOLDER}/olist_orders_dataset.csv${end}`));

/** `describe` where the real Olist files are; elsewhere it reports its tests as skipped, with the reason. */
export function whenOlist(name: string, tests: () => void): void {
  if (present) describe(name, tests);
  else describe.skip(`${name} (skipped: no Olist files in ${OLIST_FOLDER})`, tests);
}
