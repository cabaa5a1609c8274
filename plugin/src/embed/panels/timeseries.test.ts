import { FieldType, toDataFrame } from '@grafana/data';
import { VisibilityMode } from '@grafana/schema';
import { withLonePoints } from './timeseries';

const pointsOf = (values: (number | null)[]) => {
  const config = { custom: { showPoints: VisibilityMode.Never, lineWidth: 2 } };
  const time = { name: 'time', type: FieldType.time, values: values.map((_, day) => day) };
  const frame = toDataFrame({ fields: [time, { name: 'orders', type: FieldType.number, values, config }] });
  return withLonePoints(frame).fields.map((field) => field.config.custom);
};

it.each([[[7]], [[null, 7, null]]])('draws the only point of %j, which no line goes through', (values) => {
  expect(pointsOf(values)[1]).toMatchObject({ showPoints: VisibilityMode.Always, lineWidth: 2 });
});

it.each([[[]], [[null]], [[7, 8]]])('leaves the line through %j as the dashboard has it', (values) => {
  expect(pointsOf(values)[1]).toEqual({ showPoints: VisibilityMode.Never, lineWidth: 2 });
});

it('draws no points for times', () => {
  expect(pointsOf([7])[0]).toBeUndefined();
});
