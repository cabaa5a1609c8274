import { makeWorld, tellHistory, type World } from './history';
import { FILE_KEYS } from './layout';
import { planOf, type SampleOptions } from './options';
import { rowsOf, type OrderRows } from './orderRows';
import { OutputFiles, pathOf, type OutputKey } from './outputFiles';
import { openStaging } from './outputFolder';
import { geolocationRows, sellerRows } from './placeRows';
import { productRows, translationRows } from './productRows';
import { truthRow } from './truthRows';

/** Orders or lines between two looks at the signal and at how much text has piled up. */
const STRIDE = 500;
const ORDER_KEYS: readonly (keyof OrderRows)[] = ['customers', 'orders', 'items', 'payments', 'reviews'];

/**
 * Writes a sample shop: nine files in Olist's form, and the planted truth beside them. The same options give the same
 * bytes. The output folder appears whole at the end, or not at all. Returned paths are absolute.
 * @throws SampleError for an option out of range, a folder that cannot be used or a full disk; the signal's reason when
 * it is aborted.
 */
export async function generateSample(
  options: SampleOptions,
): Promise<{ orders: number; customers: number; files: string[]; truthFile: string }> {
  const plan = planOf(options);
  options.signal?.throwIfAborted();
  const staging = await openStaging(options.out);
  try {
    const orders = await write(staging.folder, makeWorld(plan), options);
    options.signal?.throwIfAborted();
    await staging.commit();
    options.onProgress?.(1);
    const files = FILE_KEYS.map((key) => pathOf(staging.out, key));
    return { orders, customers: plan.customers, files, truthFile: pathOf(staging.out, 'truth') };
  } catch (error) {
    // The first failure says why; a second one, from cleaning up after it, would hide it.
    await staging.discard().catch(() => undefined);
    throw error;
  }
}

/** Writes all files into a folder; returns the number of orders. */
async function write(folder: string, world: World, options: SampleOptions): Promise<number> {
  const files = await OutputFiles.open(folder);
  try {
    await writeSurroundings(files, world, options.signal);
    const orders = await writeHistory(files, world, options);
    await files.close();
    return orders;
  } catch (error) {
    await files.abandon().catch(() => undefined);
    throw error;
  }
}

/** The files that do not grow with the orders. */
async function writeSurroundings(files: OutputFiles, world: World, signal: AbortSignal | undefined): Promise<void> {
  const { seed, places, catalogue, plan } = world;
  files.add('translation', translationRows());
  await addAll(files, 'products', productRows(seed, catalogue), signal);
  await addAll(files, 'sellers', sellerRows(catalogue.sellers, places), signal);
  await addAll(files, 'geolocation', geolocationRows(seed, plan.customers, places), signal);
}

async function addAll(files: OutputFiles, key: OutputKey, rows: Iterable<string>, signal: AbortSignal | undefined) {
  let count = 0;
  for (const row of rows) {
    files.add(key, row);
    count += 1;
    if (count % STRIDE === 0) await pause(files, signal);
  }
}

async function writeHistory(files: OutputFiles, world: World, { onProgress, signal }: SampleOptions): Promise<number> {
  let orders = 0;
  let newcomers = 0;
  for (const event of tellHistory(world)) {
    if (event.kind === 'order') {
      const rows = rowsOf(world, event);
      for (const key of ORDER_KEYS) files.add(key, rows[key]);
      orders += 1;
      if (orders % STRIDE === 0) await pause(files, signal);
    } else if (event.kind === 'fate') {
      files.add('truth', truthRow(world, event));
    } else {
      newcomers += world.newcomers[event.day - world.period.firstDay] ?? 0;
      onProgress?.((0.99 * newcomers) / world.plan.customers);
    }
  }
  return orders;
}

/** Lets other work of the process run, heeds the signal, and writes what has piled up. */
async function pause(files: OutputFiles, signal: AbortSignal | undefined): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  signal?.throwIfAborted();
  await files.drain();
}
