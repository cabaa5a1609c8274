import {
  addDays,
  labelOf,
  NOT_YET,
  type FieldConfig,
  type Frame,
  type FrameField,
  type Notice,
  type SegmentMovesQuery,
} from '../../contract';
import { noData, numberColumn, textColumn } from '../../frames';
import type { Row } from '../../warehouse/engine';
import type { QueryContext } from '../context';
import { bind, customerCondition, where } from '../filters';
import { withCustomers } from '../scope';
import { fill } from '../template';
import segmentMovesSql from './segment-moves.sql';

const DEFAULT_DAYS = 90;

const CONFIG: Record<string, FieldConfig> = {
  customers: { unit: 'locale', decimals: 0 },
  share: { unit: 'percentunit', decimals: 1, description: 'Of the customers who were in that segment then.' },
  revenue: {
    unit: 'currencyBRL',
    description: 'All that these customers have paid for purchases up to the as-of date.',
  },
};

/** Customers by their RFM segment some time before the as-of date and by that at it: a row per pair. */
export function segmentMoves(query: SegmentMovesQuery, context: QueryContext): Promise<Frame[]> {
  const { asOf, generation } = context;
  const before = addDays(asOf, -(query.days ?? DEFAULT_DAYS));
  return withCustomers(query, context, (later) =>
    context.snapshot(before, async (earlier) => {
      const condition = customerCondition(query, asOf);
      const sql = fill(segmentMovesSql, { later, earlier, where: where(condition.sql) });
      const rows = await context.engine.rows(sql, bind({ not_yet: NOT_YET }, condition), context.signal);
      if (rows.length === 0) return [noData('segment_moves', 'table')];
      const notices: Notice[] =
        before < generation.firstDay
          ? [{ severity: 'info', text: `The data begins after ${before}: nobody was a customer then.` }]
          : [];
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
    config: { displayNameFromDS: labelOf(name) },
  });
  const numbers = (name: string, valueOf: (row: Row) => number): FrameField => ({
    column: numberColumn(name, rows.map(valueOf)),
    config: { ...CONFIG[name], displayNameFromDS: labelOf(name) },
  });
  return [
    texts('from_segment'),
    texts('to_segment'),
    numbers('customers', ({ customers }) => Number(customers)),
    numbers('share', ({ from_segment: from, customers }) => Number(customers) / (before.get(String(from)) ?? 1)),
    numbers('revenue', ({ revenue }) => Math.round(Number(revenue) * 100) / 100),
  ];
}
