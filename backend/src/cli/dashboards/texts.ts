import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DEFAULT_LANGUAGE, type DashboardTexts, type Language } from '../../contract';
import { checkoutFolder } from '../bundle-folder';
import { onDisk } from './on-disk';

/** The texts of the dashboards in other languages, which the viewer reads as well. */
export const TEXTS = join(checkoutFolder, 'plugin/src/embed/locales');

/** Texts of the dashboards in a language: none in English, in which they are written. @throws WarehouseError */
export async function textsIn(language: Language, folder: string = TEXTS): Promise<DashboardTexts> {
  if (language === DEFAULT_LANGUAGE) return {};
  const file = join(folder, `dashboards.${language}.json`);
  return onDisk(
    `The texts of the dashboards cannot be read from ${file}`,
    async () => (await readJson(file)) as DashboardTexts,
  );
}

export const readJson = async (file: string): Promise<unknown> => JSON.parse(await readFile(file, 'utf8'));
