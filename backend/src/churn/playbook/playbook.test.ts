import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RISK_BANDS, SEGMENTS, STATUSES } from '../../contract';
import type { Reason } from '../reasons';
import { actionFor, topReasons } from './action';
import { builtInPlaybook, loadPlaybook } from './load-playbook';
import { parsePlaybook } from './parse-playbook';
import type { PlaybookCustomer } from './playbook';
import { PlaybookError } from './reading';

const CUSTOMER: PlaybookCustomer = {
  segment: 'Promising',
  band: 'medium',
  status: 'active',
  figures: {
    value_if_returns: 160,
    recency_days: 110,
    frequency: 1,
    monetary: 140,
    relative_odds: 1,
    delay_days: -11,
    review_score: 5,
    overdue_orders: 0,
  },
  reasons: [],
};

type Change = Partial<Omit<PlaybookCustomer, 'figures'>> & PlaybookCustomer['figures'];

function customer(change: Change = {}): PlaybookCustomer {
  const { segment, band, status, reasons, ...figures } = { ...CUSTOMER, ...change, figures: undefined };
  return {
    segment,
    band,
    status,
    reasons,
    figures: Object.fromEntries(
      Object.entries({ ...CUSTOMER.figures, ...figures }).filter(([, value]) => value !== undefined),
    ),
  };
}

describe('the playbook that comes along', () => {
  const ruleFor = (change: Change) => actionFor(builtInPlaybook(), customer(change)).rule;

  it.each<[string, Change]>([
    ['overdue-order', { overdue_orders: 1, review_score: 1 }],
    ['failed-payment', { failed_payments: 1, reasons: [{ feature: 'failed_payments', group: 'payment' }] }],
    ['support-ticket', { support_tickets: 2, reasons: [{ feature: 'support_tickets', group: 'contact' }] }],
    // It was long ago forgotten, and some other feature weighs.
    ['grow-the-habit', { failed_payments: 1, support_tickets: 1 }],
    ['bad-review-valuable', { review_score: 1, value_if_returns: 300 }],
    ['late-delivery-valuable', { delay_days: 6, value_if_returns: 300 }],
    ['bad-experience', { review_score: 1, value_if_returns: 40 }],
    ['cannot-lose', { segment: 'Cannot lose', band: 'low' }],
    ['best-customers-content', { segment: 'Champions', band: 'low' }],
    ['best-customers-slipping', { segment: 'Champions', band: 'high' }],
    ['best-customers-slipping', { segment: 'At risk' }],
    ['comes-anyway', { segment: 'New', band: 'low', recency_days: 20 }],
    ['second-order-offer', { segment: 'New', recency_days: 60 }],
    ['grow-the-habit', { segment: 'New', recency_days: 61 }],
    ['grow-the-habit', {}],
    ['freight-holds-back', { reasons: [{ feature: 'freight_share', group: 'monetary' }] }],
    ['wake-up-valuable', { segment: 'About to sleep', recency_days: 200 }],
    ['everyone-else', { segment: 'About to sleep', recency_days: 200, value_if_returns: 60 }],
    ['stop-spending', { segment: 'Lost', recency_days: 500 }],
    ['last-offer', { segment: 'Hibernating', recency_days: 400, value_if_returns: 900 }],
  ])('%s', (rule, change) => {
    expect(ruleFor(change)).toBe(rule);
  });

  it('has an action for everyone, and leaves no brace and nothing unknown in its text', () => {
    for (const segment of SEGMENTS)
      for (const band of RISK_BANDS)
        for (const status of STATUSES) {
          const { title, detail } = actionFor(builtInPlaybook(), customer({ segment, band, status }));
          expect(`${title} ${detail}`).not.toMatch(/[{}]|NaN|unknown/);
        }
    expect(actionFor(builtInPlaybook(), { ...CUSTOMER, segment: 'About to sleep', figures: {} }).rule).toBe(
      'everyone-else',
    );
  });

  it('writes figures with their units', () => {
    const action = actionFor(
      builtInPlaybook(),
      customer({ segment: 'Lost', recency_days: 500, value_if_returns: 99.6 }),
    );
    expect(action).toEqual({
      rule: 'stop-spending',
      title: 'Stop spending',
      detail:
        'Last order 500 days ago, and a return is worth only about R$ 100. Take this customer out of paid campaigns.',
      channel: 'none',
    });
    expect(actionFor(builtInPlaybook(), customer({ segment: 'Cannot lose' })).budgetShare).toBe(0.15);
  });
});

const LAST = '\n  - {rule: rest, action: {title: Rest, detail: Of all, channel: none}}';
const book = (rule: string, last = LAST): string => `version: 1\nrules:\n  - ${rule}${last}`;
const ACTION = 'action: {title: T, detail: D, channel: email}';

describe('conditions', () => {
  const fits = (when: string, change: Change = {}) =>
    actionFor(parsePlaybook(book(`{rule: tried, when: ${when}, ${ACTION}}`), 'own.yaml'), customer(change)).rule ===
    'tried';

  it('must all hold', () => {
    expect(fits('{band: medium, status: active}')).toBe(true);
    expect(fits('{band: medium, status: churned}')).toBe(false);
  });

  it('take one of a list', () => {
    expect(fits('{segment: [Lost, Promising]}')).toBe(true);
    expect(fits('{segment: [Lost, New]}')).toBe(false);
  });

  it('look for a feature or its group among the reasons', () => {
    const reasons = [{ feature: 'delay_days', group: 'experience' as const }];
    expect(fits('{reason: delay_days}', { reasons })).toBe(true);
    expect(fits('{reason: [season, experience]}', { reasons })).toBe(true);
    expect(fits('{reason: recency}', { reasons })).toBe(false);
    expect(fits('{reason: recency}')).toBe(false);
  });

  it('include both ends, and no figure that is not known', () => {
    expect(fits('{monetary: {min: 140, max: 140}}')).toBe(true);
    expect(fits('{monetary: {min: 140.01}}')).toBe(false);
    expect(fits('{monetary: {max: 139}}')).toBe(false);
    expect(fits('{monetary: {max: 1000}}', { monetary: Number.NaN })).toBe(false);
    expect(fits('{monetary: {max: 1000}}', { monetary: undefined })).toBe(false);
  });
});

it('writes what is not known as such', () => {
  const own = book('{rule: r, action: {title: "{segment}", detail: "{recency_days}, {value}", channel: app}}', '');
  expect(actionFor(parsePlaybook(own, 'own.yaml'), { ...CUSTOMER, figures: { recency_days: 1 } })).toEqual({
    rule: 'r',
    title: 'Promising',
    detail: '1 day, (unknown)',
    channel: 'app',
  });
});

describe('a bad playbook', () => {
  const long = 'x'.repeat(500);
  it.each([
    ['', 'own.yaml: '],
    ['- a\n- b', 'own.yaml: ["a","b"] must be a mapping with the keys version, rules.'],
    ['version: 1\nrules: [', 'own.yaml, line 2: this is no YAML'],
    ['version: 1\nversion: 1', 'this is no YAML: duplicated mapping key'],
    ['rules: []', 'own.yaml, version: there must be "version: 1"'],
    ['version: 1\nrules: []', 'own.yaml, rules: there must be a list of 1 to 200 rules.'],
    ['version: 1\nrules: all', 'own.yaml, rules: there must be a list'],
    ['version: 1\nrule: []', 'the key "rule" is not known; there may be version, rules.'],
    ['version: 1\n__proto__: {rules: []}', 'the key "__proto__" is not known'],
    ['version: &a 1\nrules: *a', 'this is no YAML'],
    [book('stop'), 'own.yaml, rule 1: "stop" must be a mapping with the keys rule, when, action.'],
    [book(`{${ACTION}}`), 'own.yaml, rule 1, rule: what is missing must be a text of 1 to 60 characters.'],
    [book('{rule: a}'), 'own.yaml, rule 1 "a", action: what is missing must be a mapping'],
    [
      book(`{rule: a, when: {band: hgih}, ${ACTION}}`),
      'own.yaml, rule 1 "a", when.band: "hgih" is not known; it may be high, medium, low.',
    ],
    [book(`{rule: a, when: {segment: []}, ${ACTION}}`), 'when.segment: a list must hold 1 to 50 of Champions'],
    [book(`{rule: a, when: {reason: weather}, ${ACTION}}`), 'when.reason: "weather" is not known; it may be recency'],
    [book(`{rule: a, when: {recency: 3}, ${ACTION}}`), 'when: the key "recency" is not known; there may be segment'],
    [book(`{rule: a, when: {}, ${ACTION}}`), 'when: there is no condition'],
    [book(`{rule: a, when: {monetary: 3}, ${ACTION}}`), 'when.monetary: 3 must be a mapping with the keys min, max.'],
    [book(`{rule: a, when: {monetary: {}}, ${ACTION}}`), 'when.monetary: give a min, a max or both.'],
    [book(`{rule: a, when: {monetary: {min: 5, max: 2}}, ${ACTION}}`), 'min 5 lies above max 2'],
    [book(`{rule: a, when: {monetary: {min: "5"}}, ${ACTION}}`), 'when.monetary.min: "5" must be a number from'],
    [book(`{rule: a, when: {monetary: {min: .nan}}, ${ACTION}}`), 'when.monetary.min: NaN must be a number from'],
    [
      book('{rule: a, when: {band: low}, action: {title: T, detail: D, channel: fax}}'),
      'action.channel: "fax" is not known; it may be phone, email, app, post, ads, none.',
    ],
    [book('{rule: a, when: {band: low}, action: {title: T, detail: D, channel: app, cost: 3}}'), 'the key "cost"'],
    [
      book('{rule: a, when: {band: low}, action: {title: T, detail: "{name}", channel: app}}'),
      'action.detail: {name} is not known; there may be {value}',
    ],
    [book(`{rule: a, when: {band: low}, action: {title: ${long}, detail: D, channel: app}}`), 'a text of 1 to 80'],
    [
      book('{rule: a, when: {band: low}, action: {title: T, detail: D, channel: app, budget_share: 2}}'),
      'action.budget_share: 2 must be a number from 0 to 1.',
    ],
    [
      book(
        '{rule: a, when: {band: low}, action: {title: T, detail: D, channel: app, budget_share: 0.7}}',
        '\n  - {rule: rest, action: {title: T, detail: D, channel: app, budget_share: 0.6}}',
      ),
      'add up to 1.30; they may add up to 1 at most.',
    ],
    [book(`{rule: a, when: {band: low}, ${ACTION}}`, ''), 'the last rule must have no "when"'],
    [book(`{rule: a, ${ACTION}}`), 'own.yaml, rule 1 "a": it has no "when" and fits everyone'],
    [book(`{rule: rest, when: {band: low}, ${ACTION}}`), 'rule 2 "rest", rule: rule 1 has the same name'],
    [`version: 1 #${'x'.repeat(70_000)}`, 'larger than 64 KiB'],
  ])('%#', (yaml, message) => {
    expect(() => parsePlaybook(yaml, 'own.yaml')).toThrow(PlaybookError);
    expect(() => parsePlaybook(yaml, 'own.yaml')).toThrow(message);
  });
});

describe('loading', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'churnwatch-playbook-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('takes the one that comes along when none is given', async () => {
    expect(await loadPlaybook()).toEqual({ playbook: builtInPlaybook() });
  });

  it("takes the user's file", async () => {
    const file = join(folder, 'own.yaml');
    await writeFile(file, book(`{rule: a, when: {band: low}, ${ACTION}}`));
    const loaded = await loadPlaybook(file);
    expect(loaded).toMatchObject({ file, playbook: { rules: [{ rule: 'a' }, { rule: 'rest' }] } });
    expect(loaded.problem).toBeUndefined();
  });

  it.each([
    ['missing.yaml', undefined, 'cannot be read'],
    ['bad.yaml', 'version: 2', 'there must be "version: 1"'],
    ['huge.yaml', '#'.repeat(70_000), 'larger than 64 KiB'],
    ['.', undefined, 'is no file'],
  ])('serves the one that comes along when %s is bad, and says why', async (name, content, why) => {
    const own = join(folder, 'bad');
    await mkdir(own, { recursive: true });
    const file = join(own, name);
    if (content !== undefined) await writeFile(file, content);
    const loaded = await loadPlaybook(file);
    expect(loaded.playbook).toEqual(builtInPlaybook());
    expect(loaded.file).toBeUndefined();
    expect(loaded.problem).toContain(file);
    expect(loaded.problem).toContain(why);
    expect(loaded.problem).toContain('the playbook that comes along serves');
  });
});

it('counts the three heaviest reasons that lower the chance as the top ones', () => {
  const reason = (feature: string, contribution: number): Reason => ({
    feature,
    label: feature,
    group: 'basket',
    unit: 'count',
    value: 1,
    typical: 1,
    contribution,
    fact: '',
    sentence: '',
  });
  const given = [
    reason('gain', -0.3),
    reason('c', 0.05),
    reason('a', 0.2),
    reason('b', 0.1),
    reason('d', 0.04),
    reason('tiny', 0.001),
  ];
  expect(topReasons(given).map(({ feature }) => feature)).toEqual(['a', 'b', 'c']);
  expect(topReasons(given.slice(-1)).map(({ feature }) => feature)).toEqual(['tiny']);
  expect(topReasons(given.slice(0, 1))).toEqual([]);
  expect(topReasons([reason('tiny', 0.001), reason('gain', -0.3)])).toEqual([]);
});
