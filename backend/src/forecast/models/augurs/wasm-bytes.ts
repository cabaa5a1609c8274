import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ForecastError } from '../../forecast';

/**
 * The bytes of augurs' WebAssembly of one module, e.g. `prophet`. They lie beside the bundle, where the build copies
 * them; run from source, they are found in the package.
 *
 * @throws ForecastError when the file is at neither place
 */
export async function wasmBytes(module: string): Promise<Buffer> {
  const file = `${module}_bg.wasm`;
  const beside = fileURLToPath(new URL(`./${file}`, import.meta.url));
  try {
    return await readFile(beside);
  } catch {
    return readFromPackage(module, file, beside);
  }
}

async function readFromPackage(module: string, file: string, beside: string): Promise<Buffer> {
  try {
    const entry = createRequire(import.meta.url).resolve(`@bsull/augurs/${module}`);
    return await readFile(join(dirname(entry), file));
  } catch {
    throw new ForecastError(`The forecasting library's ${file} is missing; it belongs at ${beside}. Install again.`);
  }
}
