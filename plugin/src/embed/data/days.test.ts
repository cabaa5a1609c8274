import { createDataFrame, FieldType } from '@grafana/data';
import { withPlainDays } from './days';

const unit = (values: unknown[], timeZone = 'utc', config = {}) =>
  withPlainDays([createDataFrame({ fields: [{ name: 't', type: FieldType.time, values, config }] })], timeZone)[0]
    ?.fields[0]?.config.unit;

it('writes whole days without a midnight', () => {
  expect(unit([Date.UTC(2018, 0, 1), null, Date.UTC(2018, 0, 2)])).toBe('time:ll');
});

it('leaves moments, other time zones and units of the dashboard alone', () => {
  expect(unit([Date.UTC(2018, 0, 1, 6)])).toBeUndefined();
  expect(unit([Date.UTC(2018, 0, 1)], 'browser')).toBeUndefined();
  expect(unit([Date.UTC(2018, 0, 1)], 'utc', { unit: 'dateTimeAsIso' })).toBe('dateTimeAsIso');
});
