import type { ReportFlags } from './flags';
import { ownServer } from './own-server';
import { runningServer } from './running-server';
import type { ReportServer } from './server';

/**
 * The server that was named, else one of our own over the warehouse.
 *
 * @throws WarehouseError when there is nothing to report, and why
 */
export function openServer(flags: ReportFlags): Promise<ReportServer> {
  return flags.server === undefined ? ownServer(flags) : runningServer(flags.server, flags);
}
