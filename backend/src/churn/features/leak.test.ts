import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateSample } from '@churnwatch/sample';
import { build, openWarehouse, type Warehouse } from '../../warehouse';
import { writeSupplement } from '../../warehouse/supplement/testing/write-supplement';
import { writeShop } from '../../warehouse/testing/tiny-shop';
import { FEATURE_SPECS } from './feature-specs';
import type { FeatureMatrix } from './matrix';
import { readFeatures } from './read-features';
import { eventsAround, madeEvents, personsIn, until, type MadeEvent } from './testing/made-events';
import { writeShopUntil } from './testing/until';

const FEATURES = FEATURE_SPECS.map(({ key }) => key);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'churnwatch-leak-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function warehouseOf(data: string, out: string, events: readonly MadeEvent[]): Promise<Warehouse> {
  await writeSupplement(out, { customer_events: events });
  await build({ data, out, sample: true });
  return openWarehouse(out);
}

async function featuresOf(warehouse: Warehouse, cut: string): Promise<FeatureMatrix> {
  return warehouse.use((engine) => readFeatures(engine, cut, { features: FEATURES }));
}

/** Features from files and events that end with the cut day, in a warehouse of their own. */
async function featuresWithoutFuture(data: string, cut: string, events: readonly MadeEvent[]): Promise<FeatureMatrix> {
  const name = join(folder, `until-${cut}-${Math.random().toString(36).slice(2)}`);
  await writeShopUntil(data, join(name, 'data'), cut);
  const warehouse = await warehouseOf(join(name, 'data'), join(name, 'out'), until(events, cut));
  try {
    return await featuresOf(warehouse, cut);
  } finally {
    await warehouse.close();
  }
}

function namedColumns({ names, columns }: FeatureMatrix): Record<string, number[]> {
  return Object.fromEntries(names.map((name, i) => [name, [...columns[i]!]]));
}

describe.each([
  ['the sample', ['2017-03-15', '2017-11-30', '2018-04-04', '2018-08-20'], 50],
  ['the tiny shop', ['2018-01-01', '2018-01-09', '2018-01-31', '2018-02-05'], 1],
])('features of %s', (which, cuts, fewest) => {
  let whole: Warehouse;
  let data: string;
  let events: MadeEvent[];
  beforeAll(async () => {
    data = join(folder, which, 'data');
    if (which === 'the sample') await generateSample({ out: data, customers: 3_000, seed: 11 });
    else await writeShop(data);
    const persons = await personsIn(data);
    events = [
      ...madeEvents(persons, { from: cuts[0]!, to: '2018-09-30' }),
      ...eventsAround(persons[0]!, cuts),
      ...eventsAround(persons.at(-1)!, cuts),
    ];
    whole = await warehouseOf(data, join(folder, which, 'out'), events);
  });
  afterAll(() => whole.close());

  it.each(cuts)('do not change at %s when everything after it is deleted', async (cut) => {
    const withFuture = await featuresOf(whole, cut);
    const without = await featuresWithoutFuture(data, cut, events);
    expect(withFuture.length).toBeGreaterThanOrEqual(fewest);
    expect([...withFuture.customerKeys]).toEqual([...without.customerKeys]);
    expect(namedColumns(withFuture)).toEqual(namedColumns(without));
  });
});
