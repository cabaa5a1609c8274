import { NOT_YET } from '@contract';
import { FieldType, LoadingState, toDataFrame, type DataFrame, type Field } from '@grafana/data';

export type MoveRow = Record<string, string | number | null>;

const TEXTS = ['from_segment', 'to_segment', 'move'];

/** One row of the moves' frame. */
export const moveRow = (from: string, to: string, customers: number, gone = 0, back = 0): MoveRow => ({
  from_segment: from,
  to_segment: to,
  customers,
  share: 0.5,
  revenue: customers * 100.5,
  gone,
  back,
});

/** A small shop of 1,000 customers. */
export const SHOP: MoveRow[] = [
  moveRow('New', 'Promising', 300),
  moveRow(NOT_YET, 'New', 250),
  moveRow('Lost', 'Lost', 240),
  moveRow('About to sleep', 'Lost', 190, 150),
  moveRow('Lost', 'New', 19, 0, 19),
  moveRow('New', 'Champions', 1),
];

/** A frame with a field for each key of its rows. */
export function movesFrame(rows: readonly MoveRow[] = SHOP, getLinks?: Field['getLinks']): DataFrame {
  const keys = Object.keys(rows[0] ?? {});
  const frame = toDataFrame({
    name: 'segment_moves',
    meta: { custom: { asOf: '2018-08-31', before: '2018-06-02' } },
    fields: keys.map((key) => ({
      name: key,
      type: TEXTS.includes(key) ? FieldType.string : FieldType.number,
      values: rows.map((row) => row[key]),
    })),
  });
  for (const field of frame.fields) if (field.name === 'to_segment') field.getLinks = getLinks;
  return frame;
}

/** A panel's data once it is loaded. */
export const loaded = (...series: DataFrame[]) => ({ series, state: LoadingState.Done });
