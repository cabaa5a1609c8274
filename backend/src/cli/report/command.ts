import { Command, InvalidArgumentError, Option } from 'commander';
import { LANGUAGES, type Language } from '../../contract';
import { checkVariables, findDashboard } from '../dashboards/find';
import { checkRange, FROM_HELP, momentFlag, TO_HELP, variableFlag, type ViewFlags } from '../dashboards/flags';
import { fromInvocation } from '../shop-folder';
import { findChromium } from './chromium';
import { contentOf } from './content';
import { toCsv } from './csv';
import { draw } from './draw';
import { toHtml } from './html/page';
import { checkOutput, formatOf, writeOutput } from './output';
import { reportServer } from './server';
import { footerOf } from './wording';

export interface ReportFlags extends ViewFlags {
  dashboard: string;
  out: string;
  data?: string;
  warehouse?: string;
  theme: 'light' | 'dark';
  lang: Language;
  width: number;
  ids: 'masked' | 'full';
  chromium?: string;
}

const DEFAULT_WIDTH = 1_120;

/** `churnwatch report`: a dashboard as a file, for delivery by whatever sends files on time. */
export function reportCommand(): Command {
  return new Command('report')
    .description('Write a dashboard to a file: .pdf and .png (drawn by a Chromium), .html and .csv (without)')
    .requiredOption('--dashboard <id>', 'which dashboard')
    .requiredOption('--out <file>', 'the file; the end of its name says the form')
    .option('--var <name=value>', 'set a variable, such as state=SP; may be given several times', variableFlag, {})
    .option('--from <moment>', FROM_HELP, momentFlag)
    .option('--to <moment>', TO_HELP, momentFlag)
    .option('--data <dir>', 'folder with the shop’s CSV files (default: data/olist, else the generated sample)')
    .option('--warehouse <dir>', 'folder of the warehouse (default: the one of npm start)')
    .addOption(new Option('--theme <name>', 'looks of a PDF or PNG').choices(['light', 'dark']).default('light'))
    .addOption(new Option('--lang <code>', 'language').choices(LANGUAGES).default('en'))
    .option('--width <px>', 'width of the page that is drawn', pageWidth, DEFAULT_WIDTH)
    .addOption(new Option('--ids <how>', 'customer ids in it').choices(['masked', 'full']).default('masked'))
    .option('--chromium <path>', 'the Chromium to draw with (or CHURNWATCH_CHROMIUM)')
    .action(runReport);
}

async function runReport(flags: ReportFlags): Promise<void> {
  const file = fromInvocation(flags.out);
  const format = formatOf(file);
  const dashboard = await findDashboard(flags.dashboard);
  checkVariables(dashboard, Object.keys(flags.var));
  checkRange(flags);
  await checkOutput(file);
  const isDrawn = format === 'pdf' || format === 'png';
  // Found before minutes of work are done for nothing.
  const chromium = isDrawn ? findChromium(flags.chromium) : '';
  const server = await reportServer(flags);
  try {
    const asking = { served: server.served, fullIds: flags.ids === 'full', language: flags.lang };
    const content = await contentOf(dashboard, flags, asking);
    if (!isDrawn) {
      await writeOutput(file, format === 'csv' ? toCsv(content) : toHtml(content));
    } else {
      const address = await server.addressOf(dashboard.uid);
      const { theme, width, lang: locale } = flags;
      await writeOutput(
        file,
        await draw({ chromium, address, format, width, theme, locale, footer: footerOf(content) }),
      );
    }
    const failed = content.panels.filter(({ errors }) => errors.length > 0);
    for (const { title, errors } of failed) process.stderr.write(`${title}: ${errors.join(' ')}\n`);
    process.stdout.write(`${file}\n`);
  } finally {
    await server.close();
  }
}

function pageWidth(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 320 && value <= 4_000) return value;
  throw new InvalidArgumentError('It must be a whole number of px from 320 to 4000.');
}
