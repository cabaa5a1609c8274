import type { PlainField } from '../cells';
import { field, moments } from '../testing/field';
import { lineChart } from './charts';

const time = moments([0, 86_400_000]);
const strokes = (...series: PlainField[]) =>
  [...lineChart(time, series, 'en').matchAll(/style="stroke:([^"]+)"/g)].map(([, color]) => color);

it('draws a line in the colour that its meaning has everywhere', () => {
  expect(strokes(field('high', { color: '#d55e00' }), field('low', { color: '#0072b2' }))).toEqual([
    '#d55e00',
    '#0072b2',
  ]);
});

it('draws what frames a line as the area between its ends, and names it once', () => {
  const html = lineChart(
    time,
    [field('actual'), field('lower', { name: 'At least' }), field('upper', { name: 'At most' })],
    'en',
  );
  expect([...html.matchAll(/class="(line|band)"\/>/g)].map(([, kind]) => kind)).toEqual(['band', 'line']);
  expect(html).toContain('At least – At most');
});

it('draws the wider of two ranges behind the narrower, which is darker', () => {
  const ends = ['lower_95', 'upper_95', 'lower', 'upper'].map((key, i) =>
    field(key, { values: [[-9, 9, -1, 1][i] ?? 0, 0] }),
  );
  const html = lineChart(time, [...ends.slice(2), ...ends.slice(0, 2)], 'en');
  expect([...html.matchAll(/class="(band[^"]*)"\/>/g)].map(([, kind]) => kind)).toEqual(['band', 'band inner']);
  expect([...html.matchAll(/<\/i>([^<]*)/g)].map(([, name]) => name)).toEqual(['lower_95 – upper_95', 'lower – upper']);
});

it('leaves a gap in an area where one of its ends is not known', () => {
  const days = moments([0, 1, 2, 3].map((day) => day * 86_400_000));
  const ends = [field('lower', { values: [1, null, 1, 1] }), field('upper', { values: [2, 2, 2, 2] })];
  const [, area] = /d="([^"]*)" class="band"/.exec(lineChart(days, ends, 'en')) ?? [];
  expect(area?.match(/M/g)).toHaveLength(2);
});

it('draws a series and what is expected of it in one colour, the latter dashed', () => {
  const series = ['SP', 'RJ'].flatMap((state) =>
    ['actual', 'forecast'].map((key) => field(key, { labels: { state }, name: `${state}: ${key}` })),
  );
  const html = lineChart(time, series, 'en');
  expect([...html.matchAll(/style="stroke:([^"]*)" class="([^"]*)"/g)].map(([, ...line]) => line)).toEqual([
    ['var(--s0)', 'line'],
    ['var(--s0)', 'line dashed'],
    ['var(--s1)', 'line'],
    ['var(--s1)', 'line dashed'],
  ]);
});

it('sets texts beside the picture, not into it: they keep their size however narrow it is', () => {
  const html = lineChart(time, [field('revenue', { unit: 'currencyBRL', values: [0, 40_000] })], 'en');
  expect(html).not.toContain('<text');
  expect([...html.matchAll(/<span[^>]*>(R\$[^<]*)</g)].map(([, text]) => text)).toEqual([
    'R$ 0',
    'R$ 10k',
    'R$ 20k',
    'R$ 30k',
    'R$ 40k',
  ]);
});

it('draws others in colours of the page, and what only frames them in grey', () => {
  expect(strokes(field('revenue'), field('orders', { color: 'green' }), field('upper_80'))).toEqual([
    'var(--s0)',
    'var(--s1)',
    'var(--band)',
  ]);
});
