import fc from 'fast-check';
import { addDays } from '../../contract';
import { daysBetween, planSplits, SplitError, type SplitOptions } from '.';

const OLIST = { firstDay: '2017-01-05', lastDay: '2018-08-28' };

function failure(options: SplitOptions): SplitError {
  try {
    planSplits(options);
  } catch (error) {
    if (error instanceof SplitError) return error;
    throw error;
  }
  throw new Error('was planned');
}

test('Olist with a horizon of 180 days', () => {
  const plan = planSplits({ ...OLIST, horizonDays: 180 });
  expect(plan.test.evaluationCut).toBe('2018-03-01');
  expect(plan.test.trainingCuts).toHaveLength(8);
  expect(plan.test.trainingCuts[0]).toBe('2017-02-04');
  expect(plan.test.trainingCuts.at(-1)).toBe('2017-09-02');
  expect(plan.validation).toEqual([
    { evaluationCut: '2017-08-03', trainingCuts: ['2017-02-04'] },
    { evaluationCut: '2017-09-02', trainingCuts: ['2017-02-04', '2017-03-06'] },
  ]);
  expect(plan.refitCuts).toHaveLength(12);
  expect(plan.refitCuts.at(-1)).toBe('2018-03-01');
});

test('Olist with a horizon of 90 days, and a test cut of the caller', () => {
  expect(planSplits({ ...OLIST, horizonDays: 90 }).test.evaluationCut).toBe('2018-05-30');
  const plan = planSplits({ ...OLIST, horizonDays: 90, testCut: '2018-05-01' });
  expect(plan.test.evaluationCut).toBe('2018-05-01');
  expect(plan.test.trainingCuts.at(-1)).toBe('2018-01-31');
  expect(plan.validation).toHaveLength(3);
  expect(plan.refitCuts.at(-1)).toBe('2018-05-30');
});

const anyOptions = fc
  .record({
    start: fc.integer({ min: 0, max: 3000 }),
    days: fc.integer({ min: 0, max: 1500 }),
    horizonDays: fc.integer({ min: 1, max: 400 }),
    spacingDays: fc.integer({ min: 1, max: 120 }),
    historyDays: fc.integer({ min: 0, max: 120 }),
    validationCuts: fc.integer({ min: 1, max: 6 }),
    fewestValidationCuts: fc.integer({ min: 0, max: 1 }),
    trainingCuts: fc.integer({ min: 1, max: 20 }),
    earlier: fc.option(fc.integer({ min: 0, max: 200 }), { nil: undefined }),
    fewestCustomers: fc.integer({ min: 1, max: 400 }),
  })
  .map(({ start, days, earlier, ...rest }) => {
    const firstDay = addDays('2015-01-01', start);
    const lastDay = addDays(firstDay, days);
    return {
      ...rest,
      firstDay,
      lastDay,
      testCut: earlier === undefined ? undefined : addDays(lastDay, -rest.horizonDays - earlier),
      // One new customer a day.
      customersAt: (cut: string) => daysBetween(firstDay, cut),
    };
  });

test('no label window of training reaches past the cut that it is judged at', () => {
  fc.assert(
    fc.property(anyOptions, (options) => {
      const plan = (() => {
        try {
          return planSplits(options);
        } catch (error) {
          expect(error).toBeInstanceOf(SplitError);
          return undefined;
        }
      })();
      fc.pre(plan !== undefined);
      const windowEnd = (cut: string) => addDays(cut, options.horizonDays);
      for (const fold of [plan.test, ...plan.validation]) {
        expect(fold.trainingCuts.length).toBeGreaterThan(0);
        for (const cut of fold.trainingCuts) expect(windowEnd(cut) <= fold.evaluationCut).toBe(true);
      }
      for (const fold of plan.validation) expect(windowEnd(fold.evaluationCut) <= plan.test.evaluationCut).toBe(true);
      for (const cut of [plan.test.evaluationCut, ...plan.refitCuts])
        expect(windowEnd(cut) <= options.lastDay).toBe(true);
      for (const cuts of [
        plan.test.trainingCuts,
        plan.refitCuts,
        ...plan.validation.map((fold) => fold.trainingCuts),
      ]) {
        expect(cuts.length).toBeLessThanOrEqual(options.trainingCuts);
        expect([...new Set(cuts)].sort()).toEqual(cuts);
        for (const cut of cuts) {
          expect(daysBetween(options.firstDay, cut)).toBeGreaterThanOrEqual(options.historyDays);
          expect(options.customersAt(cut)).toBeGreaterThanOrEqual(options.fewestCustomers);
        }
      }
      expect(plan.validation.length).toBeGreaterThanOrEqual(options.fewestValidationCuts);
    }),
    { numRuns: 200 },
  );
});

test('too short a history says how many days are needed, and that many are enough', () => {
  const short = { firstDay: '2018-01-01', lastDay: '2018-12-31', horizonDays: 180 };
  const error = failure(short);
  expect(error.message).toMatch(/571 days of regular trade are needed, and there are 365\./);
  expect(error.requiredDays).toBe(570);
  expect(failure({ ...short, lastDay: short.firstDay }).message).toContain('are needed, and there is 1.');
  const enough = addDays(short.firstDay, 570);
  expect(planSplits({ ...short, lastDay: enough }).validation).toHaveLength(1);
  expect(failure({ ...short, lastDay: addDays(enough, -1) }).requiredDays).toBe(570);
  expect(failure({ ...short, fewestValidationCuts: 0 }).requiredDays).toBe(390);
  expect(planSplits({ ...short, lastDay: addDays(short.firstDay, 390), fewestValidationCuts: 0 }).validation).toEqual(
    [],
  );
});

test('a test cut whose horizon is not over', () => {
  expect(failure({ ...OLIST, horizonDays: 180, testCut: '2018-03-02' }).message).toMatch(
    /a test cut of Mar 1, 2018 or before/,
  );
});

test('too few customers', () => {
  const error = failure({ ...OLIST, horizonDays: 90, customersAt: () => 99, fewestCustomers: 100 });
  expect(error.message).toMatch(/cuts need 100/);
  expect(error.requiredDays).toBeUndefined();
});

test.each([
  [{ firstDay: '5.1.2017' }, /"5.1.2017" is no day/],
  [{ testCut: '2018-02-30' }, /"2018-02-30" is no day/],
  [{ lastDay: '2016-01-01' }, /lies before the first/],
  [{ horizonDays: 0 }, /horizonDays is 0/],
  [{ spacingDays: 1.5 }, /spacingDays is 1.5/],
  [{ historyDays: -1 }, /historyDays is -1/],
  [{ trainingCuts: NaN }, /trainingCuts is NaN/],
  [{ validationCuts: 1, fewestValidationCuts: 2 }, /choose one/],
])('options %j make no sense', (wrong, message) => {
  expect(failure({ ...OLIST, horizonDays: 90, ...wrong }).message).toMatch(message);
});
