import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateSample } from './index';
import { groupBy, readSample, type Row, type Tables } from './testing/readSample';

const mean = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;

/** Probability that a random member of `high` has a larger value than one of `low` (the area under the ROC curve). */
function separation(high: readonly number[], low: readonly number[]): number {
  const sorted = [...low].sort((a, b) => a - b);
  const below = (x: number, strictly: boolean): number => {
    let from = 0;
    let to = sorted.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      const value = sorted[middle] ?? Infinity;
      if (value < x || (!strictly && value === x)) from = middle + 1;
      else to = middle;
    }
    return from;
  };
  return mean(high.map((x) => (below(x, true) + below(x, false)) / 2)) / low.length;
}

describe('the planted truth', () => {
  let folder = '';
  let tables: Tables;
  /** Purchase days of each person, ascending. */
  const days = new Map<string, string[]>();

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sample-truth-'));
    await generateSample({ out: join(folder, 'sample'), customers: 8000, seed: 5, repeatRate: 0.25 });
    tables = await readSample(join(folder, 'sample'));
    const person = new Map(tables.customers.map((row) => [row.customer_id, row.customer_unique_id ?? '']));
    for (const row of tables.orders) {
      const id = person.get(row.customer_id) ?? '';
      days.set(id, [...(days.get(id) ?? []), (row.order_purchase_timestamp ?? '').slice(0, 10)]);
    }
  }, 60_000);
  afterAll(() => rm(folder, { recursive: true }));

  const daysOf = (row: Row): string[] => days.get(row.customer_unique_id ?? '') ?? [];

  it('has a row for every person, with their orders and first day', () => {
    expect(tables.truth).toHaveLength(8000);
    expect(groupBy(tables.truth, 'customer_unique_id').size).toBe(8000);
    for (const row of tables.truth) {
      expect(daysOf(row)).toHaveLength(Number(row.orders));
      expect(daysOf(row)[0]).toBe(row.first_order_date);
    }
  });

  it('nobody orders after they dropped out', () => {
    for (const row of tables.truth) {
      if (row.dropout_date !== '') expect((daysOf(row).at(-1) ?? '') <= (row.dropout_date ?? '')).toBe(true);
    }
  });

  it('the state at the end of regular trade follows from the dropout date', () => {
    for (const row of tables.truth.filter(({ first_order_date }) => (first_order_date ?? '') <= '2018-08-28')) {
      expect(row.alive_at_end).toBe(String(row.dropout_date === '' || (row.dropout_date ?? '') > '2018-08-28'));
      expect(Number(row.p_next_180) > 0).toBe(row.alive_at_end === 'true');
    }
  });

  it('persons who order first after regular trade are no customers yet at its end', () => {
    const later = tables.truth.filter(({ first_order_date }) => (first_order_date ?? '') > '2018-08-28');
    expect(later.length).toBeGreaterThan(3);
    for (const row of later) expect([row.alive_at_end, row.p_next_180]).toEqual(['false', '0.000000']);
  });

  it('a share close to the one asked for orders again', () => {
    expect(Math.abs(mean(tables.truth.map((row) => (Number(row.orders) > 1 ? 1 : 0))) - 0.25)).toBeLessThan(0.04);
  });

  it('whoever is alive with a high rate on a past day is whoever orders in the 180 days after it', () => {
    const cut = '2018-02-24';
    const end = '2018-08-23';
    const known = tables.truth.filter(({ first_order_date }) => (first_order_date ?? '') <= cut);
    const chance = (row: Row): number =>
      row.dropout_date === '' || (row.dropout_date ?? '') > cut
        ? 1 - Math.exp(-180 * Number(row.purchase_rate_per_day))
        : 0;
    const returns = (row: Row): boolean => daysOf(row).some((day) => day > cut && day <= end);
    const came = known.filter(returns).map(chance);
    const stayedAway = known.filter((row) => !returns(row)).map(chance);
    expect(came.length).toBeGreaterThan(200);
    expect(separation(came, stayedAway)).toBeGreaterThan(0.9);
    expect(mean(came)).toBeGreaterThan(0.3);
  });

  it('delay, low scores and small orders drive people away, as far as the files show it', () => {
    const scores = new Map(tables.reviews.map((row) => [row.order_id, Number(row.review_score)]));
    const paid = new Map(
      [...groupBy(tables.payments, 'order_id')].map(([id, rows]) => [
        id,
        rows.reduce((sum, row) => sum + Number(row.payment_value), 0),
      ]),
    );
    const person = new Map(tables.customers.map((row) => [row.customer_id, row.customer_unique_id ?? '']));
    const truth = new Map(tables.truth.map((row) => [row.customer_unique_id, row]));
    const firsts = tables.orders.filter((row) => {
      const fate = truth.get(person.get(row.customer_id));
      return (
        row.order_status === 'delivered' &&
        (row.order_purchase_timestamp ?? '').startsWith(fate?.first_order_date ?? '-')
      );
    });
    const stays = (row: Row): number => (truth.get(person.get(row.customer_id))?.dropout_date === '' ? 1 : 0);
    const share = (wanted: (row: Row) => boolean): number => mean(firsts.filter(wanted).map(stays));
    const late = (row: Row): boolean =>
      (row.order_delivered_customer_date ?? '').slice(0, 10) > (row.order_estimated_delivery_date ?? '').slice(0, 10);
    expect(share(late)).toBeLessThan(0.6 * share((row) => !late(row)));
    expect(share((row) => scores.get(row.order_id) === 1)).toBeLessThan(
      0.5 * share((row) => scores.get(row.order_id) === 5),
    );
    expect(share((row) => (paid.get(row.order_id ?? '') ?? 0) < 60)).toBeLessThan(
      share((row) => (paid.get(row.order_id ?? '') ?? 0) > 200),
    );
  });
});
