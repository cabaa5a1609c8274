import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkoutFolder } from './bundle-folder';
import { dashboardFolder } from './dashboards/find';
import { fromInvocation } from './shop-folder';

export interface GrafanaOptions {
  /** Where Grafana is installed: the folder with its bin, conf and public. */
  homepath: string;
  data: string | undefined;
  /** Folder for the warehouse and for this Grafana's own files. */
  out: string;
  port: number;
}

const pluginFolder = join(checkoutFolder, 'plugin', 'dist');
/** Where the provisioning file expects the dashboards to be mounted. */
const MOUNTED_DASHBOARDS = '/etc/grafana/churnwatch-dashboards';

/**
 * Runs an installed Grafana with the plugin and its provisioning, on the loopback interface, with its files in a folder
 * of its own: nothing of the installation is changed.
 *
 * @throws Error saying what is missing
 */
export async function startGrafana({ homepath, data, out, port }: GrafanaOptions): Promise<void> {
  const executable = findExecutable(homepath);
  if (!existsSync(join(pluginFolder, 'plugin.json'))) {
    throw new Error('The plugin is not built yet. Run "npm run build" first.');
  }
  const own = join(out, 'grafana');
  const plugins = await linkPlugin(own);
  const provisioning = await copyProvisioning(own);
  const child = spawn(executable, ['server', '--homepath', homepath], {
    stdio: 'inherit',
    env: {
      ...process.env,
      GF_PATHS_DATA: join(own, 'data'),
      GF_PATHS_LOGS: join(own, 'log'),
      GF_PATHS_PLUGINS: plugins,
      GF_PATHS_PROVISIONING: provisioning,
      GF_SERVER_HTTP_ADDR: '127.0.0.1',
      GF_SERVER_HTTP_PORT: String(port),
      GF_PLUGINS_ALLOW_LOADING_UNSIGNED_PLUGINS: (await pluginIds(pluginFolder)).join(','),
      // Nothing is fetched from elsewhere at start.
      GF_PLUGINS_PREINSTALL_DISABLED: 'true',
      GF_ANALYTICS_REPORTING_ENABLED: 'false',
      GF_ANALYTICS_CHECK_FOR_UPDATES: 'false',
      GF_ANALYTICS_CHECK_FOR_PLUGIN_UPDATES: 'false',
      CHURNWATCH_DATA: data ?? '',
      CHURNWATCH_WAREHOUSE: out,
    },
  });
  process.stdout.write(`Grafana is starting at http://127.0.0.1:${port}  (Ctrl+C ends it)\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => child.kill(signal));
  process.exitCode = await new Promise<number>((resolve, reject) => {
    child.once('error', (error) => reject(new Error(`Grafana could not be started: ${error.message}`)));
    child.once('close', (code) => resolve(code ?? 0));
  });
}

function findExecutable(homepath: string): string {
  const found = ['grafana', 'grafana.exe'].map((name) => join(homepath, 'bin', name)).find((path) => existsSync(path));
  if (found) return found;
  throw new Error(`There is no Grafana in ${homepath}: bin/grafana is missing. Name the folder of an installation.`);
}

async function linkPlugin(own: string): Promise<string> {
  const plugins = join(own, 'plugins');
  await rm(plugins, { recursive: true, force: true });
  await mkdir(plugins, { recursive: true });
  await symlink(pluginFolder, join(plugins, 'churnwatch-retention-app'), 'dir');
  return plugins;
}

/** Those that came with Churnwatch, or the copies that the environment names, as for `docker compose`. */
function shownDashboards(): string {
  const own = process.env.CHURNWATCH_DASHBOARDS;
  return own ? fromInvocation(own) : dashboardFolder;
}

async function copyProvisioning(own: string): Promise<string> {
  const copy = join(own, 'provisioning');
  await rm(copy, { recursive: true, force: true });
  await cp(join(checkoutFolder, 'provisioning'), copy, { recursive: true });
  const provider = join(copy, 'dashboards', 'churnwatch.yaml');
  const text = await readFile(provider, 'utf8');
  await writeFile(provider, text.replace(MOUNTED_DASHBOARDS, shownDashboards()));
  return copy;
}

/** The ids of the app and of every plugin nested in it: Grafana wants each unsigned one by name. */
async function pluginIds(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true });
  const manifests = entries.filter((entry) => entry.endsWith('plugin.json'));
  const ids = await Promise.all(
    manifests.map(async (entry) => (JSON.parse(await readFile(join(folder, entry), 'utf8')) as { id: string }).id),
  );
  return ids.sort();
}
