import { seededRandom } from '../evaluation';
import {
  BgNbdError,
  checkHistories,
  decodeBgNbd,
  expectedPurchases,
  expectedPurchasesOfAll,
  fitBgNbd,
  groupHistories,
  logLikelihood,
  probabilitiesAlive,
  probabilitiesOfReturn,
  probabilityAlive,
  probabilityOfReturn,
  type BgNbdParameters,
} from '.';
import { hypergeometric } from './hypergeometric';
import { logGamma } from './log-gamma';
import { simulateShop } from './testing/simulate';

/** The estimates that Fader, Hardie and Lee (2005) give for the CDNOW data, in weeks. */
const CDNOW: BgNbdParameters = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };

const histories = (...rows: [number, number, number][]) => ({
  repeats: Float64Array.from(rows, (row) => row[0]),
  lastRepeat: Float64Array.from(rows, (row) => row[1]),
  observed: Float64Array.from(rows, (row) => row[2]),
});

describe('special functions agree with scipy 1.17', () => {
  test.each([
    [0.5, 1.5, 2.5, 0.3, 1.1080625510569324],
    [-0.3, -0.207, 3.219, 0.9, 1.0186510951889636],
    [2.976, -0.207, 3.219, 0.8977, 0.6762957800714265],
    [0.2, -0.9, 0.4, 0.999, 0.512877103122432],
    [-1.7, 0.4, -0.35, 0.6, 1.574499229843791],
    [0.1, 0.2, 200.5, 0.5, 1.0000499573058732],
    [5, 0, 3, 0.7, 1],
    [1, 1, 2, 0.5, 2 * Math.LN2],
    [2, 3, 1.5, 0, 1],
  ])('2F1(%d, %d; %d; %d)', (a, b, c, z, expected) => {
    expect(hypergeometric(a, b, c, z) / expected).toBeCloseTo(1, 10);
  });

  test.each([
    [1e-8, 18.42068073818021],
    [0.1, 2.252712651734206],
    [1, 0],
    [3.2, 0.8854048271549091],
    [250, 1128.5237708729908],
  ])('log gamma of %d', (x, expected) => {
    expect(logGamma(x)).toBeCloseTo(expected, 9);
  });
});

describe('likelihood', () => {
  test.each([
    [2, 30.43, 38.86, -9.45860630706627],
    [0, 0, 38.86, -0.5547132764381585],
    [200, 30, 31, 141.2321636147691],
    [0, 0, 0, 0],
  ])('of a customer with x %d, t_x %d, T %d, computed in numpy', (x, last, observed, expected) => {
    expect(logLikelihood(CDNOW, groupHistories(histories([x, last, observed])))).toBeCloseTo(expected, 9);
  });

  test('grouping changes nothing', () => {
    const one = histories([0, 0, 5], [2, 3, 5], [0, 0, 5], [0, 0, 4], [2, 3, 5]);
    const groups = groupHistories(one);
    expect([...groups.customers]).toEqual([1, 2, 2]);
    expect(logLikelihood(CDNOW, groups)).toBeCloseTo(
      logLikelihood(CDNOW, { ...one, customers: new Float64Array(5).fill(1) }),
      10,
    );
  });
});

describe('expectations', () => {
  test('the example of Fader, Hardie and Lee: 1.226 purchases in the next 39 weeks', () => {
    const customer = { repeats: 2, lastRepeat: 30.43, observed: 38.86 };
    expect(expectedPurchases(CDNOW, customer, 39)).toBeCloseTo(1.226028174767135, 9);
    expect(probabilityAlive(CDNOW, customer)).toBeCloseTo(0.726578570080673, 9);
  });

  test('agree with scipy for other histories', () => {
    const at = (repeats: number, lastRepeat: number, observed: number) =>
      expectedPurchases(CDNOW, { repeats, lastRepeat, observed }, 39);
    expect(at(0, 0, 38.86)).toBeCloseTo(0.19509805201125396, 9);
    expect(at(20, 38, 38.86)).toBeCloseTo(13.42564832877834, 8);
    expect(at(26, 30, 31)).toBeCloseTo(20.17817839620544, 8);
  });

  test('stay finite and in order for 200 occasions, an empty history and no horizon', () => {
    const busy = { repeats: 200, lastRepeat: 399, observed: 400 };
    const gone = { repeats: 200, lastRepeat: 100, observed: 400 };
    const fresh = { repeats: 0, lastRepeat: 0, observed: 0 };
    expect(expectedPurchases(CDNOW, busy, 180)).toBeGreaterThan(50);
    expect(expectedPurchases(CDNOW, gone, 180)).toBeLessThan(1e-9);
    expect(probabilityOfReturn(CDNOW, busy, 180)).toBeGreaterThan(0.9);
    expect(probabilityAlive(CDNOW, fresh)).toBe(1);
    expect(expectedPurchases(CDNOW, fresh, 0)).toBeCloseTo(0, 12);
    expect(probabilityOfReturn(CDNOW, fresh, 0)).toBe(0);
    expect(expectedPurchases(CDNOW, fresh, 1e5)).toBeGreaterThan(expectedPurchases(CDNOW, fresh, 1e4));
    expect(expectedPurchases(CDNOW, fresh, 1e5)).toBeLessThan(100);
  });

  test('pass smoothly over a = 1 and over a + b = 1', () => {
    const customer = { repeats: 0, lastRepeat: 0, observed: 10 };
    const at = (a: number, b: number) => expectedPurchases({ ...CDNOW, a, b }, customer, 39);
    expect(at(1, 2)).toBeCloseTo((at(0.999, 2) + at(1.001, 2)) / 2, 6);
    expect(at(0.4, 0.6)).toBeCloseTo((at(0.4, 0.599) + at(0.4, 0.601)) / 2, 5);
    expect(at(1, 2)).toBeGreaterThan(0);
  });

  test('of many are those of each', () => {
    const all = histories([0, 0, 5], [2, 3, 5]);
    const second = { repeats: 2, lastRepeat: 3, observed: 5 };
    expect(expectedPurchasesOfAll(CDNOW, all, 9)[1]).toBe(expectedPurchases(CDNOW, second, 9));
    expect(probabilitiesOfReturn(CDNOW, all, 9)[1]).toBe(probabilityOfReturn(CDNOW, second, 9));
    expect(probabilitiesAlive(CDNOW, all)[1]).toBe(probabilityAlive(CDNOW, second));
    expect(() => expectedPurchasesOfAll(CDNOW, all, -1)).toThrow(/-1 days/);
  });

  test('hold in a simulated shop: purchases and returns of groups alike', () => {
    const { histories: known, later } = simulateShop(CDNOW, 15_000, { days: 39, horizon: 39, seed: 2 });
    const purchases = expectedPurchasesOfAll(CDNOW, known, 39);
    const returns = probabilitiesOfReturn(CDNOW, known, 39);
    for (const [from, to] of [
      [0, 0],
      [1, 1],
      [2, 4],
      [5, 1000],
    ] as const) {
      const members = [...known.repeats.keys()].filter((i) => known.repeats[i]! >= from && known.repeats[i]! <= to);
      const mean = (of: (i: number) => number) => members.reduce((sum, i) => sum + of(i), 0) / members.length;
      expect(members.length).toBeGreaterThan(500);
      expect(mean((i) => purchases[i]!) / mean((i) => later[i]!)).toBeGreaterThan(0.85);
      expect(mean((i) => purchases[i]!) / mean((i) => later[i]!)).toBeLessThan(1.15);
      expect(Math.abs(mean((i) => returns[i]!) - mean((i) => Number(later[i]! > 0)))).toBeLessThan(0.03);
    }
  });
});

describe('fit', () => {
  test('recovers the parameters of 20,000 simulated customers', () => {
    const { histories: known } = simulateShop(CDNOW, 20_000, { days: 78, horizon: 0, seed: 4 });
    const { parameters, converged, customers, ...fit } = fitBgNbd(known);
    expect(converged).toBe(true);
    expect(customers).toBe(20_000);
    expect(Math.abs(Math.log(parameters.r / CDNOW.r))).toBeLessThan(0.1);
    expect(Math.abs(Math.log(parameters.alpha / CDNOW.alpha))).toBeLessThan(0.15);
    expect(Math.abs(Math.log(parameters.a / CDNOW.a))).toBeLessThan(0.25);
    expect(Math.abs(Math.log(parameters.b / CDNOW.b))).toBeLessThan(0.3);
    expect(fit.logLikelihood).toBeGreaterThanOrEqual(logLikelihood(CDNOW, groupHistories(known)));
  });

  test('is a maximum, and the same in another unit of time', () => {
    const { histories: known } = simulateShop(CDNOW, 1_000, { days: 39, horizon: 0, seed: 6 });
    const { parameters, logLikelihood: best } = fitBgNbd(known);
    const groups = groupHistories(known);
    for (const name of ['r', 'alpha', 'a', 'b'] as const)
      for (const factor of [0.98, 1.02])
        expect(logLikelihood({ ...parameters, [name]: parameters[name] * factor }, groups)).toBeLessThan(best);
    const inDays = fitBgNbd({
      repeats: known.repeats,
      lastRepeat: known.lastRepeat.map((weeks) => weeks * 7),
      observed: known.observed.map((weeks) => weeks * 7),
    });
    expect(inDays.parameters.alpha / 7 / parameters.alpha).toBeCloseTo(1, 3);
    expect(inDays.parameters.a / parameters.a).toBeCloseTo(1, 3);
  });

  test('too few who came back', () => {
    const single = histories(...Array.from({ length: 500 }, (_, i): [number, number, number] => [0, 0, i]));
    expect(() => fitBgNbd(single)).toThrow(/Only 0 of 500 customers came back, BG\/NBD needs 10/);
    expect(() => fitBgNbd(histories())).toThrow(BgNbdError);
  });

  test('customers who are all alike still give finite parameters', () => {
    const random = seededRandom(3);
    const rows = Array.from({ length: 300 }, (): [number, number, number] => [4, 80 + 10 * random(), 100]);
    const { parameters } = fitBgNbd(histories(...rows));
    expect(Object.values(parameters).every(Number.isFinite)).toBe(true);
  });
});

describe('impossible histories are refused', () => {
  test.each([
    [[1, 0, 10], /merge the orders of a day/],
    [[0, 3, 10], /without any/],
    [[1, 11, 10], /day 11 of 10/],
    [[1, NaN, 10], /day NaN/],
    [[1.5, 3, 10], /1.5 repeat/],
    [[-1, 3, 10], /-1 repeat/],
    [[0, 0, -1], /day 0 of -1/],
  ] as [[number, number, number], RegExp][])('%j', (row, message) => {
    expect(() => checkHistories(histories([0, 0, 1], row))).toThrow(message);
    expect(() => checkHistories(histories([0, 0, 1], row))).toThrow(/customer 1/);
  });

  test('columns of different lengths', () => {
    expect(() => checkHistories({ ...histories([0, 0, 1]), observed: new Float64Array(2) })).toThrow(BgNbdError);
  });
});

test('parameters from JSON', () => {
  expect(decodeBgNbd(JSON.parse(JSON.stringify(CDNOW)))).toEqual(CDNOW);
  for (const wrong of [null, 'x', {}, { ...CDNOW, a: 0 }, { ...CDNOW, b: '1' }])
    expect(() => decodeBgNbd(wrong)).toThrow(/Train the model again/);
});
