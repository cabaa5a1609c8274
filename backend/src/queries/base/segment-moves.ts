import {
  labelOf,
  type FieldConfig,
  type Frame,
  type FrameField,
  type InLanguages,
  type Notice,
  type SegmentMovesQuery,
} from '../../contract';
import { noData, numberColumn, textColumn } from '../../frames';
import type { Row } from '../../warehouse/engine';
import type { QueryContext } from '../context';
import { bind, customerCondition, where } from '../filters';
import { withCustomers } from '../scope';
import { fill } from '../template';
import { wordingIn } from '../wording';
import { BACK, GONE, withMoved } from './moved-customers';
import segmentMovesSql from './segment-moves.sql';

const COUNT: FieldConfig = { unit: 'locale', decimals: 0 };

const CONFIG: Record<string, FieldConfig> = {
  move: { description: 'Up: to a better segment. Down: to a more endangered one. New: not yet a customer then.' },
  customers: COUNT,
  share: { unit: 'percentunit', decimals: 1, description: 'Of the customers who were in that segment then.' },
  revenue: {
    unit: 'currencyBRL',
    description: 'All that these customers have paid for purchases up to the as-of date.',
  },
  gone: { ...COUNT, description: 'Of these, who were active then and count as churned now.' },
  back: { ...COUNT, description: 'Of these, who counted as churned then and are active now.' },
};

const NOBODY_YET: InLanguages<(day: string) => string> = {
  en: (day) => `The data begins after ${wordingIn('en').longDay(day)}: nobody was a customer then.`,
  'pt-BR': (day) => `Os dados começam depois de ${wordingIn('pt-BR').longDay(day)}: ninguém era cliente então.`,
};

/** Customers by their RFM segment some time before the as-of date and by that at it: a row per pair. */
export function segmentMoves(query: SegmentMovesQuery, context: QueryContext): Promise<Frame[]> {
  const { asOf, generation } = context;
  return withCustomers(query, context, (later) =>
    withMoved(later, query.days, context, async ({ before, ...moved }) => {
      const condition = customerCondition(query, asOf);
      const parts = { moved: moved.sql, gone: GONE, back: BACK, where: where(condition.sql) };
      const sql = fill(segmentMovesSql, parts);
      const rows = await context.engine.rows(sql, bind({}, moved, condition), context.signal);
      if (rows.length === 0) return [noData('segment_moves', 'table')];
      const notices: Notice[] =
        before < generation.firstDay ? [{ severity: 'info', text: NOBODY_YET[context.language](before) }] : [];
      const custom = { before };
      return [{ name: 'segment_moves', meta: { type: 'table', notices, custom }, fields: fieldsOf(rows) }];
    }),
  );
}

function fieldsOf(rows: readonly Row[]): FrameField[] {
  const before = new Map<string, number>();
  for (const { from_segment: from, customers } of rows)
    before.set(String(from), (before.get(String(from)) ?? 0) + Number(customers));
  const texts = (name: string): FrameField => ({
    column: textColumn(
      name,
      rows.map((row) => String(row[name])),
    ),
    config: { ...CONFIG[name], displayNameFromDS: labelOf(name) },
  });
  const numbers = (name: string, valueOf: (row: Row) => number): FrameField => ({
    column: numberColumn(name, rows.map(valueOf)),
    config: { ...CONFIG[name], displayNameFromDS: labelOf(name) },
  });
  return [
    texts('from_segment'),
    texts('to_segment'),
    texts('move'),
    numbers('customers', ({ customers }) => Number(customers)),
    numbers('share', ({ from_segment: from, customers }) => Number(customers) / (before.get(String(from)) ?? 1)),
    numbers('revenue', ({ revenue }) => Math.round(Number(revenue) * 100) / 100),
    numbers('gone', ({ gone }) => Number(gone)),
    numbers('back', ({ back }) => Number(back)),
  ];
}
