import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import type { Outcome } from '../../http/audit/entry';
import { AuditKeeper } from '../../http/audit/keeper';
import { messageOf } from '../../warehouse';

/** Where the audit log of a warehouse folder lies. */
export const auditFolder = (out: string): string => join(out, 'audit');

/** Does what the command line is told to do, and tells the audit log of the warehouse folder how that ended. */
export async function tellAudit<T>(out: string, action: string, target: string, work: () => Promise<T>): Promise<T> {
  try {
    const result = await work();
    await tell(out, action, target, 'done');
    return result;
  } catch (error) {
    // A folder that is not there stays so: a log alone in it would keep a backup from being restored to it.
    if (existsSync(out)) await tell(out, action, target, 'failed');
    throw error;
  }
}

async function tell(out: string, action: string, target: string, outcome: Outcome): Promise<void> {
  const audit = new AuditKeeper(auditFolder(out), {
    onFault: (message, error) => process.stderr.write(`${message}: ${messageOf(error)}\n`),
  });
  audit.record({ time: new Date().toISOString(), action, actor: user(), role: 'Admin', target, outcome });
  await audit.close();
}

/** Some containers know no names of users. */
function user(): string {
  try {
    return `${userInfo().username} (command line)`;
  } catch {
    return `user ${process.getuid?.() ?? ''} (command line)`;
  }
}
