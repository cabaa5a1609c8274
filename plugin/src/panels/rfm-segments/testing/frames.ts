import { FieldType, LoadingState, toDataFrame, type DataFrame, type Field } from '@grafana/data';

/** One row of the segments' frame; figures that a test does not care about are the same for all. */
export function segmentRow(segment: string, customers: number, revenue: number, churnedShare = 0.25): SegmentFigures {
  return {
    segment,
    customers,
    revenue,
    churned_share: churnedShare,
    mean_recency_days: 120.5,
    mean_frequency: 1.25,
    mean_monetary: revenue / Math.max(1, customers),
  };
}

type SegmentFigures = Record<string, string | number | null>;

export const SHOP: SegmentFigures[] = [
  segmentRow('Lost', 600, 60_000, 1),
  segmentRow('Champions', 100, 40_000, 0),
  segmentRow('New', 300, 100_000.5, 0.1),
];

export const SCORES: SegmentFigures[] = [
  { recency_score: 1, frequency_score: 1, segment: 'Lost', customers: 600, revenue: 60_000 },
  { recency_score: 5, frequency_score: 1, segment: 'New', customers: 300, revenue: 100_000.5 },
  { recency_score: 5, frequency_score: 5, segment: 'Champions', customers: 100, revenue: 40_000 },
];

/** A frame with a field for each key of its rows. */
export function frameOf(name: string, rows: SegmentFigures[], getLinks?: Field['getLinks']): DataFrame {
  const keys = Object.keys(rows[0] ?? {});
  const frame = toDataFrame({
    name,
    meta: { custom: { asOf: '2018-08-31' } },
    fields: keys.map((key) => ({
      name: key,
      type: key === 'segment' ? FieldType.string : FieldType.number,
      values: rows.map((row) => row[key]),
    })),
  });
  for (const field of frame.fields) if (field.name === 'segment') field.getLinks = getLinks;
  return frame;
}

/** What the backend answers for a small shop: segments and scores. */
export function shopFrames(): DataFrame[] {
  return [frameOf('rfm_segments', SHOP), frameOf('rfm_grid', SCORES)];
}

/** A panel's data once it is loaded. */
export function loaded(series: DataFrame[]) {
  return { series, state: LoadingState.Done };
}
