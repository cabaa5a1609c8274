import type { GenerationSummary } from '../../contract';
import type { EventStore } from '../../events/store/store';
import { LiveShop } from './live-shop';
import { Pace } from './pace';
import changedSql from './sql/changed.sql';
import latestSql from './sql/latest.sql';
import { eventsOf } from './unfolded';

/** A generation in which the customers of later events have been put in their places. */
export interface OpenedGeneration {
  shop: LiveShop;
  foldedUpTo: number;
  /** The last event whose customer is in place. */
  seq: number;
  /** The day that customers are judged as of, with the events so far. */
  latestDay: string;
}

export interface OpeningOptions {
  /** The warehouse's folder. */
  out: string;
  store: EventStore;
  /** The last event that a generation holds already; 0 when it holds none. */
  foldedUpTo(generation: GenerationSummary): Promise<number>;
  /** See `ShopFactsOptions`; absent: facts take up to a tenth of the time. */
  restFactor?: number;
}

/** Reading the shop's facts anew may take a tenth of the time. */
const REST_FACTOR = 9;
/** Customers put in their places at once. */
const CHUNK = 2_500;
/** Somebody waits for what is got ready. */
const AT_ONCE = new Pace(0);

/** Opens a generation with all events up to `seq`. @throws DuckDB's error when its file is gone or no database */
export async function openGeneration(
  options: OpeningOptions,
  generation: GenerationSummary,
  seq: number,
  pace = AT_ONCE,
): Promise<OpenedGeneration> {
  const { out, store, restFactor = REST_FACTOR } = options;
  const foldedUpTo = await options.foldedUpTo(generation);
  const shop = await LiveShop.open(out, generation.id, { restFactor }, pace);
  const opened = { shop, foldedUpTo, seq: foldedUpTo, latestDay: generation.regularLastDay };
  try {
    await catchUp(opened, store, seq, pace);
    return opened;
  } catch (error) {
    await shop.close();
    throw error;
  }
}

/** Puts the customers of the events since, up to `seq`, in their places. */
export async function catchUp(opened: OpenedGeneration, store: EventStore, seq: number, pace = AT_ONCE): Promise<void> {
  if (seq <= opened.seq) return;
  const span = { from: opened.seq, to: seq };
  const changed = await store.rows(changedSql, span);
  const ids = changed.map((row) => String(row.customer_id));
  for (let from = 0; from < ids.length; from += CHUNK) {
    const some = ids.slice(from, from + CHUNK);
    await pace.piece(async () => {
      await opened.shop.place(some, await eventsOf(store, some, { from: opened.foldedUpTo, to: seq }));
    });
  }
  const [latest] = await store.rows(latestSql, span);
  const day = String(latest?.day ?? '');
  if (day > opened.latestDay) opened.latestDay = day;
  opened.seq = seq;
}
