import {
  labelOf,
  LIFECYCLE_STAGES,
  startOf,
  type Frame,
  type LifecycleQuery,
  type LifecycleStage,
} from '../../contract';
import { noData, numberColumn, timeColumn } from '../../frames';
import type { QueryContext } from '../context';
import { bind, customerCondition, where } from '../filters';
import { insideData, withCustomers } from '../scope';
import { fill } from '../template';
import { bucketOf, bucketStarts } from '../time-buckets';
import { churnRateFrame } from './churn-rate';
import lifecycleSql from './lifecycle.sql';

const DESCRIPTIONS: Record<LifecycleStage, string> = {
  new: 'Purchased for the first time.',
  returning: 'Had purchased before, and did not count as churned meanwhile.',
  reactivated: 'Came back after having counted as churned.',
  dormant: 'Began to count as churned: no purchase for as many days as the churn rule names.',
};

/** Customers by month or week as new, returning, reactivated and dormant, or the rate at which they churn. */
export function lifecycle(query: LifecycleQuery, context: QueryContext): Promise<Frame[]> {
  return withCustomers(query, context, async (customers) => {
    const { period = 'month', figure } = query;
    const range = insideData(context);
    const starts = range ? bucketStarts(range, period) : [];
    const [first, last] = [starts[0], starts[starts.length - 1]];
    if (first === undefined || last === undefined) return [noData('lifecycle', 'timeseries-wide')];
    const condition = customerCondition(query, context.asOf);
    const sql = fill(lifecycleSql, { period, customers, where: where(condition.sql) });
    const own = { as_of: context.asOf, churn_days: context.settings.churnDays, last };
    const since = figure ? bucketOf(context.generation.firstDay, period) : first;
    const rows = await context.engine.rows(sql, bind({ ...own, first: since }, condition), context.signal);
    const counts = new Map(
      rows.map(({ bucket, stage, customers: n }) => [`${String(bucket)} ${String(stage)}`, Number(n)]),
    );
    const countOf = (start: string, stage: LifecycleStage): number => counts.get(`${start} ${stage}`) ?? 0;
    if (figure) return [churnRateFrame(countOf, { since, shown: starts, period, asOf: context.asOf })];
    const fields = LIFECYCLE_STAGES.map((stage) => ({
      column: numberColumn(
        stage,
        starts.map((start) => countOf(start, stage)),
      ),
      config: {
        unit: 'locale',
        decimals: 0,
        description: DESCRIPTIONS[stage],
        displayNameFromDS: labelOf(stage),
      },
    }));
    return [
      {
        name: 'lifecycle',
        meta: { type: 'timeseries-wide', custom: { grain: period } },
        fields: [{ column: timeColumn('time', starts.map(startOf)) }, ...fields],
      },
    ];
  });
}
