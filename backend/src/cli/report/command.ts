import { Command, Option } from 'commander';
import { LANGUAGES, type SavedDashboard } from '../../contract';
import { EXIT_CODES, WarehouseError } from '../../warehouse';
import { checkGiven, checkVariables, dashboardFolder, findDashboard, findPanel } from '../dashboards/find';
import { checkRange, FROM_HELP, momentFlag, panelFlag, TO_HELP, variableFlag } from '../dashboards/flags';
import { fromInvocation } from '../shop-folder';
import { findChromium } from './chromium';
import { contentOf, type ReportContent } from './content';
import { toCsv } from './csv';
import { draw } from './draw';
import { DEFAULT_PATIENCE, DEFAULT_WIDTH, pageWidth, patience, serverAddress, type ReportFlags } from './flags';
import { toHtml } from './html/page';
import type { Missing } from './missing';
import { openServer } from './open-server';
import { checkOutput, formatOf, writeOutput, type ReportFormat } from './output';
import type { ReportServer } from './server';
import { footerOf } from './wording';

/** `churnwatch report`: a dashboard as a file, for delivery by whatever sends files on time. */
export function reportCommand(): Command {
  return new Command('report')
    .description('Write a dashboard to a file: .pdf and .png (drawn by a Chromium), .html and .csv (without)')
    .requiredOption('--dashboard <id>', 'which dashboard')
    .requiredOption('--out <file>', 'the file; the end of its name says the form')
    .option('--panel <id>', 'only this panel: the number at the end of its address', panelFlag)
    .option('--var <name=value>', 'set a variable, such as state=SP; may be given several times', variableFlag, {})
    .option('--from <moment>', FROM_HELP, momentFlag)
    .option('--to <moment>', TO_HELP, momentFlag)
    .option('--server <address>', 'have a server that runs make it, such as http://127.0.0.1:4680', serverAddress)
    .option('--token <token>', 'token of a caller who may read there (or CHURNWATCH_TOKEN)')
    .option('--data <dir>', 'folder with the shop’s CSV files (default: data/olist, else the generated sample)')
    .option('--warehouse <dir>', 'folder of the warehouse (default: the one of npm start)')
    .addOption(new Option('--theme <name>', 'looks (default: light; HTML as its reader’s device)').choices(THEMES))
    .addOption(new Option('--lang <code>', 'language').choices(LANGUAGES).default('en'))
    .option('--width <px>', 'width of the page that is drawn', pageWidth, DEFAULT_WIDTH)
    .addOption(new Option('--ids <how>', 'customer ids in it').choices(['masked', 'full']).default('masked'))
    .option('--patience <seconds>', 'longest wait for a panel', patience, DEFAULT_PATIENCE)
    .option('--chromium <path>', 'the Chromium to draw with (or CHURNWATCH_CHROMIUM)')
    .action(runReport);
}

const THEMES = ['light', 'dark'];

async function runReport(flags: ReportFlags): Promise<void> {
  const file = fromInvocation(flags.out);
  const format = formatOf(file);
  const dashboard = await askedFor(flags);
  await checkOutput(file);
  // Found before minutes of work are done for nothing.
  const chromium = isDrawn(format) ? findChromium(flags.chromium) : '';
  const server = await openServer(flags);
  try {
    const content = await contentOf(dashboard, flags, {
      served: server.served,
      fullIds: flags.ids === 'full',
      language: flags.lang,
    });
    const { data, missing } = isDrawn(format)
      ? await drawn(content, { dashboard, format, chromium, server, flags })
      : { data: format === 'csv' ? toCsv(content) : toHtml(content, flags.theme), missing: content.missing };
    await writeOutput(file, data);
    process.stdout.write(`${file}\n`);
    if (missing.length > 0) tellMissing(missing, content);
  } finally {
    await server.close();
  }
}

/** The dashboard in the reader's language; with but one panel where one is named. @throws WarehouseError */
async function askedFor(flags: ReportFlags): Promise<SavedDashboard> {
  const dashboard = await findDashboard(flags.dashboard, dashboardFolder, flags.lang);
  checkVariables(dashboard, Object.keys(flags.var));
  checkGiven(dashboard, flags.var);
  checkRange(flags);
  if (flags.server !== undefined && (flags.data !== undefined || flags.warehouse !== undefined)) {
    const hint = 'Leave out --data and --warehouse, or --server.';
    throw new WarehouseError('usage', 'A server that runs has its data already.', hint);
  }
  return flags.panel === undefined ? dashboard : { ...dashboard, panels: [findPanel(dashboard, flags.panel)] };
}

type DrawnFormat = Extract<ReportFormat, 'pdf' | 'png'>;

const isDrawn = (format: ReportFormat): format is DrawnFormat => format === 'pdf' || format === 'png';

interface ToDraw {
  dashboard: SavedDashboard;
  format: DrawnFormat;
  chromium: string;
  server: ReportServer;
  flags: ReportFlags;
}

async function drawn(content: ReportContent, { dashboard, server, flags, ...how }: ToDraw) {
  const { theme = 'light', width, lang: locale, patience: seconds } = flags;
  const address = await server.addressOf(dashboard.uid);
  const { headers } = server;
  return draw({
    ...how,
    address,
    headers,
    width,
    theme,
    locale,
    patienceMs: seconds * 1_000,
    footer: footerOf(content),
  });
}

/** The report is there, but whoever sends it on must know that it lacks something. */
function tellMissing(missing: readonly Missing[], { panels }: ReportContent): void {
  const lines = missing.map(({ title, reason }) => `  ${title}: ${reason}\n`);
  process.stderr.write(
    `churnwatch: ${missing.length} of ${panels.length} panels could not be shown:\n${lines.join('')}`,
  );
  process.exitCode = EXIT_CODES.incomplete;
}
