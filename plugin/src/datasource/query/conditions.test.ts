import { conditionProblem, conditionsText, readConditions, withCondition, type DraftCondition } from './conditions';

const condition: DraftCondition = { field: 'recency_days', operator: '>=', value: 30 };

it('reads what a dashboard holds, and leaves out what is none', () => {
  const held = [condition, null, 'x', { field: 1, operator: '=' }, { field: 'monetary', operator: '<' }];
  expect(readConditions(held)).toEqual([condition, { field: 'monetary', operator: '<', value: '' }]);
  expect([readConditions(undefined), readConditions({ field: 'a' })]).toEqual([[], []]);
});

it('says conditions in words', () => {
  expect(conditionsText([condition, { field: 'monetary', operator: '!=', value: '$sum' }])).toBe(
    'recency (days) >= 30 and monetary value != $sum',
  );
});

it.each([
  ['12', undefined],
  ['-0.5', undefined],
  ['$least', undefined],
  ['', 'Write a number.'],
  ['1e5', 'Write a number.'],
  ['two', 'Write a number.'],
])('"%s" has the problem %s', (text, problem) => {
  expect(conditionProblem(text)).toBe(problem);
});

it('adds conditions up to the most that a query may have', () => {
  const spec = {
    type: 'conditions',
    fields: [{ value: 'frequency', label: '' }],
    name: '',
    label: '',
    help: '',
  } as const;
  expect(withCondition([condition], spec)).toEqual([condition, { field: 'frequency', operator: '>=', value: 0 }]);
  expect(withCondition(Array(20).fill(condition), spec)).toBeUndefined();
});
