import { Command } from 'commander';
import { fromInvocation } from '../shop-folder';
import { outOption, warehouseNamed } from '../access/out-folder';
import { tellAudit } from '../access/audit-cli';
import { makeBackup } from './make';
import { restoreBackup } from './restore';
import { askServer } from './ask-server';

interface BackupFlags {
  out?: string;
  to: string;
  server?: string;
}

/** `churnwatch backup`: all that a warehouse folder keeps, in one archive. */
export function backupCommand(): Command {
  return new Command('backup')
    .description('Put warehouse, models, events and audit log into one archive')
    .addOption(outOption())
    .requiredOption('--to <file>', 'the archive, such as churnwatch.tar.gz; never one that is there already')
    .option('--server <address>', 'let the Churnwatch that serves the folder make it (token: CHURNWATCH_TOKEN)')
    .action(async ({ out: named, to, server }: BackupFlags) => {
      const file = fromInvocation(to);
      const out = warehouseNamed(named);
      const made =
        server === undefined
          ? await tellAudit(out, 'backup', file, () => makeBackup({ out, to: file }))
          : await askServer(server, file, process.env.CHURNWATCH_TOKEN);
      const size = (made.bytes / 1e6).toFixed(1);
      process.stdout.write(`${made.file}\n${made.files} files, ${size} MB, SHA-256 ${made.sha256}\n`);
    });
}

/** `churnwatch restore`: puts an archive in place of a warehouse folder. */
export function restoreCommand(): Command {
  return new Command('restore')
    .description('Put a backup in place of a warehouse folder, after checking all of it')
    .argument('<file>', 'the archive that "churnwatch backup" has made')
    .requiredOption('--out <dir>', 'folder for the warehouse')
    .option('--force', 'replace what is in that folder; it is kept under another name', false)
    .action(async (file: string, flags: { out: string; force: boolean }) => {
      const [archive, out] = [fromInvocation(file), fromInvocation(flags.out)];
      const { manifest, before } = await tellAudit(out, 'restore', archive, () =>
        restoreBackup({ archive, out, force: flags.force }),
      );
      process.stdout.write(`${out} is as it was at ${manifest.made_at}: ${manifest.files.length} files.\n`);
      if (before !== undefined) process.stdout.write(`What was there before: ${before}\n`);
    });
}
