import type { FieldDisplay } from '@grafana/data';
import { SortOrder } from '@grafana/schema';
import { legendItems, slicesOf } from './pieSlices';

const value = (title: string, numeric: number): FieldDisplay => ({
  name: '',
  field: {},
  hasLinks: false,
  display: { title, numeric, text: `R$${numeric}`, color: '#123456' },
});

const values = [value('boleto', 25), value('card', 75), value('none', 0), value('unknown', NaN), value('refund', -5)];

it('shares the whole among values above zero', () => {
  expect(slicesOf(values, SortOrder.Descending).map(({ name, share }) => [name, share])).toEqual([
    ['card', 0.75],
    ['boleto', 0.25],
  ]);
});

it('keeps or turns the order as asked', () => {
  expect(slicesOf(values, SortOrder.None).map(({ name }) => name)).toEqual(['boleto', 'card']);
  expect(slicesOf([...values].reverse(), SortOrder.Ascending).map(({ name }) => name)).toEqual(['boleto', 'card']);
});

it('has no slices where there is nothing', () => {
  expect(slicesOf([], SortOrder.None)).toEqual([]);
});

it('writes values and shares into the legend, as the dashboard wants them', () => {
  const items = legendItems(slicesOf(values, SortOrder.Descending), ['percent', 'value']);
  expect(items[0]?.getDisplayValues?.().map(({ title, text }) => [title, text])).toEqual([
    ['Percent', '75.0%'],
    ['Value', 'R$75'],
  ]);
  const [only] = legendItems(slicesOf(values, SortOrder.Descending), ['name', 'percent']);
  expect(only?.getDisplayValues?.().map(({ title, text }) => [title, text])).toEqual([[undefined, '75.0%']]);
});
