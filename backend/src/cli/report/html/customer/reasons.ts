import { DEFAULT_REASON_COUNT, numberOr, scoreSteps, type Fields, type Language } from '../../../../contract';
import type { PlainField } from '../../cells';
import { columnsTable, type Table } from '../table';
import { numberText } from '../values';
import { featureText, pointsText } from './feature-text';
import { rowsOf, type Row } from '../rows';
import { CUSTOMER_WORDS } from './words';

interface Reason {
  feature: string;
  contribution: number;
  row: Row;
}

const BASE = 'base';

/**
 * Why a score is what it is: the way from the average customer to this one, feature by feature, in the panel's words and
 * numbers, which add up. Undefined without a base to start from.
 */
export function reasonsTable(
  churn: number,
  fields: readonly PlainField[],
  options: Fields,
  language: Language,
): Table | undefined {
  const all = rowsOf(fields).flatMap((row): Reason[] => {
    const contribution = row.number('contribution');
    return contribution === undefined ? [] : [{ feature: row.text('feature'), contribution, row }];
  });
  const base = all.find(({ feature }) => feature === BASE);
  if (!base) return undefined;
  const words = CUSTOMER_WORDS[language];
  const reasons = all
    .filter((one) => one !== base)
    .sort((one, other) => Math.abs(other.contribution) - Math.abs(one.contribution));
  const count = numberOr(options.reasonCount, DEFAULT_REASON_COUNT);
  const { steps, decimals, base: average, total, others } = scoreSteps(churn, base.contribution, reasons, count);
  const share = (value: number): string => numberText(value, 'percentunit', language, decimals);
  const valueOf = (reason: Reason | undefined, key: string): string =>
    reason ? featureText(reason.row.value(key), reason.row.text('unit'), language) : '';
  const most = Math.max(...steps.map(({ shown }) => Math.abs(shown)));
  const rows = [
    [words.averageCustomer, '', '', share(average), '', ''],
    ...steps.map(({ reason, shown }) => [
      reason?.row.text('label') ?? words.others(others),
      valueOf(reason, 'value'),
      valueOf(reason, 'typical'),
      pointsText(shown, decimals, language),
      deltaBar(shown, most),
      reason?.row.text('sentence') ?? '',
    ]),
    [words.thisCustomer, '', '', share(total), '', ''],
  ];
  const heads = [words.feature, words.customer, words.typical, words.pointsColumn, '', words.inWords];
  return columnsTable(
    heads.map((head, i) => ({
      head,
      isNumber: i > 0 && i < BARS,
      isPicture: i === BARS,
      texts: rows.map((row) => row[i] ?? ''),
    })),
  );
}

/** The column of bars. */
const BARS = 4;

/** A bar to the right for what raises the risk, to the left for what lowers it. */
function deltaBar(shown: number, most: number): string {
  const width = most > 0 ? ((Math.abs(shown) / most) * 100).toFixed(1) : '0';
  return `<div><i class="${shown < 0 ? 'less' : 'more'}" style="width:${width}%"></i></div>`;
}
