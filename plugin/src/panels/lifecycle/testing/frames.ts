import { LIFECYCLE_STAGES, type LifecycleStage } from '@contract';
import { FieldType, LoadingState, toDataFrame, type DataFrame, type Field } from '@grafana/data';

/** A month's or week's first day and its counts, with the fields' names as they come. */
export type LifecycleRow = Record<LifecycleStage, number> & { day: string };

/** Three months of a small shop, the last of which still runs. */
export const SHOP: LifecycleRow[] = [
  { day: '2018-01-01', new: 1_000, returning: 20, reactivated: 0, dormant: 0 },
  { day: '2018-02-01', new: 800, returning: 30, reactivated: 5, dormant: 1_200 },
  { day: '2018-03-01', new: 300, returning: 10, reactivated: 2, dormant: 100 },
];

interface Asked {
  grain?: string;
  asOf?: string;
  getLinks?: Field['getLinks'];
}

/** What the backend answers. */
export function lifecycleFrame(
  rows: readonly LifecycleRow[] = SHOP,
  { grain = 'month', asOf = '2018-03-20', getLinks }: Asked = {},
): DataFrame {
  const frame = toDataFrame({
    name: 'lifecycle',
    meta: { custom: { asOf, grain } },
    fields: [
      { name: 'time', type: FieldType.time, values: rows.map(({ day }) => Date.parse(day)) },
      ...LIFECYCLE_STAGES.map((stage) => ({
        name: stage,
        type: FieldType.number,
        values: rows.map((row) => row[stage]),
      })),
    ],
  });
  for (const field of frame.fields) if (field.name === 'dormant') field.getLinks = getLinks;
  return frame;
}

/** A panel's data once it is loaded. */
export const loaded = (series: DataFrame[] = [lifecycleFrame()]) => ({ series, state: LoadingState.Done });

/** So many weeks in a row. */
export const manyWeeks = (count: number, customers: number): LifecycleRow[] =>
  Array.from({ length: count }, (_, week) => ({
    day: new Date(Date.UTC(2010, 0, 4 + 7 * week)).toISOString().slice(0, 10),
    new: customers,
    returning: 1,
    reactivated: 1,
    dormant: Math.round(customers / 2),
  }));
