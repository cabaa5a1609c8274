import { createHash } from 'node:crypto';
import { countWhere } from '../../contract';
import type { FindCustomers } from '../../events/log';
import type { Engine } from '../../warehouse';
import { NotReadyError, type WarehouseKeeper } from '../../warehouse/keeper/keeper';

/** Of more customers than that, which take 80 MB, the warehouse is asked each time. */
const MOST_IN_MEMORY = 10_000_000;

/** Digits of 4 bits: so many bits are whole numbers in a double, and of a million ids no two are likely to share them. */
const DIGITS = 13;

/** Walks through all customers, as it has no index of them. */
const SOME = 'SELECT customer_id FROM dim_customers WHERE customer_id IN (SELECT unnest($ids))';
const ALL = `SELECT ('0x' || left(sha256(customer_id), ${DIGITS}))::BIGINT::DOUBLE AS fingerprint
  FROM dim_customers ORDER BY fingerprint`;

const fingerprint = (id: string): number =>
  parseInt(createHash('sha256').update(id).digest('hex').slice(0, DIGITS), 16);

/** Who one generation knows, once that has been read. */
interface Known {
  generation: string;
  /** In rising order. */
  fingerprints?: Float64Array;
}

/**
 * Tells which customers the warehouse knows; undefined while there is none to ask. Once asked, it reads the fingerprints of
 * all customers of a generation beside other work, and answers by these: that somebody unknown is taken for known has a
 * chance of less than one in a hundred million.
 */
export function customersOf(keeper: Pick<WarehouseKeeper, 'use'>): FindCustomers {
  let known: Known | undefined;
  const read = async (of: Known): Promise<void> => {
    const fingerprints = await keeper.use((engine, { id }) =>
      id === of.generation ? fingerprintsIn(engine) : Promise.resolve(undefined),
    );
    if (fingerprints) of.fingerprints = fingerprints;
  };
  return async (ids) => {
    try {
      return await keeper.use(async (engine, { id, all: { customers } }) => {
        if (known?.generation !== id) {
          const next: Known = { generation: id };
          known = next;
          // What cannot be read now is asked for each time.
          if (customers <= MOST_IN_MEMORY) void read(next).catch(() => undefined);
        }
        const { fingerprints } = known;
        if (fingerprints) return new Set(ids.filter((one) => has(fingerprints, fingerprint(one))));
        return new Set((await engine.rows(SOME, { ids })).map((row) => String(row['customer_id'])));
      });
    } catch (error) {
      if (error instanceof NotReadyError) return undefined;
      throw error;
    }
  };
}

async function fingerprintsIn(engine: Engine): Promise<Float64Array> {
  const [column] = (await engine.columns(ALL)).columns;
  // Of no customers there is no column of values.
  return column?.values instanceof Float64Array ? column.values : new Float64Array();
}

/** Whether the value is among those, which rise. */
const has = (sorted: Float64Array, value: number): boolean =>
  sorted[countWhere(sorted, (one) => one < value)] === value;
