import { build, isStale, openWarehouse, type Warehouse } from '../warehouse';
import type { Report } from './progress';
import { findData, fromInvocation, warehouseFolderFor } from './shop-folder';

export interface ShopFlags {
  data?: string;
  out?: string;
}

/** Where the warehouse of a command lies, and the files that it is made from; no files when an existing one is named. */
export function shopFolders({ data, out }: ShopFlags): { data: string | undefined; out: string } {
  if (data === undefined && out !== undefined) return { data: undefined, out: fromInvocation(out) };
  const files = findData(data);
  return { data: files, out: out === undefined ? warehouseFolderFor(files) : fromInvocation(out) };
}

/**
 * The warehouse that a command works on, built first where it is missing or older than the shop's files.
 *
 * @throws WarehouseError
 */
export async function openShop(flags: ShopFlags, report: Report, signal: AbortSignal): Promise<Warehouse> {
  const { data, out } = shopFolders(flags);
  if (data !== undefined && (await isStale(data, out))) await build({ data, out, signal, onProgress: report });
  return openWarehouse(out);
}
