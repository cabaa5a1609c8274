import type { AutoETS } from '@bsull/augurs/ets';
import type { MSTL } from '@bsull/augurs/mstl';
import type { Prophet, ProphetOptions } from '@bsull/augurs/prophet';
import { ForecastError } from '../../forecast';
import { wasmBytes } from './wasm-bytes';

/** What the models use of augurs (https://docs.augu.rs), with the optimiser that Prophet fits by. */
export interface Augurs {
  AutoETS: typeof AutoETS;
  MSTL: typeof MSTL;
  Prophet: typeof Prophet;
  optimizer: ProphetOptions['optimizer'];
}

let loading: Promise<void> | undefined;
let loaded: Augurs | undefined;

/**
 * Loads the WebAssembly once per thread (about 0.1 s); later calls wait for the first.
 *
 * @throws ForecastError when a file of it is missing
 */
export function loadAugurs(): Promise<void> {
  loading ??= load();
  return loading;
}

/**
 * The library, for a model to use.
 *
 * @throws ForecastError when nobody has called `loadAugurs` before
 */
export function augurs(): Augurs {
  if (!loaded) throw new ForecastError('The forecasting library is not loaded yet. Ask again in a moment.');
  return loaded;
}

// Imported when first used: Prophet's optimiser compiles 2.3 MB as soon as it is imported.
async function load(): Promise<void> {
  const [ets, mstl, prophet, stan] = await Promise.all([
    import('@bsull/augurs/ets'),
    import('@bsull/augurs/mstl'),
    import('@bsull/augurs/prophet'),
    import('@bsull/augurs-prophet-wasmstan'),
  ]);
  ets.initSync({ module: await wasmBytes('ets') });
  mstl.initSync({ module: await wasmBytes('mstl') });
  prophet.initSync({ module: await wasmBytes('prophet') });
  loaded = { AutoETS: ets.AutoETS, MSTL: mstl.MSTL, Prophet: prophet.Prophet, optimizer: stan.optimizer };
}
