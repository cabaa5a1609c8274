import fc from 'fast-check';
import { FeatureValueError } from '../scoring/scored';
import { CHANGEABLE } from './limits';
import { withChanges, type Changes } from './with-changes';

/** A customer who bought three times. */
const REGULAR = new Map<string, number>([
  ['recency_days', 40],
  ['days_since_delivery', 32],
  ['frequency', 3],
  ['same_day_orders', 1],
  ['monetary', 400],
  ['order_value', 100],
  ['last_order_value', 150],
  ['tenure_days', 160],
  ['mean_gap_days', 60],
  ['longest_gap_days', 90],
  ['gaps_overdue', 40 / 60],
  ['review_score', 4],
]);
/** One who bought once, of whom no parcel has arrived. */
const SINGLE = new Map<string, number>([
  ['recency_days', 20],
  ['days_since_delivery', Number.NaN],
  ['frequency', 1],
  ['same_day_orders', 0],
  ['monetary', 80],
  ['order_value', 80],
  ['last_order_value', 80],
  ['tenure_days', 20],
  ['mean_gap_days', Number.NaN],
  ['longest_gap_days', Number.NaN],
  ['gaps_overdue', Number.NaN],
]);

const refusal = (changes: Changes, start: ReadonlyMap<string, number> = REGULAR): FeatureValueError => {
  try {
    withChanges(start, changes);
  } catch (error) {
    if (error instanceof FeatureValueError) return error;
    throw error;
  }
  throw new Error('was taken');
};
const refused = (changes: Changes, start?: ReadonlyMap<string, number>): string => refusal(changes, start).message;

describe('a customer described by recency, frequency and monetary value alone', () => {
  test('who ordered once has no gaps, and a tenure of the recency', () => {
    const values = withChanges(new Map(), { recency_days: 210, frequency: 1, monetary: 120 });
    expect(values.get('tenure_days')).toBe(210);
    expect(values.get('order_value')).toBe(120);
    expect(values.get('last_order_value')).toBe(120);
    for (const key of ['mean_gap_days', 'longest_gap_days', 'gaps_overdue']) expect(values.get(key)).toBeNaN();
  });

  test('who ordered often gets a usual gap between orders', () => {
    const values = withChanges(new Map(), { recency_days: 30, frequency: 4, monetary: 400 });
    expect(values.get('tenure_days')).toBe(210);
    expect(values.get('mean_gap_days')).toBe(60);
    expect(values.get('gaps_overdue')).toBe(0.5);
    expect(values.get('order_value')).toBe(100);
  });
});

test('without changes a customer stays as they are', () => {
  expect(withChanges(REGULAR, {})).toEqual(REGULAR);
  expect(withChanges(SINGLE, {})).toEqual(SINGLE);
});

test('what is given is not changed itself', () => {
  const before = new Map(REGULAR);
  withChanges(REGULAR, { recency_days: 300, frequency: 1 });
  expect(REGULAR).toEqual(before);
});

test('an order that lies longer back moves its delivery and the tenure with it', () => {
  const values = withChanges(REGULAR, { recency_days: 140 });
  expect(values.get('days_since_delivery')).toBe(132);
  expect(values.get('tenure_days')).toBe(260);
  expect(values.get('mean_gap_days')).toBe(60);
  expect(withChanges(REGULAR, { recency_days: 0 }).get('days_since_delivery')).toBe(0);
  expect(withChanges(SINGLE, { recency_days: 50 }).get('days_since_delivery')).toBeNaN();
});

test('the first order of one who ordered once is the last', () => {
  expect(withChanges(SINGLE, { tenure_days: 90 }).get('recency_days')).toBe(90);
  expect(withChanges(SINGLE, { recency_days: 90 }).get('tenure_days')).toBe(90);
});

test('the longest gap leaves a day for each of the others', () => {
  const values = withChanges(REGULAR, { tenure_days: 60 });
  expect(values.get('mean_gap_days')).toBe(10);
  expect(values.get('longest_gap_days')).toBe(19);
});

test('what was spent and what orders are worth go together', () => {
  expect(withChanges(REGULAR, { monetary: 800 }).get('order_value')).toBe(200);
  expect(withChanges(REGULAR, { same_day_orders: 0 }).get('order_value')).toBeCloseTo(400 / 3, 12);
  expect(withChanges(REGULAR, { monetary: 100 }).get('last_order_value')).toBe(100);
  expect(withChanges(SINGLE, { monetary: 200 }).get('last_order_value')).toBe(200);
  expect(withChanges(SINGLE, { last_order_value: 300 }).get('monetary')).toBe(300);
  expect(withChanges(REGULAR, { last_order_value: 500 }).get('monetary')).toBe(500);
});

describe('refuses', () => {
  test.each([
    [{ recency_days: Number.NaN }, 'Days since the last order (recency_days) must be from 0 to 720, not NaN.'],
    [{ recency_days: Number.POSITIVE_INFINITY }, 'not Infinity.'],
    [{ recency_days: -1 }, 'must be from 0 to 720, not -1.'],
    [{ frequency: 0 }, 'Days with an order (frequency) must be from 1 to 20, not 0.'],
    [{ frequency: 1e300 }, 'must be from 1 to 20'],
    [{ frequency: 1.5 }, 'Days with an order (frequency) must be a whole number, not 1.5.'],
    [{ monetary: -0.01 }, 'Total spent (monetary) must be from 0 to 5000'],
  ])('%j', (changes, message) => expect(refused(changes)).toContain(message));

  test.each(['colour', 'order_value', 'mean_gap_days', 'return_chance', '__proto__', 'constructor', ''])(
    'the feature "%s", which cannot be set, and names those that can',
    (key) => {
      const message = refused(Object.fromEntries([[key, 1]]));
      expect(message).toContain(`"${key}" is not a feature that can be set`);
      for (const known of ['recency_days', 'frequency', 'monetary']) expect(message).toContain(known);
    },
  );

  test('values that contradict each other, by name', () => {
    expect(refused({ frequency: 1, recency_days: 10, tenure_days: 50 })).toBe(
      'A customer who ordered on one day has the same first and last order: tenure_days (50) must equal recency_days (10).',
    );
    expect(refused({ frequency: 5, recency_days: 10, tenure_days: 13 })).toContain('tenure_days must be at least 14');
    expect(refused({ monetary: 100, last_order_value: 101 })).toContain(
      'last_order_value (101) must be at most monetary (100)',
    );
    expect(refused({ monetary: 100, last_order_value: 99 }, SINGLE)).toContain(
      'last_order_value (99) must equal monetary (100)',
    );
  });
});

test.each([
  [{ colour: 1 }, REGULAR, /^"colour" não é uma característica que se possa mudar; estas são: recency_days, /],
  [{ monetary: -0.5 }, REGULAR, 'Total gasto (monetary): o valor deve ficar entre 0 e 5000, não -0,5.'],
  [{ frequency: 1.5 }, REGULAR, 'Dias com pedido (frequency): o valor deve ser um número inteiro, não 1,5.'],
  [
    { frequency: 1, recency_days: 10, tenure_days: 50 },
    REGULAR,
    'Quem pediu em um só dia tem o primeiro e o último pedido no mesmo dia: os dias desde o primeiro (50) devem ser iguais aos dias desde o último (10).',
  ],
  [
    { frequency: 5, recency_days: 10, tenure_days: 13 },
    REGULAR,
    '5 dias com pedido não cabem entre o primeiro (há 13 dias) e o último (há 10 dias): o primeiro deve ter sido há pelo menos 14 dias.',
  ],
  [
    { monetary: 100, last_order_value: 101.5 },
    REGULAR,
    'O último pedido (101,5) não pode valer mais que o total gasto (100).',
  ],
  [
    { monetary: 100, last_order_value: 99 },
    SINGLE,
    'O único pedido é o último: o valor dele (99) deve ser igual ao total gasto (100).',
  ],
])('says in Portuguese why %j is refused', (changes, start, said) => {
  const told = refusal(changes, start).told['pt-BR'];
  if (said instanceof RegExp) expect(told).toMatch(said);
  else expect(told).toBe(said);
});

/** Any features that may be set, with values that they may have. */
const anyChanges = fc.record(
  Object.fromEntries(
    CHANGEABLE.map(({ key, whatIf }) => [
      key,
      fc.integer({ min: Math.ceil(whatIf!.min), max: Math.max(Math.ceil(whatIf!.min), Math.floor(whatIf!.max)) }),
    ]),
  ),
  { requiredKeys: [] },
);

test('whatever is set is kept, and what follows from it is in line, or it is refused', () => {
  fc.assert(
    fc.property(
      anyChanges,
      fc.constantFrom(REGULAR, SINGLE, new Map([...REGULAR, ['frequency', 1]])),
      (given, start) => {
        const changes: Changes = Object.fromEntries(
          Object.entries(given).filter((entry): entry is [string, number] => entry[1] !== undefined),
        );
        let values: Map<string, number>;
        try {
          values = withChanges(start, changes);
        } catch (error) {
          expect(error).toBeInstanceOf(FeatureValueError);
          return;
        }
        const read = (key: string): number => values.get(key)!;
        for (const [key, value] of Object.entries(changes)) {
          const follows = key === 'recency_days' && read('frequency') === 1;
          if (!follows) expect(read(key)).toBe(value);
        }
        const [recency, tenure, days] = [read('recency_days'), read('tenure_days'), read('frequency')];
        if (days === 1) expect(tenure).toBe(recency);
        else {
          expect(tenure - recency).toBeGreaterThanOrEqual(days - 1);
          expect(read('mean_gap_days') * (days - 1)).toBeCloseTo(tenure - recency, 6);
          expect(read('longest_gap_days')).toBeGreaterThanOrEqual(read('mean_gap_days'));
          expect(read('longest_gap_days')).toBeLessThanOrEqual(tenure - recency);
        }
        const money = ['monetary', 'frequency', 'same_day_orders', 'last_order_value'];
        if (!money.some((key) => changes[key] !== undefined)) return;
        const orders = days + read('same_day_orders');
        expect(read('order_value') * orders).toBeCloseTo(read('monetary'), 6);
        expect(read('last_order_value')).toBeLessThanOrEqual(read('monetary'));
      },
    ),
    { seed: 7 },
  );
});
