import { checkGates, hardFailures, type GateFacts } from './gates';

const GOOD: GateFacts = {
  customers: 5_000,
  historyDays: 600,
  horizonDays: 180,
  training: { returned: 400, stayedAway: 4_600 },
  repeatCustomers: 300,
  daysBehind: 2,
  test: { modelAuc: 0.7, recencyAuc: 0.6, standardError: 0.01 },
};

const failures = (change: Partial<GateFacts>) => checkGates({ ...GOOD, ...change }).filter(({ passed }) => !passed);
const failure = (change: Partial<GateFacts>) => {
  const found = failures(change);
  expect(found).toHaveLength(1);
  return found[0]!;
};

it('lets a healthy shop pass everything, hard gates first', () => {
  const results = checkGates(GOOD);
  expect(results.map(({ gate, hard }) => `${gate} ${hard ? 'hard' : 'soft'}`)).toEqual([
    'customers hard',
    'history hard',
    'returners hard',
    'returners soft',
    'history soft',
    'repeat_customers soft',
    'recency_of_data soft',
    'better_than_recency soft',
  ]);
  expect(results.every(({ passed }) => passed)).toBe(true);
  expect(results.every(({ message }) => message.endsWith('.'))).toBe(true);
  expect(hardFailures(results)).toEqual([]);
});

it.each([
  ['customers', 300],
  ['repeatCustomers', 100],
] as const)('takes %s at the threshold itself, and not one less', (fact, threshold) => {
  expect(failures({ [fact]: threshold })).toEqual([]);
  expect(failures({ [fact]: threshold - 1 })).toHaveLength(1);
});

it('refuses a score for too few customers', () => {
  const found = failure({ customers: 120 });
  expect(found).toMatchObject({ gate: 'customers', hard: true, required: 300, actual: 120 });
  expect(found.message).toContain('120 customers, fewer than the 300');
  expect(found.message).toContain('180 more customers');
  expect(failure({ customers: 299 }).message).toContain('wait for 1 more customer.');
  expect(failure({ customers: 0 }).message).toContain('There are no customers');
});

it('says how many days of orders are missing, and which horizon would do', () => {
  const [hard, soft] = failures({ historyDays: 128, horizonDays: 270 });
  expect(hard).toMatchObject({ gate: 'history', hard: true, required: 540, actual: 128 });
  expect(hard!.message).toContain('needs 412 more days of orders');
  expect(hard!.message).toContain('horizon to 64 days or less');
  expect(soft).toMatchObject({ gate: 'history', hard: false, required: 810 });
  expect(failure({ historyDays: 539 })).toMatchObject({
    hard: false,
    message: expect.stringContaining('1 more day of'),
  });
  expect(failures({ historyDays: 540 })).toEqual([]);
  expect(failures({ historyDays: 1 })[0]!.message).not.toContain('set the horizon');
});

it('refuses a score when almost nobody came back', () => {
  const [hard, soft] = failures({ training: { returned: 12, stayedAway: 5_000 } });
  expect(hard).toMatchObject({ gate: 'returners', hard: true, required: 30, actual: 12 });
  expect(hard!.message).toContain('needs 18 more');
  expect(soft).toMatchObject({ gate: 'returners', hard: false, required: 100 });
  expect(failures({ training: { returned: 0, stayedAway: 0 } })[0]!.message).toMatch(/^No training customers came/);
});

it('refuses a score when almost nobody stayed away', () => {
  const found = failure({ training: { returned: 5_000, stayedAway: 1 } });
  expect(found).toMatchObject({ gate: 'returners', hard: true, required: 30, actual: 1 });
  expect(found.message).toContain('Only 1 training customer stayed away for 180 days');
  expect(found.message).toContain('shorter horizon');
});

it('warns between 30 and 100 returners', () => {
  expect(failure({ training: { returned: 99, stayedAway: 5_000 } })).toMatchObject({ hard: false, actual: 99 });
  expect(failure({ training: { returned: 30, stayedAway: 5_000 } })).toMatchObject({ hard: false });
});

it('warns when the data ends long before the scores', () => {
  expect(failures({ daysBehind: 31 })).toEqual([]);
  expect(failures({ daysBehind: -400 })).toEqual([]);
  expect(failure({ daysBehind: 1_200 })).toMatchObject({
    gate: 'recency_of_data',
    hard: false,
    message: expect.stringContaining('The orders end 1,200 days before'),
  });
});

it('warns when recency alone does about as well', () => {
  const test = { modelAuc: 0.615, recencyAuc: 0.6, standardError: 0.01 };
  const found = failure({ test });
  expect(found).toMatchObject({ gate: 'better_than_recency', hard: false, actual: 0.615 });
  expect(found.required).toBeCloseTo(0.6164, 6);
  expect(found.message).toContain('0.615 against 0.600');
  expect(failures({ test: { ...test, modelAuc: 0.62 } })).toEqual([]);
});

it('leaves out what only training knows', () => {
  const { training: _t, test: _s, ...before } = GOOD;
  expect(checkGates(before).map(({ gate }) => gate)).not.toContain('returners');
  expect(hardFailures(checkGates({ ...before, historyDays: 10 }))).toHaveLength(1);
});

it('takes unknown facts for failures and never shows them as NaN', () => {
  const unknown = Number.NaN;
  const results = checkGates({
    customers: unknown,
    historyDays: unknown,
    horizonDays: 180,
    training: { returned: unknown, stayedAway: unknown },
    repeatCustomers: unknown,
    daysBehind: unknown,
    test: { modelAuc: unknown, recencyAuc: 0.6, standardError: 0.01 },
  });
  expect(results.filter(({ passed }) => passed)).toEqual([]);
  expect(results.map(({ message }) => message).join(' ')).not.toContain('NaN');
});
