import { copyFile, mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);

/** The forecasting library's programs; it looks for them beside the bundled file that loads them. */
const PROGRAMS = {
  '@bsull/augurs': ['prophet_bg.wasm', 'mstl_bg.wasm', 'ets_bg.wasm'],
  '@bsull/augurs-prophet-wasmstan': ['prophet-wasmstan.core.wasm', 'prophet-wasmstan.core2.wasm'],
};

/** Takes the variant of the WebAssembly system interface that needs no threads of its own: Prophet's optimiser writes nothing. */
export const systemInterface = {
  name: 'system interface',
  setup({ onResolve }) {
    onResolve({ filter: /^@bytecodealliance\/preview2-shim\// }, ({ path, resolveDir }) => {
      const folder = packageFolder('@bytecodealliance/preview2-shim', resolveDir);
      return { path: join(folder, 'lib/browser', `${basename(path)}.js`) };
    });
  },
};

/** Puts the WebAssembly files beside the bundle. */
export async function copyPrograms(outdir) {
  await mkdir(outdir, { recursive: true });
  for (const [name, files] of Object.entries(PROGRAMS)) {
    const folder = packageFolder(name);
    for (const file of files) await copyFile(join(folder, file), join(outdir, file));
  }
}

/** Where npm put a package, which may not let its package.json be resolved. */
function packageFolder(name, from = fileURLToPath(new URL('.', import.meta.url))) {
  const places = createRequire(join(from, 'x.js')).resolve.paths(name) ?? [];
  for (const place of places) {
    try {
      return dirname(require.resolve(join(place, name, 'package.json')));
    } catch {
      // Not there: the next place up.
    }
  }
  throw new Error(`The package ${name} is missing. Run "npm ci" first.`);
}
