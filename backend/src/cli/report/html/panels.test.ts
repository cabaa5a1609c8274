import { numberColumn, textColumn, timeColumn } from '../../../frames';
import type { Frame, SavedPanel } from '../../../contract';
import { panelBody } from './panels';

const MONTH_ENDS = [1, 2, 3].map((month) => Date.UTC(2018, month, 0));

function bodyOf(type: string, options: Record<string, unknown>, ...fields: Frame['fields']): string {
  const panel = { type, options, fieldConfig: {}, transformations: [] } as unknown as SavedPanel;
  return panelBody({ panel, title: 'T', words: '', frames: [{ name: 'f', fields }], errors: [] }, 'en');
}

const barsIn = (html: string): string[][] =>
  [...html.matchAll(/<th scope="row">([^<]*)<\/th>.*?\n<td class="number">([^<]*)</g)].map(([, ...cells]) => cells);

it('says of a figure what the answer says of it, such as how it has changed', () => {
  const config = { displayNameFromDS: 'At stake', displayName: '▼ 1.1% since Jul 31' };
  expect(bodyOf('stat', {}, { column: numberColumn('revenue', [3, 2]), config })).toContain('▼ 1.1% since Jul 31');
});

it('draws a bar per row, by the field that the panel names', () => {
  const rates = { column: numberColumn('rate', [0.5, 0.25]), config: { unit: 'percentunit' } };
  const html = bodyOf('barchart', { xField: 'tenth' }, { column: numberColumn('tenth', [1, 2]) }, rates);
  expect(barsIn(html)).toEqual([
    ['1', '50.0%'],
    ['2', '25.0%'],
  ]);
});

it('draws as many bars as the panel does', () => {
  const fields = [{ column: textColumn('state', ['SP', 'RJ', 'MG']) }, { column: numberColumn('revenue', [3, 2, 1]) }];
  expect(barsIn(bodyOf('bargauge', { reduceOptions: { limit: 2 } }, ...fields))).toHaveLength(2);
  expect(barsIn(bodyOf('bargauge', {}, ...fields))).toHaveLength(3);
});

it('draws bars over time as a line, and a moment by itself as a dot', () => {
  const html = bodyOf(
    'barchart',
    { xField: 'time' },
    { column: timeColumn('time', MONTH_ENDS) },
    { column: numberColumn('queries', [NaN, 4, NaN]) },
  );
  expect(html).toMatch(/d="M[\d.]+ [\d.]+h0"/);
});

it('leaves out the ranges of several forecasts, and shows more of them', () => {
  const keys = ['actual', 'forecast', 'lower_80', 'upper_80'];
  const series = ['SP', 'RJ'].flatMap((state) =>
    keys.map((key) => ({ column: numberColumn(key, [1, 2, 3]), config: { displayName: `${state}: ${key}` } })),
  );
  const legend = (fields: Frame['fields']): string[] =>
    [...bodyOf('timeseries', {}, { column: timeColumn('time', MONTH_ENDS) }, ...fields).matchAll(/<\/i>([^<]+)/g)].map(
      ([, name]) => name ?? '',
    );
  expect(legend(series)).toEqual(['SP: actual', 'SP: forecast', 'RJ: actual', 'RJ: forecast']);
  expect(legend(series.slice(0, 4))).toHaveLength(4);
});
