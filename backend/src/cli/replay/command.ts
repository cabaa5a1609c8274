import { Command, InvalidArgumentError } from 'commander';
import { EVENT_LIMITS, isDay } from '../../contract';
import { readShopEvents } from '../../events/replay/shop-events';
import { WarehouseError } from '../../warehouse';
import { untilCancelled } from '../cancelling';
import { fromInvocation } from '../shop-folder';
import { readEventFile } from './event-file';
import { sendEvents, type Sent } from './send';
import { soFar, tellReplay } from './tell';

interface ReplayFlags {
  file?: string;
  data?: string;
  from?: string;
  to?: string;
  speed?: number;
  url: string;
  token?: string;
  together: number;
}

/** `churnwatch replay`: sends what happened once more, as events, to a server. */
export function replayCommand(): Command {
  return new Command('replay')
    .description('Send events of a file, or a period of a shop’s files turned into events, to a server')
    .option('--file <path>', 'file of events: JSON lines, or CSV with a header of field names')
    .option('--data <dir>', 'folder with the shop’s CSV files')
    .option('--from <day>', 'with --data: first day of the period (YYYY-MM-DD)', day)
    .option('--to <day>', 'with --data: last day of the period', day)
    .option('--speed <x>', 'times faster than it happened, e.g. 86400 for a day a second; default: max', speed)
    .option('--url <url>', 'address of the REST API', 'http://127.0.0.1:4680/api')
    .option('--token <token>', 'token of a caller who may send events (or CHURNWATCH_TOKEN)')
    .option('--together <n>', 'events of one request', batchSize, 500)
    .action(runReplay);
}

async function runReplay(flags: ReplayFlags): Promise<void> {
  const events = eventsOf(flags);
  const token = flags.token ?? process.env.CHURNWATCH_TOKEN;
  await untilCancelled(false, async (signal) => {
    const told = tellReplay(process.stderr);
    const sent = await sendEvents(events, { ...flags, ...told, token, signal }).finally(told.end);
    process.stdout.write(`${wordsOf(sent)}\n`);
  });
}

function eventsOf({ file, data, from, to }: ReplayFlags): AsyncIterable<unknown> {
  if ((file === undefined) === (data === undefined)) {
    throw new WarehouseError('usage', 'Name either a file of events or a data folder.', 'Add --file, or --data DIR.');
  }
  if (file !== undefined) return readEventFile(fromInvocation(file));
  if (from === undefined || to === undefined || from > to) {
    throw new WarehouseError('usage', 'There is no period to replay.', 'Add --from and --to, the earlier day first.');
  }
  return readShopEvents({ data: fromInvocation(data!), from, to });
}

function wordsOf(sent: Sent): string {
  const words = `${soFar(sent)}.`;
  return sent.reason === undefined ? words : `${words} The first one rejected: ${sent.reason}`;
}

function day(text: string): string {
  if (isDay(text)) return text;
  throw new InvalidArgumentError('It must be a day, YYYY-MM-DD.');
}

function speed(text: string): number | undefined {
  if (text === 'max') return undefined;
  if (Number(text) > 0) return Number(text);
  throw new InvalidArgumentError('It must be a number above 0, or max.');
}

function batchSize(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= EVENT_LIMITS.batch) return value;
  throw new InvalidArgumentError(`It must be a whole number from 1 to ${EVENT_LIMITS.batch}.`);
}
