import { labelOf, startOf, type CohortPeriod, type Frame, type LifecycleStage } from '../../contract';
import { noData, numberColumn, timeColumn } from '../../frames';
import { bucketEnd, bucketStarts } from '../time-buckets';

/** Customers who did, or ceased to do, something in the step of time that begins on a day. */
export type CountOf = (start: string, stage: LifecycleStage) => number;

export interface RatesOf {
  /** First day of the step in which the shop's first purchase lies. */
  since: string;
  /** First days of the steps that are wanted, ascending. */
  shown: readonly string[];
  period: CohortPeriod;
  asOf: string;
}

/**
 * The churn rate of each step that is over: of the customers who were active when it began, the share that began to count as
 * churned in it. Who is active at the end of a step is who was at its beginning, with those who are new or came back, without
 * those who went. Steps that began with nobody active have no rate; without any, "no data".
 */
export function churnRateFrame(countOf: CountOf, { since, shown, period, asOf }: RatesOf): Frame {
  const wanted = new Set(shown);
  const rates: { start: string; rate: number }[] = [];
  let active = 0;
  for (const start of bucketStarts({ from: startOf(since), to: startOf(asOf) }, period)) {
    const dormant = countOf(start, 'dormant');
    if (active > 0 && wanted.has(start) && bucketEnd(start, period) <= asOf)
      rates.push({ start, rate: dormant / active });
    active += countOf(start, 'new') + countOf(start, 'reactivated') - dormant;
  }
  if (rates.length === 0) return noData('lifecycle', 'timeseries-wide');
  const times = timeColumn(
    'time',
    rates.map(({ start }) => startOf(start)),
  );
  const values = numberColumn(
    'churn_rate',
    rates.map(({ rate }) => rate),
  );
  const config = {
    unit: 'percentunit',
    decimals: 1,
    description:
      'Of the customers who were active when the step began, the share that began to count as churned in it.',
    displayNameFromDS: labelOf('churn_rate'),
  };
  return {
    name: 'lifecycle',
    meta: { type: 'timeseries-wide', custom: { grain: period } },
    fields: [{ column: times }, { column: values, config }],
  };
}
