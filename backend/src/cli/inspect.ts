import { Command } from 'commander';
import { formatLoadReport, readReport } from '../warehouse';

/** `churnwatch inspect`: the load report of the current generation. */
export function inspectCommand(): Command {
  return new Command('inspect')
    .description('Print the load report of the warehouse: rows read and rejected, broken keys, money totals')
    .requiredOption('--out <dir>', 'folder of the warehouse')
    .option('--json', 'print it as JSON')
    .action(async ({ out, json }: { out: string; json?: boolean }) => {
      const report = await readReport(out);
      process.stdout.write(`${json ? JSON.stringify(report, null, 2) : formatLoadReport(report)}\n`);
    });
}
