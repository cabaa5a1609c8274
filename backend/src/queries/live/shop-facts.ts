import { readReorderTimes, type ReorderTimes } from '../../churn/reasons';
import { OWN_PAST, RECORDED_EVENTS, SHOP_FACTS } from '../../churn/features/features-sql';
import { literal } from '../../warehouse/duckdb/sql';
import type { Lane } from './lane';
import { Pace } from './pace';
import { COLUMNS_READ } from './relations';
import { Standing } from './standing';
import itemsSql from './sql/shop/fct_order_items.sql';
import ordersSql from './sql/shop/fct_orders.sql';
import keysSql from './sql/shop/keys.sql';
import liveItemsSql from './sql/shop/live_items.sql';
import liveOrdersSql from './sql/shop/live_orders.sql';
import standingSql from './sql/shop/standing.sql';
import translationSql from './sql/shop/translation.sql';

/** What scores take from the whole shop as of a day. */
export interface ShopAsOf {
  cut: string;
  standing: Standing;
  reorderTimes: readonly ReorderTimes[];
}

export interface ShopFactsOptions {
  /**
   * How long nothing is read after each of the facts, as a multiple of the time that reading it took: a large shop's facts
   * take longer to read, and change the less by a few customers. 0: customers are never judged by older facts.
   */
  restFactor: number;
}

/** A model has features of events that the generation knows of long since: which those are, later events do not change. */
const FACTS = [...SHOP_FACTS, RECORDED_EVENTS];

/**
 * The facts of the whole shop that features and segments compare a customer with (how likely people of a city or a
 * category come back, how busy days were, how recently and often others bought), over the generation with the customers
 * whom events have touched put in their places.
 */
export class ShopFacts {
  private known: ShopAsOf | undefined;
  private changed = false;
  private readonly pace: Pace;
  private refreshing: Promise<unknown> | undefined;
  private failure: Error | undefined;

  private constructor(
    private readonly lane: Lane,
    private readonly options: ShopFactsOptions,
  ) {
    this.pace = new Pace(options.restFactor);
  }

  /** Prepares the lane, in which no customer has changed yet. */
  static async open(lane: Lane, options: ShopFactsOptions): Promise<ShopFacts> {
    const { shop } = lane;
    await shop.run(`CREATE TABLE shop.raw_translation AS ${translationSql}`);
    await shop.run('CREATE TABLE shop.changed (customer_key BIGINT)');
    const described = await shop.rows('DESCRIBE generation.fct_orders');
    const columns = described
      .map((row) => [String(row.column_name), String(row.column_type)] as const)
      .filter(([name]) => COLUMNS_READ.fct_orders.some((read) => read === name));
    const definition = columns.map(([name, type]) => `${name} ${name.endsWith('_key') ? 'BIGINT' : type}`);
    await shop.run(`CREATE TABLE shop.live_orders (${definition.join(', ')})`);
    await shop.run(
      'CREATE TABLE shop.live_items (order_key BIGINT, customer_key BIGINT, category VARCHAR, seller_id VARCHAR)',
    );
    const names = columns.map(([name]) => name).join(', ');
    await shop.run(`CREATE VIEW shop.fct_orders AS ${ordersSql.replaceAll('{columns}', () => names)}`);
    await shop.run(`CREATE VIEW shop.fct_order_items AS ${itemsSql}`);
    await shop.run('CREATE VIEW shop.fct_customer_events AS FROM generation.fct_customer_events');
    return new ShopFacts(lane, options);
  }

  /** Puts the customers who are in the lane's `part` in the places that they had. */
  async replace(): Promise<void> {
    const inPlace = ([table, sql]: readonly [string, string]): string[] => [
      `DELETE FROM shop.${table} WHERE customer_key IN (SELECT customer_key FROM keys)`,
      `INSERT INTO shop.${table} BY NAME ${sql}`,
    ];
    await this.lane.part.script([
      `CREATE OR REPLACE TABLE part.keys AS ${keysSql}`,
      'INSERT INTO shop.changed SELECT known_key FROM keys WHERE known_key IS NOT NULL AND known_key NOT IN (FROM changed)',
      ...inPlace(['live_orders', liveOrdersSql]),
      ...inPlace(['live_items', liveItemsSql]),
    ]);
    this.changed = true;
  }

  /** Whether facts serve that day which do not know of the customers who were placed last. */
  mayBeOlder(cut: string): boolean {
    return this.known?.cut === cut && this.options.restFactor > 0;
  }

  /**
   * The facts as of a day; the tables that features are read with hold them as well. Facts that have changed since are read
   * anew beside other work, and serve once that is done.
   *
   * @param fresh true: nothing that has changed since may be missing
   */
  async asOf(cut: string, fresh = false): Promise<ShopAsOf> {
    const mustBeFresh = fresh || this.options.restFactor === 0;
    const serving = (): ShopAsOf | undefined =>
      this.known?.cut === cut && !(mustBeFresh && this.changed) ? this.known : undefined;
    // What is being read may be what is asked for; until it serves, the facts lack the changes that it takes in.
    if (mustBeFresh || !serving()) await this.idle();
    const known = serving() ?? (await this.readAnew(cut));
    if (this.changed) this.refreshBeside(cut);
    return known;
  }

  /** Reads the facts as of a day beside other work, before somebody asks for them. Settles once they serve. */
  async prepare(cut: string): Promise<void> {
    if (this.known?.cut !== cut) this.refreshBeside(cut);
    await this.refreshing;
    if (this.failure) throw this.failure;
  }

  /** Somebody waits for what is being read beside other work. */
  hurry(): void {
    this.pace.hurry();
  }

  /** Settles once nothing is read beside other work. */
  async idle(): Promise<void> {
    this.hurry();
    await this.refreshing;
  }

  private refreshBeside(cut: string): void {
    if (this.failure) throw this.failure;
    if (this.refreshing) return;
    this.pace.rest();
    this.refreshing = this.readAnew(cut).then(
      () => (this.refreshing = undefined),
      (error: unknown) => {
        this.refreshing = undefined;
        this.failure = error instanceof Error ? error : new Error(String(error));
      },
    );
  }

  private async readAnew(cut: string): Promise<ShopAsOf> {
    this.changed = false;
    try {
      this.known = await this.read(cut);
    } catch (error) {
      this.changed = true;
      throw error;
    }
    this.failure = undefined;
    return this.known;
  }

  private async read(cut: string): Promise<ShopAsOf> {
    const { shop } = this.lane;
    const atCut = (sql: string): string => sql.replaceAll('$cut', () => literal(cut));
    for (const { name, sql } of OWN_PAST) await shop.run(`CREATE OR REPLACE VIEW shop.${name} AS ${atCut(sql)}`);
    for (const { name, sql } of FACTS) {
      await this.pace.piece(() => shop.run(`CREATE OR REPLACE TABLE coming.${name} AS ${atCut(sql)}`));
    }
    const standing = await this.pace.piece(async () => new Standing(await shop.rows(standingSql, { cut })));
    const reorderTimes = await this.pace.piece(() => readReorderTimes(shop, cut));
    await this.serve(FACTS.map(({ name }) => name));
    return { cut, standing, reorderTimes };
  }

  /** Features are read from these tables at any moment: all of them change at once. */
  private async serve(names: readonly string[]): Promise<void> {
    const { shop } = this.lane;
    await shop.run('BEGIN');
    try {
      await shop.script([
        ...names.map((name) => `CREATE OR REPLACE TABLE shop.${name} AS FROM coming.${name}`),
        ...names.map((name) => `DROP TABLE coming.${name}`),
        'COMMIT',
      ]);
    } catch (error) {
      await shop.run('ROLLBACK').catch(() => undefined);
      throw error;
    }
  }
}
