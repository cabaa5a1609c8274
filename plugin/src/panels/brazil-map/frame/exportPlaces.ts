import type { DataFrame } from '@grafana/data';
import { framesToCsv } from '../../../format/csv';
import type { Place, PlaceList } from '../data/model';

/** The places as CSV, in their order, with every column of the answer. */
export function placesToCsv({ frame }: Pick<PlaceList, 'frame'>, places: readonly Place[]): string {
  const chosen: DataFrame = {
    ...frame,
    length: places.length,
    fields: frame.fields.map((field) => ({ ...field, values: places.map(({ row }) => field.values[row]) })),
  };
  return framesToCsv([chosen]);
}
