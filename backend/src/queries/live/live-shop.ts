import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { FEATURES_OF_SOME_SQL } from '../../churn/features/features-sql';
import type { FeatureMatrix } from '../../churn/features/matrix';
import { readFeaturesBy } from '../../churn/features/read-features';
import type { Row } from '../../warehouse';
import { warehousePaths } from '../../warehouse/generations/paths';
import { openLane, type Lane } from './lane';
import type { Pace } from './pace';
import { MARTS } from './relations';
import { ShopFacts, type ShopAsOf, type ShopFactsOptions } from './shop-facts';
import { SomeTables } from './some-tables';
import standingOfSomeSql from './sql/standing-of-some.sql';
import type { EventRow } from './unfolded';

/** What is known of some customers as of a day. */
export interface SomeCustomers {
  /** A row for each of them who has a purchase by then: customer_id, state, last_order; in the order of the matrix. */
  rows: readonly Row[];
  matrix: FeatureMatrix;
  shop: ShopAsOf;
}

/** A generation with the customers whom events have touched put in their places. */
export class LiveShop {
  private readonly tables: SomeTables;
  /** The shop's facts learning of the customers who were placed last. */
  private telling: Promise<void> | undefined;

  private constructor(
    readonly generation: string,
    private readonly lane: Lane,
    private readonly facts: ShopFacts,
    private readonly folder: string,
  ) {
    this.tables = new SomeTables([lane.part, lane.beside]);
  }

  /**
   * Opens a generation of a warehouse folder.
   *
   * @throws DuckDB's error when its file is gone or no database
   */
  static async open(out: string, generation: string, options: ShopFactsOptions, pace: Pace): Promise<LiveShop> {
    const paths = warehousePaths(out);
    // As readers' folders: what a killed process leaves there goes with the next build.
    const folder = join(paths.temporary, `read-${process.pid}-${randomUUID().replaceAll(/\D/g, '').slice(0, 9)}`);
    const lane = await openLane({ file: paths.database(generation), tables: MARTS, tempDirectory: folder, pace });
    try {
      return new LiveShop(generation, lane, await ShopFacts.open(lane, options), folder);
    } catch (error) {
      lane.close();
      throw error;
    }
  }

  /** Gets ready what the first customers to be asked for would wait for: the shop's facts as of that day. */
  prepare(cut: string): Promise<void> {
    return this.facts.prepare(cut);
  }

  /** Somebody waits for what `prepare` gets ready. */
  hurry(): void {
    this.facts.hurry();
  }

  /** Puts customers in their places, as they are after their events. */
  async place(ids: readonly string[], events: readonly EventRow[]): Promise<void> {
    await this.read(ids, events);
    await this.tell();
  }

  /** The same, where `placed` is asked for next. */
  async read(ids: readonly string[], events: readonly EventRow[]): Promise<void> {
    await this.telling;
    await this.tables.fill(ids, events);
    this.telling = undefined;
  }

  /**
   * The customers who were placed last, as of a day, with these features (see `ReadOptions`). The shop's facts may learn of
   * them only once this is answered: nobody is kept waiting for that.
   */
  async placed(cut: string, features: readonly string[]): Promise<SomeCustomers> {
    if (!this.facts.mayBeOlder(cut)) await this.tell();
    const rows = await this.lane.part.rows(standingOfSomeSql, { cut });
    let shop = await this.facts.asOf(cut);
    let matrix = await this.features(cut, features);
    if (matrix.length < rows.length) {
      // Somebody lives in a city, or bought on a day, that the facts do not know of yet.
      await this.tell();
      shop = await this.facts.asOf(cut, true);
      matrix = await this.features(cut, features);
    }
    if (matrix.length !== rows.length) throw new Error(`Of ${rows.length} customers, ${matrix.length} have features.`);
    // Whoever comes next waits for it, and is told what went wrong.
    this.tell().catch(() => undefined);
    return { rows, matrix, shop };
  }

  async close(): Promise<void> {
    await this.telling?.catch(() => undefined);
    await this.facts.idle();
    this.lane.close();
    await rm(this.folder, { recursive: true, force: true });
  }

  private async tell(): Promise<void> {
    await (this.telling ??= this.facts.replace());
  }

  private features(cut: string, features: readonly string[]): Promise<FeatureMatrix> {
    return readFeaturesBy(FEATURES_OF_SOME_SQL, this.lane.part, cut, { features });
  }
}
