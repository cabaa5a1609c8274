import type { ForecastModelKey } from '../../contract';
import type { PathTable } from '../backtest/paths';
import { madeUpSales } from '../testing/made-up-sales';
import { candidatesOf, isChoosable } from './candidates';
import { choose } from './choose';

const values = madeUpSales(300, 4);
const ORIGINS = [60, 120, 180, 240];

/** Models whose forecasts are off by a share of what happened, at each origin its own. */
function pathsOff(shares: Partial<Record<ForecastModelKey, number[]>>): PathTable {
  const at = (share: number, origin: number): Float64Array =>
    Float64Array.from({ length: 60 }, (_, i) => (1 + share) * (values[origin + i] ?? 1000));
  return new Map(
    Object.entries(shares).map(([key, list]) => [
      key as ForecastModelKey,
      new Map([...ORIGINS, 300].map((origin, i) => [origin, at(list[i] ?? 0, origin)])),
    ]),
  );
}

const chosen = (paths: PathTable, known = 300): unknown =>
  choose(values, paths, candidatesOf([...paths.keys()]), ORIGINS, known);

test('the mean of profile and Prophet comes first; baselines are not averaged', () => {
  const candidates = candidatesOf(['seasonal_naive', 'prophet', 'profile', 'ets']);
  expect(candidates[0]).toEqual(['prophet', 'profile']);
  expect(candidates).toHaveLength(4 + 3);
});

test('it is left only for what was clearly better at every origin', () => {
  const usual = { profile: [0.2, 0.2, 0.2, 0.2], prophet: [0.2, 0.2, 0.2, 0.2] };
  expect(chosen(pathsOff({ ...usual, ets: [0.1, 0.1, 0.1, 0.1] }))).toEqual(['ets']);
  expect(chosen(pathsOff({ ...usual, ets: [0.19, 0.19, 0.19, 0.19] }))).toEqual(['profile', 'prophet']);
  expect(chosen(pathsOff({ ...usual, ets: [0.3, 0.01, 0.01, 0.01] }))).toEqual(['profile', 'prophet']);
});

test('a mean is chosen where errors make up for each other', () => {
  const paths = pathsOff({
    profile: [0.3, 0.3, 0.3, 0.3],
    prophet: [0.3, 0.3, 0.3, 0.3],
    mstl: [-0.3, -0.3, -0.3, -0.3],
  });
  expect(chosen(paths)).toEqual(['profile', 'mstl']);
});

test('an origin without outcomes counts for nothing, and two are too few to choose by', () => {
  const paths = pathsOff({ profile: [0.2, 0.2], prophet: [0.2, 0.2], ets: [0, 0, 0, 0] });
  expect(chosen(paths, 180)).toEqual(['profile', 'prophet']);
});

test('a short or sparse history is left to the profile', () => {
  const sparse = values.map((value, day) => (day % 3 === 0 ? value : 0));
  expect(isChoosable(values, 300)).toBe(true);
  expect(isChoosable(values, 83)).toBe(false);
  expect(isChoosable(sparse, 300)).toBe(false);
  const paths = pathsOff({ prophet: [0, 0, 0, 0], profile: [0.5, 0.5, 0.5, 0.5] });
  expect(choose(sparse, paths, candidatesOf(['prophet', 'profile']), ORIGINS, 300)).toEqual(['profile']);
});

test('where no model forecast, nothing is chosen', () => {
  expect(chosen(new Map())).toBeUndefined();
});
