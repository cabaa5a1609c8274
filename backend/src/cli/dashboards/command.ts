import { Command, Option } from 'commander';
import { LANGUAGES, type Language } from '../../contract';
import { fromInvocation } from '../shop-folder';
import { dashboardFolder } from './find';
import { writeDashboards } from './write';

interface DashboardsFlags {
  language: Language;
  out: string;
}

/** `churnwatch dashboards`: the dashboards in one language as files that Grafana can be provisioned with. */
export function dashboardsCommand(): Command {
  return new Command('dashboards')
    .description('Write the dashboards in one language, for Grafana to be provisioned with')
    .addOption(new Option('--language <code>', 'language of texts and answers').choices(LANGUAGES).default('pt-BR'))
    .requiredOption('--out <dir>', 'folder to write to')
    .action(async ({ language, out }: DashboardsFlags) => {
      const folder = fromInvocation(out);
      const written = await writeDashboards(dashboardFolder, folder, language);
      process.stdout.write(`${written.length} dashboards written to ${folder}\n`);
    });
}
