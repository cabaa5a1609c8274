import { madeUpSales } from '../testing/made-up-sales';
import { requestOf, seriesOf } from '../testing/requests';
import { furtherPaths } from './further-paths';
import type { MadePath } from './make-study';
import { firstPaths, type SeriesTask } from './task';

const values = madeUpSales(360, 6);
const task: SeriesTask = { ...requestOf(), ...seriesOf(values), model: 'auto', effort: 'screened' };

/** First paths that are off by a share of what happened. */
const made = (off: Record<string, number>): MadePath[] =>
  firstPaths(task).map(({ model, origin, days }) => ({
    model,
    origin,
    path: Float64Array.from({ length: days }, (_, i) => (1 + off[model]!) * (values[origin + i] ?? 1000)),
  }));

test('a seldom chosen model is tried at the latest origin first', () => {
  const origins = (key: string): number[] =>
    firstPaths(task).flatMap(({ model, origin }) => (model === key ? [origin] : []));
  expect(origins('prophet')).toEqual([120, 180, 240, 300, 360]);
  expect(origins('ets')).toEqual([300]);
});

test('and elsewhere only when it was better there', () => {
  const wanted = furtherPaths(task, made({ prophet: 0.5, mstl: 0.9, ets: 0 }));
  expect(new Set(wanted.map(({ model }) => model))).toEqual(new Set(['ets']));
  expect(wanted.map(({ origin }) => origin)).toEqual([120, 180, 240, 360]);
  expect(furtherPaths(task, made({ prophet: 0, mstl: 0.9, ets: 0.9 }))).toEqual([]);
});

test('a full effort leaves nothing for later, a cheap one makes nothing first', () => {
  const full = firstPaths({ ...task, effort: 'full' });
  expect(full).toHaveLength(3 * 5);
  expect(furtherPaths({ ...task, effort: 'full' }, [])).toEqual([]);
  expect(firstPaths({ ...task, effort: 'cheap' })).toEqual([]);
});

test('what cannot be chosen among is not made', () => {
  const sparse = values.map((value, day) => (day % 5 === 0 ? value : 0));
  expect(firstPaths({ ...task, ...seriesOf(sparse) })).toEqual([]);
  expect(firstPaths({ ...task, ...seriesOf(sparse), model: 'prophet' })).not.toEqual([]);
});
