import type { DataFrame } from '@grafana/data';
import { framesToCsv } from '../../../format/csv';
import type { ListModel } from '../data/readList';
import type { ScoreRow } from '../data/model';

/** The rows as CSV, in the order shown, with every column of the answer. */
export function rowsToCsv({ frame }: Pick<ListModel, 'frame'>, rows: readonly ScoreRow[]): string {
  const chosen: DataFrame = {
    ...frame,
    length: rows.length,
    fields: frame.fields.map((field) => ({ ...field, values: rows.map(({ index }) => field.values[index]) })),
  };
  return framesToCsv([chosen]);
}
