import { createDataFrame, FieldType, type Field } from '@grafana/data';
import { withFittingColumns } from './fittingColumns';

const measure = (text: string, weight: number): number => (text.length * weight) / 50;

const frame = createDataFrame({
  fields: [
    { name: 'id', type: FieldType.string, values: ['x'.repeat(90)], config: { custom: { hidden: true } } },
    {
      name: 'customer',
      type: FieldType.string,
      values: ['0a0a92112b'],
      config: { links: [{ title: 'Open', url: '/' }] },
    },
    { name: 'paid', type: FieldType.number, values: [1, null], config: { displayName: 'Paid', custom: { width: 10 } } },
  ],
});
frame.fields[2]!.display = (value) => ({ text: value === null ? '' : '1,000.00', prefix: 'R$', numeric: 0 });

const widthOf = (field: Field | undefined): unknown => field?.config.custom?.width;

it('measures names, values as they are written, and what stands beside them', () => {
  const { fields } = withFittingColumns(frame, 0, ['Paid'], measure);
  // Ten letters of a link and the space behind it; ten letters of a number; neither can be cut any further.
  expect(fields.map(widthOf)).toEqual([undefined, 126, 94]);
});

it('leaves the fields that it was given as they were', () => {
  // Grafana itself notes a field's name in its state, when it is asked for it.
  const given = (): string =>
    JSON.stringify(frame.fields.map(({ name, config, values }) => ({ name, config, values })));
  const before = given();
  withFittingColumns(frame, 700, [], measure);
  expect(given()).toBe(before);
});

it('makes room for the arrow of a sorted column and the funnel of one that can be filtered', () => {
  const narrow = createDataFrame({ fields: [{ name: 'Segment', type: FieldType.string, values: ['A'] }] });
  const plain = withFittingColumns(narrow, 0, [], measure).fields[0];
  const sorted = withFittingColumns(narrow, 0, ['Segment'], measure).fields[0];
  expect(Number(widthOf(sorted)) - Number(widthOf(plain))).toBe(20);
});

it('shows short texts whole, such as days and names, and cuts long ones where room lacks', () => {
  const texts = createDataFrame({
    fields: [
      { name: 'Day', type: FieldType.string, values: ['1 de mar de 2018'] },
      { name: 'Reason', type: FieldType.string, values: ['x'.repeat(60)] },
    ],
  });
  const [day, reason] = withFittingColumns(texts, 0, [], measure).fields.map(widthOf).map(Number);
  expect(day).toBeGreaterThanOrEqual(16 * 8);
  expect(reason).toBe(110);
});
