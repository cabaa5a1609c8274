import type { FindCustomers } from '../../events/log';
import type { Row } from '../../warehouse';
import { NotReadyError, type WarehouseKeeper } from '../../warehouse/keeper/keeper';

/** Looked up more often than this in one generation, customers are kept in memory: each look walks through all of them. */
const OFTEN = 20;
/** Ids of so many take some 50 MB. */
const MOST_IN_MEMORY = 500_000;

const SOME = 'SELECT customer_id FROM dim_customers WHERE customer_id IN (SELECT unnest($ids))';
/** In one text, which is read in a fraction of the time that as many rows take. */
const ALL = 'SELECT to_json(list(customer_id))::VARCHAR AS ids FROM dim_customers';

/** Tells which customers the warehouse knows; undefined while there is none to ask. */
export function customersOf(keeper: Pick<WarehouseKeeper, 'use'>): FindCustomers {
  let generation: string | undefined;
  let looks = 0;
  let all: ReadonlySet<string> | undefined;
  return async (ids) => {
    try {
      return await keeper.use(async (engine, { id, all: { customers } }) => {
        if (id !== generation) [generation, looks, all] = [id, 0, undefined];
        looks += 1;
        const keep = looks > OFTEN && customers <= MOST_IN_MEMORY;
        if (!keep) return new Set((await engine.rows(SOME, { ids })).map((row) => String(row['customer_id'])));
        const known = all ?? allIn(await engine.rows(ALL));
        if (id === generation) all = known;
        return new Set(ids.filter((one) => known.has(one)));
      });
    } catch (error) {
      if (error instanceof NotReadyError) return undefined;
      throw error;
    }
  };
}

function allIn([row]: readonly Row[]): Set<string> {
  return new Set(JSON.parse(String(row?.['ids'] ?? '[]')) as string[]);
}
