import { appendFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { resolveSettings } from '../contract';
import { NO_FORECASTER } from '../queries/forecast/forecaster';
import { build } from '../warehouse';
import type { BuildJob } from '../warehouse/keeper/keeper';
import { scratchShop, shopFile } from '../warehouse/testing/tiny-shop';
import { serveWarehouse } from './served-warehouse';

jest.mock('./bundle-folder', () => ({ bundleFolder: '/nowhere' }));
jest.mock('./background-build', () => ({
  // A build of hours.
  buildInBackground: ({ signal }: BuildJob) =>
    new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('ended')))),
}));

const PAGE = { sort: 'created_at', descending: true, limit: 10, offset: 0 } as const;

it('has early warnings at hand and takes events while a warehouse is built anew at the start', async () => {
  const shop = await scratchShop();
  await build({ data: shop.data, out: shop.out });
  await appendFile(shopFile(shop.data, 'orders'), '\n');
  const served = serveWarehouse({
    data: () => shop.data,
    out: shop.out,
    settings: resolveSettings({}),
    forecaster: NO_FORECASTER,
    metrics: () => undefined,
    preparesAhead: false,
    takesEvents: true,
    onFault: () => undefined,
  });
  const until = Date.now() + 20_000;
  const { status } = served;
  while ((status().state !== 'building' || status().events?.state !== 'ready') && Date.now() < until) await sleep(10);
  expect(status()).toMatchObject({ state: 'building', events: { state: 'ready' } });
  expect(await served.alerts.list(PAGE, true)).toEqual([]);
  await served.close();
  await shop.remove();
});
