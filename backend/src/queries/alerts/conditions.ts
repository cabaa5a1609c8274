import {
  DAY_MS,
  dayOf,
  startOf,
  type AlertsQuery,
  type Language,
  type Narrowing,
  type Notice,
  type Text,
  type TimeRange,
} from '../../contract';
import { searchText } from '../customer-ids';
import { boughtConditions, recordCondition, type Condition } from '../filters';

/**
 * Warnings of a time range: those that were made in it, or whose day of data lies in it. Where data comes in day by day
 * the two are the same; where data of the past is looked at, a picture of it shows its warnings, and so does today.
 */
export function rangeCondition({ from, to }: TimeRange): Condition {
  // The last moment that the database can tell from the others.
  const [first, last] = [Math.max(from, -62_000_000_000_000), Math.min(to, 250_000_000_000_000)];
  return {
    sql: `(created_at BETWEEN make_timestamp($from::BIGINT * 1000) AND make_timestamp($to::BIGINT * 1000 + 999)
    OR as_of BETWEEN $from_day::DATE AND $to_day::DATE)`,
    parameters: { from: first, to: last, from_day: dayOf(first), to_day: dayOf(last) },
  };
}

/** Warnings of these states of the address, segments and risk bands. */
export const narrowingCondition = (query: Narrowing): Condition => recordCondition(query);

const NOT_NARROWED: Text = {
  en: 'Early warnings are not narrowed by category or payment type: they are about customers, not orders.',
  'pt-BR':
    'Os alertas antecipados não são filtrados por categoria ou forma de pagamento: tratam de clientes, não de pedidos.',
};

/** Says that part of the filters was left aside. */
export function narrowingNotices(query: Narrowing, language: Language): Notice[] {
  const { bought, avoided } = boughtConditions(query);
  if (bought.sql === '' && avoided.sql === '') return [];
  return [{ severity: 'info', text: NOT_NARROWED[language] }];
}

/** The conditions of a list of warnings. */
export function listConditions(query: AlertsQuery, range: TimeRange, fullIds: boolean): Condition[] {
  const { warning_state = [], owner, since } = query;
  const customer = searchText(query.search, fullIds);
  return [
    { sql: 'NOT held_out', parameters: {} },
    since === undefined ? rangeCondition(range) : rangeCondition({ from: startOf(since), to: Date.now() + DAY_MS }),
    narrowingCondition(query),
    ...(warning_state.length > 0
      ? [{ sql: 'warning_state IN (SELECT unnest($states::VARCHAR[]))', parameters: { states: warning_state } }]
      : []),
    ...(owner === undefined ? [] : [{ sql: 'owner = $owner', parameters: { owner } }]),
    ...(customer === '' ? [] : [{ sql: 'starts_with(customer_id, $customer)', parameters: { customer } }]),
  ];
}
