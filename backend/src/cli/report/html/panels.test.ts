import { numberColumn, textColumn, timeColumn } from '../../../frames';
import type { Frame, SavedPanel } from '../../../contract';
import { panelBody } from './panels';

const MONTH_ENDS = [1, 2, 3].map((month) => Date.UTC(2018, month, 0));

function bodyOf(type: string, options: Record<string, unknown>, ...fields: Frame['fields']): string {
  const { fieldConfig = {} } = options;
  const panel = { type, options, fieldConfig, transformations: [] } as unknown as SavedPanel;
  const frames = [{ name: 'f', fields }];
  return panelBody({ panel, title: 'T', words: '', frames, errors: [], chosen: [] }, 'en').html;
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
  expect(html).toMatch(/d="M[\d.]+ [\d.]+h0"[^>]*class="dots small"/);
});

it('leaves out the ranges of several forecasts, and shows more of them', () => {
  const keys = ['actual', 'forecast', 'lower_80', 'upper_80'];
  const series = ['SP', 'RJ'].flatMap((state) =>
    keys.map((key) => ({
      column: numberColumn(key, [1, 2, 3]),
      labels: { state },
      config: { displayName: `${state}: ${key}` },
    })),
  );
  const legend = (fields: Frame['fields']): string[] =>
    [...bodyOf('timeseries', {}, { column: timeColumn('time', MONTH_ENDS) }, ...fields).matchAll(/<\/i>([^<]+)/g)].map(
      ([, name]) => name ?? '',
    );
  expect(legend(series)).toEqual(['SP', 'RJ', 'Forecast']);
  expect(legend(series.slice(0, 4))).toEqual(['SP: actual', 'SP: forecast', 'SP: lower_80 – SP: upper_80']);
});

it('colours bars by the thresholds that the panel has, and writes their numbers as finely as the answer says', () => {
  const steps = [
    { value: null, color: '#0072b2' },
    { value: 0.25, color: '#d55e00' },
  ];
  const fieldConfig = { defaults: { color: { mode: 'thresholds' }, thresholds: { mode: 'absolute', steps } } };
  const drift = { column: numberColumn('psi', [0.35, 0.1]), config: { decimals: 3 } };
  const html = bodyOf('bargauge', { fieldConfig }, { column: textColumn('feature', ['a', 'b']) }, drift);
  expect([...html.matchAll(/background:(#\w+)/g)].map(([, color]) => color)).toEqual(['#d55e00', '#0072b2']);
  expect(barsIn(html)).toEqual([
    ['a', '0.350'],
    ['b', '0.100'],
  ]);
});

it('draws a chart for each unit: no axis has two', () => {
  const html = bodyOf(
    'timeseries',
    {},
    { column: timeColumn('time', MONTH_ENDS) },
    { column: numberColumn('queries', [1, 2, 3]) },
    { column: numberColumn('p95', [0.2, 4, 5]), config: { unit: 's' } },
  );
  const axes = [...html.matchAll(/<div class="y".*?<\/div>/g)].map(([axis]) => axis);
  expect(axes).toHaveLength(2);
  expect(axes[0]).not.toContain(' s<');
  expect(axes[1]).not.toContain('ms');
});

it('draws no forecast of less than nothing', () => {
  const html = bodyOf(
    'churnwatch-forecast-panel',
    {},
    { column: timeColumn('time', MONTH_ENDS) },
    { column: numberColumn('forecast', [1, 2, 3]) },
    { column: numberColumn('lower', [-5, -4, 1]) },
    { column: numberColumn('upper', [6, 7, 8]) },
  );
  expect(html).not.toMatch(/>-\d/);
});

it('shows of a figure the colour of good or bad news, and no name that repeats the title', () => {
  const rose = { column: numberColumn('revenue', [2]), config: { color: { mode: 'fixed', fixedColor: 'green' } } };
  expect(bodyOf('stat', { textMode: 'value' }, rose)).toContain('<div class="figure"><b class="green">2</b>');
  expect(bodyOf('stat', { textMode: 'value_and_name' }, rose)).toContain('<span>revenue</span>');
});

it('shows what explains as a list, and what is said as sentences', () => {
  const panel = { type: 'text', options: {}, fieldConfig: {}, transformations: [] } as unknown as SavedPanel;
  const words = (text: string) =>
    panelBody({ panel, title: '', words: text, frames: [], errors: [], chosen: [] }, 'en').html;
  expect(words('- One <b>\n- **Two**')).toBe('<ul><li>One</li><li>Two</li></ul>');
  expect(words('### Revenue fell.')).toBe('<p class="words">Revenue fell.</p>');
});
