import { Command } from 'commander';
import { SampleError } from '@churnwatch/sample';
import { EXIT_CODES, messageOf, WarehouseError } from '../warehouse';
import { tokenCommand } from './access/token-command';
import { backupCommand, restoreCommand } from './backup/command';
import { buildCommand } from './build';
import { compareCommand } from './compare';
import { dashboardsCommand } from './dashboards/command';
import { forecastCommand } from './forecast/command';
import { inspectCommand } from './inspect';
import { linkCommand } from './links/command';
import { replayCommand } from './replay/command';
import { reportCommand } from './report/command';
import { sampleCommand } from './sample';
import { startCommand } from './start';
import { trainCommand } from './train';
import { version } from '../version';

/** Exit code for a fault of ours; those of known failures are with WarehouseError. */
const INTERNAL = 1;

const program = new Command('churnwatch')
  .description('Early warning of customer churn from an online shop’s order history.')
  .version(version, '-V, --version', 'print the version')
  .addCommand(buildCommand())
  .addCommand(inspectCommand())
  .addCommand(sampleCommand())
  .addCommand(trainCommand())
  .addCommand(compareCommand())
  .addCommand(forecastCommand())
  .addCommand(startCommand())
  .addCommand(linkCommand())
  .addCommand(reportCommand())
  .addCommand(replayCommand())
  .addCommand(tokenCommand())
  .addCommand(backupCommand())
  .addCommand(restoreCommand())
  .addCommand(dashboardsCommand())
  .showHelpAfterError('Run the command with --help to see what it takes.')
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : EXIT_CODES.usage));
for (const command of program.commands) inherit(command, program);

// Whoever reads what is printed may go away, as `head` does: that ends neither a server nor a build.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`churnwatch: ${describe(error)}\n`);
  process.exitCode = exitCodeOf(error);
}

/** What holds for all commands; those that are added ready-made do not take it over by themselves. */
function inherit(command: Command, parent: Command): void {
  command.copyInheritedSettings(parent);
  for (const below of command.commands) inherit(below, command);
}

function exitCodeOf(error: unknown): number {
  if (error instanceof WarehouseError) return error.exitCode;
  if (error instanceof SampleError) return error.code === 'option' ? EXIT_CODES.usage : EXIT_CODES.io;
  return INTERNAL;
}

function describe(error: unknown): string {
  return error instanceof WarehouseError ? `${error.message}\n${error.hint}` : messageOf(error);
}
