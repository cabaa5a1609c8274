import { MAX_PREDICT_ROWS } from '../../contract/rest/schemas';
import { CsvFileError, readCsv as readAnyCsv, type CsvFile } from '../../queries/csv/read-csv';
import { AnswerError } from '../ask';
import { refuseTooMany } from './row';

export type { CsvFile, CsvLine, Separator } from '../../queries/csv/read-csv';

/**
 * An uploaded CSV file of customers to predict.
 *
 * @throws AnswerError 400 when it cannot be read or has no rows, 413 when it has too many
 */
export async function readCsv(bytes: Buffer): Promise<CsvFile> {
  const file = await readAnyCsv(bytes, { maxRows: MAX_PREDICT_ROWS, header: 'customer_id' }).catch((error: unknown) => {
    throw error instanceof CsvFileError ? new AnswerError(400, error.message) : error;
  });
  refuseTooMany(file.rows.length);
  if (file.rows.length === 0) throw new AnswerError(400, 'The file has a header but no rows.');
  return file;
}
