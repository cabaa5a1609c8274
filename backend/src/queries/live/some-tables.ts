import type { LaneSession } from './lane';
import { RELATIONS } from './relations';
import type { EventRow } from './unfolded';

/**
 * The warehouse's own tables (staging and marts) of some customers in a lane: from what the generation says of them and the
 * events that are not in it yet, by the same statements as a build.
 */
export class SomeTables {
  private hasViews = false;

  constructor(private readonly part: LaneSession) {}

  /**
   * Makes the tables of other customers in place of those that were there.
   *
   * @param ids customers as the shop knows them
   * @param events of these customers, all that are not in the generation, up to some moment
   */
  async fill(ids: readonly string[], events: readonly EventRow[]): Promise<void> {
    const orderIds = [...new Set(events.flatMap(({ order_id }) => (order_id === null ? [] : [order_id])))];
    const parameters = { ids, order_ids: orderIds, events: JSON.stringify(events) };
    const due = RELATIONS.filter(({ view }) => !(view && this.hasViews));
    const making = due.map(({ name, sql, view }) => `CREATE OR REPLACE ${view ? 'VIEW' : 'TABLE'} ${name} AS ${sql}`);
    const bound = making.filter((sql) => sql.includes('$'));
    for (const sql of bound) await this.part.run(sql, parameters);
    await this.part.script(making.filter((sql) => !bound.includes(sql)));
    this.hasViews = true;
  }
}
