import type { DuckDBConnection } from '@duckdb/node-api';
import { WarehouseError } from '../errors';
import type { InputFile } from '../load/inputs';
import { BROKEN_KEY } from '../load/rules';
import { literal } from '../duckdb/sql';
import { queryRows } from './database';
import type { LoadedRows } from './load';

export interface BuildLimits {
  /** The share of a file's rows that may be refused before the build stops, 0 to 1. */
  rejectedShare: number;
  /** The share of a file's rows that may point at a missing order or customer. */
  brokenKeyShare: number;
}

export const DEFAULT_LIMITS: BuildLimits = { rejectedShare: 0.05, brokenKeyShare: 0.05 };

/**
 * Stops the build when too many rows of a file were refused.
 *
 * @throws WarehouseError `bad_input` with the most frequent reason and its first line
 */
export async function checkLimits(
  lane: DuckDBConnection,
  file: InputFile,
  rows: LoadedRows,
  limits: BuildLimits,
): Promise<void> {
  const rejected = rows.read - rows.loaded;
  if (rows.read === 0) throw emptyFile(file);
  if (rejected === 0) return;
  const reasons = await queryRows(
    lane,
    `select reason, count(*) as rows, min(line) as line from stg_rejects where file = ${literal(file.name)}
     group by reason order by rows desc, reason`,
  );
  const broken = reasons.filter((row) => String(row['reason']).includes(BROKEN_KEY));
  const brokenRows = broken.reduce((sum, row) => sum + Number(row['rows']), 0);
  if (brokenRows / rows.read > limits.brokenKeyShare) {
    throw overLimit(
      file,
      brokenRows,
      rows.read,
      limits.brokenKeyShare,
      String(broken[0]!['reason']),
      broken[0]!['line'],
    );
  }
  if (rejected / rows.read > limits.rejectedShare) {
    const first = reasons[0]!;
    throw overLimit(file, rejected, rows.read, limits.rejectedShare, String(first['reason']), first['line']);
  }
}

function emptyFile(file: InputFile): WarehouseError {
  return new WarehouseError(
    'bad_input',
    `${file.name} holds a header and no rows.`,
    file.source.required ? 'Export the file again.' : 'Export the file again, or remove it: it is optional.',
  );
}

function overLimit(
  file: InputFile,
  rejected: number,
  read: number,
  limit: number,
  reason: string,
  line: unknown,
): WarehouseError {
  const where = typeof line === 'number' ? `, first on line ${line}` : '';
  return new WarehouseError(
    'bad_input',
    `${file.name}: ${rejected} of ${read} rows were refused, more than the ${limit * 100}% allowed; ` +
      `most often: ${reason}${where}.`,
    'Correct the file, or allow a larger share of refused rows if that is what the shop has.',
  );
}
