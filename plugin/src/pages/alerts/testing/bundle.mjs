// Bundles the page of early warnings for a browser without a Grafana (browserPage.tsx) into the file that is named.
import { build } from 'esbuild';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { substitutes } from '../../../embed/build/substitutes.mjs';

const PLUGIN = fileURLToPath(new URL('../../../../', import.meta.url));
const packageFolder = (name) => dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));

/** Packages that the viewer does without, and this page does not. */
const whole = {
  name: 'whole',
  setup(build) {
    build.onResolve({ filter: /^@grafana\/runtime$/ }, () => ({
      path: join(packageFolder('@grafana/runtime'), 'dist/esm/index.mjs'),
    }));
    build.onResolve({ filter: /^zod$/ }, ({ resolveDir }) => ({
      path: createRequire(join(resolveDir, 'importer.js')).resolve('zod'),
    }));
  },
};

await build({
  absWorkingDir: PLUGIN,
  entryPoints: ['src/pages/alerts/testing/browserPage.tsx'],
  outfile: process.argv[2],
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  jsx: 'transform',
  define: { 'process.env.NODE_ENV': '"production"' },
  loader: { '.svg': 'dataurl', '.css': 'empty' },
  alias: { '@contract': join(PLUGIN, '../backend/src/contract/index.ts') },
  plugins: [whole, substitutes(PLUGIN)],
  logLevel: 'error',
});
