import type { SqlParameters } from '../../warehouse';
import type { LaneSession } from './lane';
import { RELATIONS, type Relation } from './relations';
import type { EventRow } from './unfolded';
import { inWaves } from './waves';

/** Views need the tables under them: these are made first, all in one line. */
const FIRST = [[RELATIONS]];
const WAVES = inWaves(
  RELATIONS.filter(({ view }) => !view),
  2,
);

/**
 * The warehouse's own tables (staging and marts) of some customers in a lane: from what the generation says of them and the
 * events that are not in it yet, by the same statements as a build.
 */
export class SomeTables {
  private hasViews = false;

  /** @param sessions that find the same tables */
  constructor(private readonly sessions: readonly [LaneSession, LaneSession]) {}

  /**
   * Makes the tables of other customers in place of those that were there.
   *
   * @param ids customers as the shop knows them
   * @param events of these customers, all that are not in the generation, up to some moment
   */
  async fill(ids: readonly string[], events: readonly EventRow[]): Promise<void> {
    const orderIds = [...new Set(events.flatMap(({ order_id }) => (order_id === null ? [] : [order_id])))];
    const parameters = { ids, order_ids: orderIds, events: JSON.stringify(events) };
    for (const wave of this.hasViews ? WAVES : FIRST) {
      const lines = await Promise.allSettled(wave.map((line, i) => makeLine(this.sessions[i]!, line, parameters)));
      for (const line of lines) if (line.status === 'rejected') throw line.reason;
    }
    this.hasViews = true;
  }
}

async function makeLine(session: LaneSession, line: readonly Relation[], parameters: SqlParameters): Promise<void> {
  const making = line.map(({ name, sql, view }) => `CREATE OR REPLACE ${view ? 'VIEW' : 'TABLE'} ${name} AS ${sql}`);
  const bound = making.filter((sql) => sql.includes('$'));
  for (const sql of bound) await session.run(sql, parameters);
  const others = making.filter((sql) => !bound.includes(sql));
  if (others.length > 0) await session.script(others);
}
