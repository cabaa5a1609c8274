import { seededRandom } from '../evaluation/random';
import { fitValueModel } from './fit-value-model';
import { fitGammaGamma, type SpendHistory } from './gamma-gamma';
import { fitShrunkMean } from './shrunk-mean';
import { readValueModel, ValueModelError, type ValueModel } from './value-model';
import { expectedRevenue, revenueAtRisk, valueIfReturning, valuesIfReturning } from './values';

/** Customers drawn from the gamma-gamma model itself: a gamma of whole shape is a sum of exponentials. */
function drawn(customers: number, { p, q, gamma }: { p: number; q: number; gamma: number }): SpendHistory {
  const random = seededRandom(5);
  const gammaOf = (shape: number): number =>
    Array.from({ length: shape }, () => -Math.log(1 - random())).reduce((sum, one) => sum + one, 0);
  const frequency = Float64Array.from({ length: customers }, (_, i) => 1 + (i % 4));
  const monetary = frequency.map((orders) => gammaOf(p * orders) / (gammaOf(q) / gamma));
  return { frequency, monetary };
}

const history = (frequency: number[], monetary: number[]): SpendHistory => ({
  frequency: Float64Array.from(frequency),
  monetary: Float64Array.from(monetary),
});
const days = (...purchaseDays: number[]) => ({ purchaseDays: Float64Array.from(purchaseDays) });

const MODEL: ValueModel = {
  version: 1,
  method: 'gamma-gamma',
  meanOrderValue: 150,
  weightOfMean: 1,
  ordersPerReturn: 1.1,
  repeatCustomers: 80,
};

describe('fitting', () => {
  it('recovers the gamma-gamma model that the customers were drawn from', () => {
    const truth = { p: 4, q: 5, gamma: 120 };
    const found = fitGammaGamma(drawn(8_000, truth))!;
    expect(found.p).toBeCloseTo(truth.p, 0);
    expect((found.q - 1) / found.p).toBeCloseTo(1, 0);
    expect((found.p * found.gamma) / (found.q - 1) / 120).toBeCloseTo(1, 1);
  });

  it('reports the mean and its weight of that model', () => {
    const model = fitValueModel(drawn(8_000, { p: 4, q: 5, gamma: 120 }), days(1, 1, 2, 1));
    expect(model).toMatchObject({ method: 'gamma-gamma', ordersPerReturn: 1.25, repeatCustomers: 6_000 });
    expect(model.meanOrderValue / 120).toBeCloseTo(1, 1);
    expect(Math.abs(model.weightOfMean - 1)).toBeLessThan(0.2);
  });

  it('does not depend on the currency', () => {
    const one = drawn(2_000, { p: 4, q: 5, gamma: 120 });
    const cents = { ...one, monetary: one.monetary.map((paid) => paid * 100) };
    const [model, inCents] = [fitValueModel(one, days()), fitValueModel(cents, days())];
    expect(inCents.meanOrderValue / model.meanOrderValue).toBeCloseTo(100, 4);
    expect(inCents.weightOfMean).toBeCloseTo(model.weightOfMean, 4);
  });

  it('takes a shrunk mean when repeat customers are too few', () => {
    const model = fitValueModel(history([1, 1, 2], [100, 200, 300]), days(1));
    expect(model).toMatchObject({ method: 'shrunk-mean', meanOrderValue: 150, weightOfMean: 2, ordersPerReturn: 1 });
  });

  it('takes a shrunk mean when there is no spread to fit', () => {
    const same = history(
      Array.from({ length: 400 }, (_, i) => 1 + (i % 2)),
      Array.from({ length: 400 }, (_, i) => 50 * (1 + (i % 2))),
    );
    expect(fitValueModel(same, days(1))).toMatchObject({ method: 'shrunk-mean', meanOrderValue: 50 });
  });

  it('weighs the mean by the spread within against that between customers', () => {
    const random = seededRandom(3);
    const customers = Array.from({ length: 20_000 }, (_, i) => {
      const own = 100 + 40 * (random() - 0.5);
      const orders = 1 + (i % 2) * 3;
      const paid = Array.from({ length: orders }, () => own + 80 * (random() - 0.5)).reduce((a, b) => a + b, 0);
      return { orders, paid };
    });
    const fit = fitShrunkMean(
      history(
        customers.map((one) => one.orders),
        customers.map((one) => one.paid),
      ),
    );
    expect(fit.meanOrderValue).toBeCloseTo(100, 0);
    // The variances are 80² / 12 and 40² / 12.
    expect(Math.abs(fit.weightOfMean - 4)).toBeLessThan(1);
  });

  it('leans on the mean wholly when customers do not differ', () => {
    const random = seededRandom(4);
    const orders = Array.from({ length: 400 }, (_, i) => 1 + (i % 2) * 9);
    const paid = orders.map((n) => n * 100 + (n === 1 ? 60 : 0) * (random() - 0.5));
    expect(fitShrunkMean(history(orders, paid)).weightOfMean).toBe(20);
  });

  it('leaves out customers whose past is impossible, and stands a shop without any', () => {
    const odd = history([1, Number.NaN, 0, 1, 1], [100, 50, 70, Number.NaN, Infinity]);
    expect(fitValueModel(odd, days(Number.NaN, 0, 3)).meanOrderValue).toBe(100);
    expect(fitValueModel(odd, days(Number.NaN, 0, 3)).ordersPerReturn).toBe(3);
    expect(fitValueModel(history([], []), days())).toMatchObject({ meanOrderValue: 0, ordersPerReturn: 1 });
  });

  it('gives a model that can be read again, however absurd the money', () => {
    const model = fitValueModel(history([1, 2], [5e12, 8e12]), days());
    expect(readValueModel(JSON.parse(JSON.stringify(model)))).toEqual({ ...model, meanOrderValue: 1e9 });
  });

  it('refuses columns of different lengths', () => {
    expect(() => fitValueModel(history([1], []), days())).toThrow('1 frequencies for 0 sums');
  });
});

describe('values', () => {
  it('lie between the own mean and that of all, nearer to the own with every order', () => {
    const values = [1, 3, 9].map((orders) => valueIfReturning(MODEL, orders, 400 * orders));
    expect(values[0]).toBeCloseTo(((150 + 400) / 2) * 1.1, 9);
    expect(values[1]).toBeCloseTo(((150 + 3 * 400) / 4) * 1.1, 9);
    expect(values[2]).toBeGreaterThan(values[1]!);
    expect(values[2]).toBeLessThan(440);
  });

  it('read a matrix by its columns of frequency and monetary', () => {
    const matrix = {
      names: ['recency_days', 'monetary', 'frequency'],
      columns: [Float64Array.of(5, 9), Float64Array.of(100, 600), Float64Array.of(1, 2)],
      length: 2,
    };
    expect([...valuesIfReturning(MODEL, matrix)]).toEqual([
      valueIfReturning(MODEL, 1, 100),
      valueIfReturning(MODEL, 2, 600),
    ]);
    expect(() => valuesIfReturning(MODEL, { ...matrix, names: ['recency_days', 'monetary', 'orders'] })).toThrow(
      'lack "frequency"',
    );
  });

  it.each([
    [Number.NaN, 100],
    [1, Number.NaN],
    [0, 100],
    [-3, 100],
    [1, -5],
    [1, Infinity],
    [Infinity, 100],
    [Infinity, Infinity],
    [1e300, 1e300],
    [1, 1e308],
    [1, 0],
  ])('stay finite and at least 0 for %p days and %p paid', (frequency, monetary) => {
    for (const model of [MODEL, { ...MODEL, meanOrderValue: 0, weightOfMean: 0 }]) {
      const value = valueIfReturning(model, frequency, monetary);
      expect(Number.isFinite(value)).toBe(true);
      expect(value).toBeGreaterThanOrEqual(0);
    }
  });

  it('of an unknown past are those of the average customer', () => {
    expect(valueIfReturning(MODEL, Number.NaN, Number.NaN)).toBeCloseTo(165, 9);
  });

  it('split into what is expected and what is at risk', () => {
    expect(expectedRevenue(0.9, 200)).toBeCloseTo(20, 9);
    expect(revenueAtRisk(0.9, 200)).toBeCloseTo(180, 9);
  });
});

describe('reading a saved model', () => {
  it('returns what was written', () => {
    expect(readValueModel(JSON.parse(JSON.stringify(MODEL)))).toEqual(MODEL);
  });

  it.each([
    [null, 'not an object'],
    ['{}', 'not an object'],
    [{ ...MODEL, version: 2 }, 'version 2'],
    [{ ...MODEL, version: undefined }, 'version'],
    [{ ...MODEL, method: 'guess' }, '"method" must be gamma-gamma or shrunk-mean'],
    [{ ...MODEL, meanOrderValue: -1 }, '"meanOrderValue" must be a number from 0'],
    [{ ...MODEL, weightOfMean: null }, '"weightOfMean"'],
    [{ ...MODEL, ordersPerReturn: 0 }, '"ordersPerReturn" must be a number from 1'],
    [{ ...MODEL, repeatCustomers: '80' }, '"repeatCustomers"'],
    [{ ...MODEL, ordersPerReturn: Number.NaN }, '"ordersPerReturn"'],
  ])('refuses %j', (json, message) => {
    expect(() => readValueModel(json)).toThrow(ValueModelError);
    expect(() => readValueModel(json)).toThrow(message);
  });
});
