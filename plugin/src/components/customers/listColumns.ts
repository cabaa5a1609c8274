import { NOT_YET, RISK_BANDS } from '@contract';
import type { DataFrame, Field } from '@grafana/data';
import { bandText, segmentText } from '../../language/names';
import { t } from '../../language/t';
import { formatDayOf } from '../../format/dates';
import { formatCount, formatMoney, formatMoneyExact } from '../../format/numbers';
import { formatDays } from '../../format/scores';

/** A column of a list of customers. */
export interface CustomerColumn {
  field: Field;
  label: string;
  /** In px; texts that grow take what is left over. */
  width: number;
  grows?: boolean;
  isNumber?: boolean;
  text: (value: unknown) => string;
  /** The whole value, where `text` shortens it. */
  exact?: (value: unknown) => string;
}

interface KnownColumn extends Omit<CustomerColumn, 'field' | 'label'> {
  /** Names of the field in the kinds that list customers. */
  names: readonly string[];
  label: () => string;
  /** Columns with a lower rank go first where there is no room. */
  rank: number;
}

const plain = (value: unknown): string => (value === null || value === undefined ? '–' : String(value));
const number = (value: unknown): number | null => (typeof value === 'number' ? value : null);
const money = {
  isNumber: true,
  text: (value: unknown) => formatMoney(number(value)),
  exact: (value: unknown) => formatMoneyExact(number(value)),
};

const band = (value: unknown): string => {
  const known = RISK_BANDS.find((one) => one === value);
  if (!known) return plain(value);
  const { sign, label } = bandText(known);
  return `${sign} ${label}`;
};

const segment = (value: unknown): string =>
  value === NOT_YET ? t('behind.not-yet', 'Not yet a customer') : segmentText(plain(value));

/** The columns that are shown, in their order. */
const KNOWN: readonly KnownColumn[] = [
  {
    names: ['customer', 'customer_id'],
    label: () => t('behind.customer', 'Customer'),
    width: 100,
    rank: 20,
    text: plain,
  },
  { names: ['segment_before'], label: () => t('behind.before', 'Before'), width: 136, rank: 15, text: segment },
  { names: ['segment'], label: () => t('behind.segment', 'Segment'), width: 136, rank: 13, text: segment },
  { names: ['band'], label: () => t('behind.risk', 'Risk'), width: 118, rank: 11, text: band },
  { names: ['revenue_at_risk'], label: () => t('behind.at-risk', 'At risk'), width: 92, rank: 19, ...money },
  { names: ['monetary'], label: () => t('behind.paid', 'Paid'), width: 92, rank: 18, ...money },
  {
    names: ['frequency'],
    label: () => t('behind.days-with-purchase', 'Days with a purchase'),
    width: 152,
    rank: 5,
    isNumber: true,
    text: (value) => formatCount(number(value)),
  },
  {
    names: ['last_order'],
    label: () => t('behind.last-order', 'Last order'),
    width: 128,
    rank: 9,
    text: (value) => formatDayOf(number(value)),
  },
  {
    names: ['recency_days'],
    label: () => t('behind.ago', 'Ago'),
    width: 84,
    rank: 17,
    isNumber: true,
    text: (value) => formatDays(number(value)),
  },
  { names: ['state'], label: () => t('behind.state', 'State'), width: 64, rank: 7, text: plain },
  { names: ['reason'], label: () => t('behind.reason', 'Main reason'), width: 180, grows: true, rank: 8, text: plain },
  {
    names: ['action'],
    label: () => t('behind.action', 'Recommended action'),
    width: 180,
    grows: true,
    rank: 14,
    text: plain,
  },
];

/** The columns of an answer for which there is room, in the order in which they are shown. */
export function columnsFor(frame: DataFrame, width: number): CustomerColumn[] {
  const found = KNOWN.flatMap(({ names, label, ...known }) => {
    const field = frame.fields.find(({ name }) => names.includes(name));
    return field ? [{ ...known, field, label: label() }] : [];
  });
  let room = width;
  const kept = [...found]
    .sort((one, other) => other.rank - one.rank)
    .filter((column, i) => {
      room -= column.width;
      return room >= 0 || i < 2;
    });
  return found.filter((column) => kept.includes(column));
}
