import { access, constants, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { messageOf, WarehouseError } from '../../warehouse';

export const FORMATS = ['pdf', 'png', 'html', 'csv'] as const;
export type ReportFormat = (typeof FORMATS)[number];

/** The form of a report, by the end of its file's name. @throws WarehouseError for any other */
export function formatOf(file: string): ReportFormat {
  const extension = extname(file).slice(1).toLowerCase();
  const found = FORMATS.find((format) => format === extension);
  if (found) return found;
  throw new WarehouseError('usage', `"${basename(file)}" says no form that a report can have.`, ENDS);
}

const ENDS = `Let the file's name end in ${FORMATS.map((format) => `.${format}`).join(', ')}.`;

/** Looks at the folder before any work is done for nothing. @throws WarehouseError when it cannot be written to */
export async function checkOutput(file: string): Promise<void> {
  const folder = dirname(file);
  const found = await stat(folder).catch(() => undefined);
  if (!found?.isDirectory()) {
    throw new WarehouseError('io', `There is no folder ${folder}.`, 'Make it, or name another one with --out.');
  }
  await access(folder, constants.W_OK).catch((cause: unknown) => {
    throw new WarehouseError('io', `The folder ${folder} cannot be written to.`, 'Name another one with --out.', {
      cause,
    });
  });
}

/**
 * Writes a report in one go: whoever looks finds the old one or the new one, and never half of one.
 *
 * @throws WarehouseError
 */
export async function writeOutput(file: string, data: string | Uint8Array): Promise<void> {
  const fresh = join(dirname(file), `.${basename(file)}.${process.pid}.new`);
  try {
    await writeFile(fresh, data, { flag: 'wx' });
    await rename(fresh, file);
  } catch (cause) {
    await rm(fresh, { force: true });
    const reason = `The report could not be written to ${file}: ${messageOf(cause)}.`;
    throw new WarehouseError('io', reason, 'Is the disk full, or the file open?', { cause });
  }
}
