import type { Notice } from '../../../contract';
import type { ValueColumn } from './columns';
import { info } from './notices';

/** Names the columns whose numbers had to be rounded to be drawn. */
export function roundedNotices(values: readonly ValueColumn[]): Notice[] {
  const names = values.filter((column) => column.rounded).map((column) => `"${column.name}"`);
  if (names.length === 0) return [];
  return [
    info(`Numbers of ${names.join(', ')} have more than 15 digits and were rounded; the format "table" shows all.`),
  ];
}
