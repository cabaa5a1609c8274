import { Command } from 'commander';
import { messageOf, WarehouseError } from '../warehouse';
import { buildCommand } from './build';
import { inspectCommand } from './inspect';
import { sampleCommand } from './sample';
import { startCommand } from './start';

/** Exit code for a fault of ours; those of known failures are with WarehouseError. */
const INTERNAL = 1;

const program = new Command('churnwatch')
  .description('Early warning of customer churn from an online shop’s order history.')
  .addCommand(buildCommand())
  .addCommand(inspectCommand())
  .addCommand(sampleCommand())
  .addCommand(startCommand())
  .showHelpAfterError('Run the command with --help to see what it takes.');

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`churnwatch: ${describe(error)}\n`);
  process.exitCode = error instanceof WarehouseError ? error.exitCode : INTERNAL;
}

function describe(error: unknown): string {
  return error instanceof WarehouseError ? `${error.message}\n${error.hint}` : messageOf(error);
}
