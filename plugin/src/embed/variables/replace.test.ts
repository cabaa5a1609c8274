import { createDataFrame, FieldType, getDisplayProcessor, createTheme, type ScopedVars } from '@grafana/data';
import { readVariable } from '../model/readVariable';
import { toTimeRange } from '../time/dataRange';
import { allVariables, replaceIn, variableSource, type Scope } from './replace';

const range = toTimeRange('2018-01-01', '2018-02-01', 'utc');
if (!range) throw new Error('The test’s own range cannot be read.');

const scope: Scope = {
  variables: [
    readVariable({ type: 'query', name: 'state', multi: true, includeAll: true }),
    readVariable({ type: 'query', name: 'all', multi: true, includeAll: true }),
    readVariable({ type: 'query', name: 'star', includeAll: true, allValue: '*' }),
    readVariable({ type: 'constant', name: 'days', query: '180' }),
  ],
  selection: { state: ['SP', 'Rio de Janeiro'], all: ['$__all'], star: ['$__all'], days: ['180'] },
  options: {
    all: [
      { value: 'a', text: 'A' },
      { value: 'b', text: 'B' },
    ],
  },
  range,
  timeZone: 'utc',
  dashboard: { uid: 'overview', title: 'Overview' },
};
const replace = replaceIn(scope);

describe('variables in a text', () => {
  it.each([
    ['$days days', '180 days'],
    ['[[days]] and ${days}', '180 and 180'],
    ['$state', '{SP,Rio de Janeiro}'],
    ['${state:csv}', 'SP,Rio de Janeiro'],
    ['[[state:pipe]]', 'SP|Rio de Janeiro'],
    ['${state:json}', '["SP","Rio de Janeiro"]'],
    ['${state:sqlstring}', "'SP','Rio de Janeiro'"],
    ['${state:queryparam}', 'var-state=SP&var-state=Rio%20de%20Janeiro'],
    ['${state:percentencode}', '%7BSP%2CRio%20de%20Janeiro%7D'],
    ['${all:csv}', 'a,b'],
    ['${all:queryparam}', 'var-all=%24__all'],
    ['$star', '*'],
    ['$unknown and ${unknown:csv}', '$unknown and ${unknown:csv}'],
    ['R$ 15', 'R$ 15'],
    ['', ''],
  ])('%s', (text, expected) => {
    expect(replace(text)).toBe(expected);
  });

  it('stand for their texts in titles', () => {
    expect(replace('Sales in $state, $all', {}, 'text')).toBe('Sales in SP + Rio de Janeiro, All');
  });
});

describe('what Grafana knows by itself', () => {
  it.each([
    ['$__from', '1514764800000'],
    ['${__to:date}', '2018-02-01T00:00:00.000Z'],
    ['${__from:date:seconds}', '1514764800'],
    ['${__from:date:YYYY-MM}', '2018-01'],
    ['${__url_time_range}', 'from=1514764800000&to=1517443200000'],
    ['${__dashboard.uid} $__dashboard', 'overview Overview'],
  ])('%s', (text, expected) => {
    expect(replace(text)).toBe(expected);
  });

  it('writes all variables that a reader can change', () => {
    expect(allVariables(scope)).toBe('var-state=SP&var-state=Rio%20de%20Janeiro&var-all=%24__all&var-star=%24__all');
    expect(replace('$__all_variables')).toBe(allVariables(scope));
  });
});

describe('the value that was clicked', () => {
  const frame = createDataFrame({
    fields: [
      { name: 'state', type: FieldType.string, values: ['SP', 'Rio & more'], config: { displayName: 'State' } },
      {
        name: 'revenue',
        type: FieldType.number,
        values: [1500, 2],
        labels: { by: 'state' },
        config: { unit: 'short' },
      },
    ],
  });
  const field = frame.fields[1];
  if (!field) throw new Error('The test’s own frame lacks a field.');
  field.display = getDisplayProcessor({ field, theme: createTheme() });
  const vars = (rowIndex: number): ScopedVars => ({
    __dataContext: { value: { data: [frame], frame, field, rowIndex } },
  });

  it.each([
    ['${__value.raw}', '1500'],
    ['${__value.text}', '1.50 K'],
    ['${__value.numeric}', '1500'],
    ['${__field.labels.by}', 'state'],
    ['${__data.fields.state}', 'SP'],
    ['${__data.fields["State"]}', 'SP'],
    ['${__data.fields[0]}', 'SP'],
    ['${__data.fields[1].text}', '1.50 K'],
    ['${__data.fields.missing}', ''],
  ])('%s', (text, expected) => {
    expect(replace(text, vars(0))).toBe(expected);
  });

  it('is escaped for an address', () => {
    expect(replace('/d/x?var-state=${__data.fields.state:percentencode}', vars(1), 'uriencode')).toBe(
      '/d/x?var-state=Rio%20%26%20more',
    );
  });

  it('may be a calculated one', () => {
    const calculated = { numeric: 7, text: '7.0' };
    const context: ScopedVars = {
      __dataContext: { value: { data: [frame], frame, field, calculatedValue: calculated } },
    };
    expect(replace('${__value.raw} ${__value.text} ${__data.fields.state}', context)).toBe('7 7.0 ');
  });

  it('is nothing elsewhere', () => {
    expect(replace('${__value.raw}')).toBe('${__value.raw}');
  });
});

describe('what the data source’s interpolation asks', () => {
  const source = variableSource(scope);

  it('gets the values in a form of its own', () => {
    expect(source.replace('$state', (value) => JSON.stringify(value))).toBe('["SP","Rio de Janeiro"]');
    expect(source.replace('$nothing', () => 'x')).toBe('$nothing');
  });

  it('learns what stands for everything', () => {
    expect([source.isAll('all'), source.isAll('state'), source.isAll('nothing')]).toEqual([true, false, false]);
  });
});
