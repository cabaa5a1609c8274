import type { Column } from '../../contract';
import { copyBits, countBits, setBits } from './columns-bits';
import type { VectorSlice } from './columns-vector';

type Mask = Pick<VectorSlice, 'mask' | 'rows'>;

/** The mask of a whole column: DuckDB's own bits, which already are Arrow's, one slice after the other. */
export function validityOf(masks: readonly Mask[], rows: number): Pick<Column, 'validity' | 'nullCount'> {
  if (masks.every(({ mask }) => mask === undefined)) return { nullCount: 0 };
  const validity = new Uint8Array((rows + 7) >> 3);
  let at = 0;
  for (const slice of masks) {
    if (slice.mask) copyBits(validity, at, slice.mask, slice.rows);
    else setBits(validity, at, slice.rows);
    at += slice.rows;
  }
  const nullCount = rows - countBits(validity, rows);
  // A mask may be there although nothing is null, e.g. after a filter.
  return nullCount > 0 ? { validity, nullCount } : { nullCount: 0 };
}
