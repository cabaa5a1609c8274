import { Command, Option } from 'commander';
import { LANGUAGES, type Language } from '../../contract';
import { fromInvocation } from '../shop-folder';
import { dashboardFolder } from './find';
import { checkRange, FROM_HELP, momentFlag, TO_HELP, type ViewFlags } from './flags';
import { writeDashboards } from './write';

interface DashboardsFlags extends Pick<ViewFlags, 'from' | 'to'> {
  language: Language;
  out: string;
}

/** `churnwatch dashboards`: the dashboards in one language as files that Grafana can be provisioned with. */
export function dashboardsCommand(): Command {
  return new Command('dashboards')
    .description('Write the dashboards in one language or for another time range, for Grafana to be provisioned with')
    .addOption(new Option('--language <code>', 'language of texts and answers').choices(LANGUAGES).default('pt-BR'))
    .option('--from <moment>', `they open with this ${FROM_HELP}`, momentFlag)
    .option('--to <moment>', `${TO_HELP}; with --from alone it is now`, momentFlag)
    .requiredOption('--out <dir>', 'folder to write to')
    .action(async ({ language, out, from, to = from && 'now' }: DashboardsFlags) => {
      checkRange({ from, to });
      const folder = fromInvocation(out);
      const written = await writeDashboards(dashboardFolder, folder, language, { from, to });
      process.stdout.write(`${written.length} dashboards written to ${folder}\n`);
    });
}
