import { formatCount } from '../../format/numbers';
import { t } from '../../language/t';

/** What stands below the rows that paper shows of a longer list. */
export const rowsLeftText = (left: number): string =>
  t('report.left', 'and {{rows}} more', { rows: formatCount(left) });
