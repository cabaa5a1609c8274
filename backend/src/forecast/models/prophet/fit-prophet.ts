import type { ProphetHoliday, ProphetOptimizeOptions, ProphetOptions } from '@bsull/augurs/prophet';
import type { Augurs } from '../augurs/library';
import { orderedOptimizer } from './ordered-optimizer';

export const DAY_SECONDS = 86_400;

/** The optimiser's line search now and then fails with one number of changepoints, and not with another. */
const CHANGEPOINTS = [10, 5, 0];

/** Looser than Stan's own: sums differ by less than half a percent, in a quarter of the time. */
const TOLERANCES: ProphetOptimizeOptions = { tolRelObj: 1e9, tolRelGrad: 1e10 };

const OFF = { type: 'manual', enabled: false } as const;

export interface ProphetTask {
  /** Seconds since 1970 of the first day. */
  firstSecond: number;
  logs: Float64Array;
  /** 1 for each day of `logs` to learn from, 0 for one to pass over. */
  learnt: Uint8Array;
  holidays: Map<string, ProphetHoliday>;
  horizonDays: number;
}

/**
 * The fit of each day of the history and of the horizon, on logs, the trend of the horizon held at that of the last day.
 *
 * @throws the library's error when no fit is found
 */
export function fitProphet({ Prophet, optimizer }: Augurs, task: ProphetTask): Float64Array {
  const { firstSecond, logs, learnt, horizonDays } = task;
  const ds = Array.from({ length: logs.length + horizonDays }, (_, day) => firstSecond + day * DAY_SECONDS);
  const known = { ds: ds.filter((_, day) => learnt[day]), y: logs.filter((_, day) => learnt[day]) };
  const ordered = orderedOptimizer(optimizer);
  for (const [attempt, nChangepoints] of CHANGEPOINTS.entries()) {
    const model = new Prophet({ ...optionsOf(task), optimizer: ordered, nChangepoints });
    try {
      model.fit(known, TOLERANCES);
      const { yhat, trend } = model.predict({ ds });
      return heldTrend(yhat.point, trend.point, logs.length);
    } catch (error) {
      if (attempt === CHANGEPOINTS.length - 1) throw error;
    } finally {
      model.free();
    }
  }
  throw new RangeError('There is no number of changepoints to try.');
}

function optionsOf({ holidays }: ProphetTask): Omit<ProphetOptions, 'optimizer'> {
  return {
    uncertaintySamples: 0,
    yearlySeasonality: OFF,
    dailySeasonality: OFF,
    weeklySeasonality: { type: 'manual', enabled: true },
    ...(holidays.size > 0 ? { holidays } : {}),
  };
}

function heldTrend(fitted: readonly number[], trend: readonly number[], knownDays: number): Float64Array {
  const held = trend[knownDays - 1]!;
  return Float64Array.from(fitted, (value, day) => (day < knownDays ? value : value - trend[day]! + held));
}
