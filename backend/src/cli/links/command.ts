import { Command, InvalidArgumentError, Option } from 'commander';
import { FREE_TIME, signLink, type LinkClaims } from '../../http/embed/link';
import { checkVariables, dashboardFolder, findDashboard, findPanel } from '../dashboards/find';
import {
  checkRange,
  FROM_HELP,
  momentFlag,
  panelFlag,
  TO_HELP,
  variableFlag,
  type ViewFlags,
} from '../dashboards/flags';
import { readOrMakeSecret, secretPlace } from './secret';

interface LinkFlags extends ViewFlags {
  dashboard: string;
  panel?: number;
  free: string[];
  /** Seconds. */
  expires: number;
  ids: 'masked' | 'full';
  base: string;
  theme?: string;
  lang?: string;
  secretFile?: string;
}

const SECONDS: Readonly<Record<string, number>> = { m: 60, h: 3_600, d: 86_400, w: 604_800 };
const LONGEST_DAYS = 366;
/** Thirty days. */
const DEFAULT_SECONDS = 30 * 86_400;

/** `churnwatch link`: prints an address that shows one dashboard or panel to whoever has it, until it expires. */
export function linkCommand(): Command {
  return new Command('link')
    .description('Print a signed address that shows a dashboard, or one panel of it, until it expires')
    .requiredOption('--dashboard <id>', 'which dashboard')
    .option('--panel <id>', 'only this panel: the number at the end of its address', panelFlag)
    .option('--var <name=value>', 'set a variable, such as state=SP; may be given several times', variableFlag, {})
    .option('--from <moment>', FROM_HELP, momentFlag)
    .option('--to <moment>', TO_HELP, momentFlag)
    .option('--free <names>', 'variables that visitors may change, with commas; "time" for the time range', namesIn, [])
    .option('--expires <time>', 'for how long it is good: 30m, 12h, 30d, 8w; a year at most', seconds, DEFAULT_SECONDS)
    .addOption(new Option('--ids <how>', 'customer ids in it').choices(['masked', 'full']).default('masked'))
    .option('--base <address>', 'where visitors find the server', baseAddress, 'http://127.0.0.1:4680')
    .addOption(new Option('--theme <name>', 'looks').choices(['dark', 'light']))
    .option('--lang <code>', 'language, such as pt-BR')
    .option('--secret-file <file>', 'file with the secret (made when missing; default: .churnwatch/link-secret)')
    .action(async (flags: LinkFlags) => {
      process.stdout.write(`${await linkFor(flags, Date.now())}\n`);
    });
}

/**
 * The address.
 *
 * @param now in ms
 * @param folder with the dashboards
 * @throws WarehouseError when the dashboard, panel or a variable does not exist
 */
export async function linkFor(flags: LinkFlags, now: number, folder = dashboardFolder): Promise<string> {
  const dashboard = await findDashboard(flags.dashboard, folder);
  const { panel, from, to, var: variables, free } = flags;
  checkRange(flags);
  checkVariables(dashboard, [...Object.keys(variables), ...free.filter((name) => name !== FREE_TIME)]);
  if (panel !== undefined) findPanel(dashboard, panel);
  const claims: LinkClaims = {
    dashboard: dashboard.uid,
    panel,
    expires: Math.floor(now / 1_000) + flags.expires,
    variables,
    free,
    from,
    to,
    fullIds: flags.ids === 'full',
  };
  const url = new URL(
    `${flags.base}/embed/${encodeURIComponent(dashboard.uid)}${panel === undefined ? '' : `/${panel}`}`,
  );
  if (flags.theme) url.searchParams.set('theme', flags.theme);
  if (flags.lang) url.searchParams.set('lang', flags.lang);
  url.searchParams.set('token', signLink(claims, await readOrMakeSecret(secretPlace(flags.secretFile))));
  return url.href;
}

const namesIn = (text: string): string[] =>
  text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');

function seconds(text: string): number {
  const [, count, unit = ''] = /^(\d{1,6})([mhdw])$/.exec(text) ?? [];
  const value = Number(count) * (SECONDS[unit] ?? NaN);
  if (value > 0 && value <= LONGEST_DAYS * 86_400) return value;
  throw new InvalidArgumentError('Write a number and m, h, d or w, such as 12h or 30d; a year at most.');
}

function baseAddress(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && /^https?:$/.test(url.protocol) && url.search === '' && url.hash === '') return text.replace(/\/+$/, '');
  throw new InvalidArgumentError('It must be an address such as https://figures.example.com.');
}
