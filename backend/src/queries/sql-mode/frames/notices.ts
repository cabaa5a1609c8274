import type { Notice } from '../../../contract';
import type { Cut } from '../../../warehouse/sandbox';

const UNITS: Record<Cut['by'], string> = { rows: 'rows', cells: 'values', bytes: 'bytes' };

/** Says that the answer is only the beginning of the result. */
export function cutNotice({ by, limit }: Cut, length: number): Notice {
  const rows = length === 1 ? 'row' : 'rows';
  return warning(
    `The result was cut at the limit of ${grouped(limit)} ${UNITS[by]}: only its first ${grouped(length)} ${rows} are here. ` +
      'Aggregate, filter, or ask for fewer columns.',
  );
}

export const warning = (text: string): Notice => ({ severity: 'warning', text });

export const info = (text: string): Notice => ({ severity: 'info', text });

const grouped = (count: number): string => count.toLocaleString('en-US');
