import type { Row } from '../engine';
import { openWarehouse } from '../warehouse';

/** Rows of one query over the current generation in `out`. */
export async function queryWarehouse(out: string, sql: string): Promise<Row[]> {
  const warehouse = await openWarehouse(out);
  try {
    return await warehouse.use((engine) => engine.rows(sql));
  } finally {
    await warehouse.close();
  }
}
