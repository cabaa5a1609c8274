// Bundles the backend into dist/: ESM with code splitting, so that the plugin's executable loads only what the
// handshake needs and the rest (DuckDB, fastify, Arrow) when it is first used.
import { build } from 'esbuild';
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { nativeBindings, protocolFiles, withoutProtoLoader } from './packaging/esbuild-plugins.mjs';
import { copyPrograms, systemInterface } from './packaging/webassembly.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));

/**
 * Bundles cli.mjs (the churnwatch command), plugin.mjs (what Grafana starts), tree-worker.mjs and forecast-worker.mjs
 * (what training and forecasts run on their threads) and
 * sql-sandbox.mjs (what statements of people's own run in) into `outdir`, with the WebAssembly files; returns esbuild's result.
 */
export async function bundle(outdir = `${here}dist`) {
  await rm(outdir, { recursive: true, force: true });
  await copyPrograms(outdir);
  return build({
    absWorkingDir: here,
    entryPoints: {
      cli: 'src/cli/main.ts',
      plugin: 'src/cli/plugin.ts',
      'tree-worker': 'src/churn/trees/workers/worker.ts',
      'forecast-worker': 'src/forecast/workers/worker.ts',
      'sql-sandbox': 'src/warehouse/sandbox/process/program.ts',
    },
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    minifySyntax: true,
    minifyWhitespace: true,
    sourcemap: false,
    legalComments: 'linked',
    // Drives a browser for reports, from a checkout only: too large for the plugin, which never draws any.
    external: ['playwright-core'],
    // Kafka's check sums and compression, from within the bundle instead of a file beside it.
    alias: { '@platformatic/wasm-utils': '@platformatic/wasm-utils/bundled' },
    loader: { '.sql': 'text', '.yaml': 'text' },
    plugins: [protocolFiles, nativeBindings, withoutProtoLoader, systemInterface],
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
    metafile: true,
    logLevel: 'warning',
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await bundle();
