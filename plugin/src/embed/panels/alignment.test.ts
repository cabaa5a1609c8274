import type { FieldDisplay } from '@grafana/data';
import { alignmentOf, titleSizeFor } from './alignment';

const titled = (title?: string): FieldDisplay =>
  ({ display: { text: '1', numeric: 1, title }, name: '', field: {}, hasLinks: false }) as FieldDisplay;

it('aligns by the widest title, with room for the space between its letters', () => {
  const long = 'Repeat purchases of the sellers';
  const { title = '' } = alignmentOf([titled('SP'), titled(long), titled()]);
  expect(title.trimEnd()).toBe(long);
  expect(title.length - long.length).toBeGreaterThanOrEqual(2);
});

it('aligns nothing by titles that are not there', () => {
  expect(alignmentOf([titled(), titled('')]).title).toBe('');
});

it('writes titles smaller where they would be cut, and as Grafana does where they fit', () => {
  const title = 'An index of repeat purchases';
  const size = titleSizeFor(title, 480, 30) ?? 0;
  expect(size).toBeLessThan(12);
  expect(size).toBeGreaterThan(titleSizeFor(title, 430, 30) ?? 0);
  expect(titleSizeFor(title, 20, 30)).toBe(8);
  expect(titleSizeFor(title, 2_000, 30)).toBeUndefined();
  expect(titleSizeFor('', 250, 30)).toBeUndefined();
});
