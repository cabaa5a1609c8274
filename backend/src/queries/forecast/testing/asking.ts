import { dayOf, type Frame } from '../../../contract';
import { encodeArrow } from '../../../frames';
import type { Answer } from '../../question';
import { rowsOf, sampleShop, type AskOptions, type Shop } from '../../testing/shop';
import { fakeForecaster, type FakeForecaster } from './fake-forecaster';

/** Purchases among the orders of the CSV files. */
export const PURCHASE = "order_status NOT IN ('canceled', 'unavailable')";

/** Asks the sample shop about its future; what a frame cannot be encoded from fails. */
export interface Asking {
  forecaster: FakeForecaster;
  shop(): Shop;
  ask(model: object, options?: AskOptions): Promise<Answer>;
  frameOf(model: object, options?: AskOptions): Promise<Frame>;
  rows(model: object, options?: AskOptions): Promise<Record<string, unknown>[]>;
  /** The request that the forecaster got last. */
  lastRequest(): FakeForecaster['requests'][number];
  /** What was paid for purchases from one day to another, by the files. */
  paidBetween(from: string, to: string): Promise<number>;
}

/** A sample shop for all tests of a file, with a forecaster that is plainly a mean. */
export function askSampleShop(): Asking {
  const forecaster = fakeForecaster();
  let shop: Shop;
  beforeAll(async () => {
    shop = await sampleShop();
  }, 60_000);
  afterAll(() => shop.close());
  const ask: Asking['ask'] = (model, options = {}) => shop.ask(model, { forecaster, ...options });
  const frameOf: Asking['frameOf'] = async (model, options) => {
    const { status, error, frames } = await ask(model, options);
    expect({ status, error }).toEqual({ status: 200, error: undefined });
    for (const frame of frames) expect(() => encodeArrow(frame)).not.toThrow();
    return frames[0]!;
  };
  return {
    forecaster,
    shop: () => shop,
    ask,
    frameOf,
    rows: async (model, options) => rowsOf(await frameOf(model, options)),
    lastRequest: () => forecaster.requests[forecaster.requests.length - 1]!,
    paidBetween: async (from, to) => {
      const [truth] = await shop.csv(`
        SELECT sum(payment_value::DECIMAL(18, 2))::DOUBLE AS paid FROM orders JOIN order_payments USING (order_id)
        WHERE ${PURCHASE} AND order_purchase_timestamp::DATE BETWEEN '${from}' AND '${to}'`);
      return Number(truth?.paid);
    },
  };
}

export const noticesOf = ({ meta }: Frame): string => (meta?.notices ?? []).map(({ text }) => text).join('\n');

/** The day of a cell of time, which holds nanoseconds. */
export const dayAt = (cell: unknown): string => dayOf(Number(cell) / 1e6);

export const days = (frame: Frame): string[] => rowsOf(frame).map(({ time }) => dayAt(time));
