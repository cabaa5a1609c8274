import type { GenerationSummary } from '../../contract';
import type { Engine, Row } from '../../warehouse/engine';
import { NotReadyError, type WarehouseKeeper } from '../../warehouse/keeper/keeper';
import { customersOf } from './customers-of';

/** A warehouse that serves generations of these customers, and notes what it is asked. */
function serving(customers: readonly string[]) {
  const served = { customers, id: 'first', asked: [] as ('some' | 'all')[], claimed: customers.length };
  const rows: Engine['rows'] = (_sql, parameters) => {
    const ids = parameters?.['ids'] as readonly string[] | undefined;
    served.asked.push(ids ? 'some' : 'all');
    const found: Row[] = ids
      ? served.customers.filter((id) => ids.includes(id)).map((id) => ({ customer_id: id }))
      : [{ ids: JSON.stringify(served.customers) }];
    return Promise.resolve(found);
  };
  const use = ((work) =>
    work(
      { rows } as Engine,
      { id: served.id, all: { customers: served.claimed } } as GenerationSummary,
    )) as WarehouseKeeper['use'];
  return { served, find: customersOf({ use }) };
}

const often = async (times: number, ask: () => Promise<unknown>): Promise<void> => {
  for (let i = 0; i < times; i++) await ask();
};

it('tells who is known, however often it is asked', async () => {
  const { served, find } = serving(['a', 'b']);
  await often(50, async () => expect(await find(['a', 'c'])).toEqual(new Set(['a'])));
  expect(served.asked.filter((what) => what === 'all')).toHaveLength(1);
  expect(served.asked.length).toBeLessThan(30);
});

it('knows the customers of a new generation at once', async () => {
  const { served, find } = serving(['a']);
  await often(50, () => find(['c']));
  Object.assign(served, { customers: ['a', 'c'], id: 'second' });
  expect(await find(['c'])).toEqual(new Set(['c']));
});

it('keeps no more customers in memory than fit', async () => {
  const { served, find } = serving(['a']);
  served.claimed = 5_000_000;
  await often(50, async () => expect(await find(['a', 'c'])).toEqual(new Set(['a'])));
  expect(served.asked).not.toContain('all');
});

it('says that there is nobody to ask while there is no warehouse, and nothing else of other failures', async () => {
  const failing = (error: Error) => customersOf({ use: () => Promise.reject(error) });
  expect(await failing(new NotReadyError('Being built.'))(['a'])).toBeUndefined();
  await expect(failing(new Error('broken'))(['a'])).rejects.toThrow('broken');
});
