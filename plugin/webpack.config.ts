import CopyWebpackPlugin from 'copy-webpack-plugin';
import path from 'path';
import type { Configuration } from 'webpack';
import { copyFilePatterns } from './.config/bundler/copyFiles.ts';
import { getPluginJson } from './.config/bundler/utils.ts';
import grafanaConfig, { type Env } from './.config/webpack/webpack.config.ts';
import { withRevision } from './dashboardRevision.ts';

const JSX_RUNTIME = 'react/jsx-runtime';

interface Include {
  type: string;
  path?: string;
}

/**
 * The generated patterns, with the licence and the change log taken from the repository instead of the workspace, and
 * without the Portuguese texts, which are parts of the bundles.
 */
function documents() {
  return copyFilePatterns.map((pattern) => ({
    ...pattern,
    from: pattern.from.replace(/^\.\.\//, '../../'),
    globOptions: { ignore: ['**/locales/**'] },
  }));
}

/** The repository's dashboards that plugin.json includes; one that is missing fails the build. */
function dashboards() {
  const includes: Include[] = getPluginJson().includes;
  const paths = includes.flatMap((include) => (include.type === 'dashboard' && include.path ? [include.path] : []));
  return paths.map((file) => ({ from: `../../${file}`, to: file, transform: withRevision }));
}

/** Grafana's generated configuration for an app, with what a nested data source and panels in this repository add. */
export default async function configure(env: Env): Promise<Configuration> {
  const base = await grafanaConfig(env);
  if (!Array.isArray(base.externals)) throw new Error('The generated configuration lists no externals.');
  return {
    ...base,
    // Grafana 12.0.0 does not share this module yet: src/jsxRuntime.ts stands in for it, over the React that is shared.
    externals: base.externals.filter((external) => external !== JSX_RUNTIME),
    module: {
      ...base.module,
      // What a module does not use of the contract stays out of it: the app's first module is loaded by all of Grafana.
      rules: [...(base.module?.rules ?? []), { test: /[\\/]backend[\\/]src[\\/]contract[\\/]/, sideEffects: false }],
    },
    resolve: {
      ...base.resolve,
      alias: {
        '@contract$': path.resolve(process.cwd(), '../backend/src/contract/index.ts'),
        [`${JSX_RUNTIME}$`]: path.resolve(process.cwd(), 'src/jsxRuntime.ts'),
      },
    },
    plugins: [
      ...(base.plugins ?? []).filter((plugin) => !(plugin instanceof CopyWebpackPlugin)),
      new CopyWebpackPlugin({ patterns: [...documents(), { from: '**/img/*.svg', to: '.' }, ...dashboards()] }),
    ],
  };
}
