import type { PlainField } from '../cells';
import { lineChart } from './charts';

const field = (key: string, more: Partial<PlainField> = {}): PlainField => ({
  name: key,
  key,
  isTime: false,
  isNumber: true,
  unit: '',
  labels: {},
  values: [1, 2],
  texts: new Map(),
  ...more,
});
const time = field('time', { isTime: true, isNumber: false, values: [0, 86_400_000] });
const strokes = (...series: PlainField[]) =>
  [...lineChart(time, series, 'en').matchAll(/style="stroke:([^"]+)"/g)].map(([, color]) => color);

it('draws a line in the colour that its meaning has everywhere', () => {
  expect(strokes(field('high', { color: '#d55e00' }), field('low', { color: '#0072b2' }))).toEqual([
    '#d55e00',
    '#0072b2',
  ]);
});

it('draws others in colours of the page, and what only frames them in grey', () => {
  expect(strokes(field('revenue'), field('orders', { color: 'green' }), field('upper_80'))).toEqual([
    'var(--s0)',
    'var(--s1)',
    'var(--band)',
  ]);
});
