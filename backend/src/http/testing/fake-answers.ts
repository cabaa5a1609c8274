import {
  CUSTOMER_COLUMNS,
  HISTOGRAM_COLUMNS,
  ORDER_COLUMNS,
  REASON_COLUMNS,
  RISK_MEASURES,
  SCORES_COLUMNS,
  TOP_REASON_COLUMN,
  WHAT_IF_COLUMNS,
  type Column,
  type Frame,
} from '../../contract';
import type { PredictionRequest } from '../../queries/question';
import { boolColumn, noData, numberColumn, textColumn, timeColumn } from '../../frames';

export interface FakeQuery extends Readonly<Record<string, unknown>> {
  kind: string;
  search?: string;
  customer?: string;
  changes?: Readonly<Record<string, number>>;
  limit?: number;
  offset?: number;
  by?: string;
  view?: string;
}

interface FakeAnswer {
  frames?: Frame[];
  status?: number;
  error?: string;
}

/** Two of them begin with the same eight characters. */
export const IDS = ['aaaaaaaa11', 'aaaaaaaa22', 'bbbbbbbb33'];

const TIMES = ['time', 'last_order', 'first_order', 'delivered'];
const FLAGS = ['own', 'changeable', 'passed', 'hard'];
const PURCHASE = Date.UTC(2018, 4, 6, 12, 30);
const CHOICES: Readonly<Record<string, string>> = { band: 'high', segment: 'Lost', status: 'churned' };
const WORDS = new Set([
  ...['customer_id', 'state', 'city', 'reason', 'action', 'action_detail', 'action_rule', 'top_reason', 'order_id'],
  ...['label', 'group', 'unit', 'feature', 'sentence', 'categories', 'figure', 'fact', 'model', 'metric', 'message'],
  ...['gate', 'definition', 'change_text'],
]);

type Cells = Readonly<Record<string, readonly (string | number | null)[]>>;

/** A frame with these columns, each filled with something of its own sort where `cells` do not say with what. */
function frameOf(name: string, columns: readonly string[], rows: number, cells: Cells = {}): Frame {
  return {
    name,
    meta: { type: 'table' },
    fields: columns.map((column) => ({ column: columnOf(column, rows, cells[column]) })),
  };
}

function columnOf(name: string, rows: number, given?: readonly (string | number | null)[]): Column {
  const filled = <T>(value: T): T[] => Array<T>(given?.length ?? rows).fill(value);
  if (given?.some((cell) => typeof cell === 'string')) return textColumn(name, given.map(String));
  if (TIMES.includes(name)) return timeColumn(name, filled(given ? null : PURCHASE));
  if (FLAGS.includes(name)) return boolColumn(name, filled(true));
  const word = CHOICES[name] ?? (WORDS.has(name) ? `some ${name}` : undefined);
  if (word !== undefined) return textColumn(name, filled(word));
  return numberColumn(name, given ? given.map(numberOf) : filled(1));
}

const numberOf = (cell: string | number | null): number | null => (cell === null ? null : Number(cell));

/** The answer of the fake shop, in the columns of the contract. */
export function answerTo(query: FakeQuery, fullIds: boolean): FakeAnswer {
  switch (query.kind) {
    case 'churn_scores':
      return { frames: [scores(query, fullIds)] };
    case 'churn_score':
      return IDS.includes(query.customer ?? '') ? { frames: inFull(query.customer ?? '') } : unknown(query.customer);
    case 'what_if':
      return whatIf(query);
    case 'risk_summary':
      return { frames: [risk(query.by ?? 'segment')] };
    case 'kpis':
      return { frames: [frameOf('kpis', KPI_COLUMNS, 1, KPI_CELLS)] };
    default:
      return { frames: [quality(query.view ?? '')] };
  }
}

const unknown = (customer: unknown): FakeAnswer => ({ status: 404, error: `No customer ${String(customer)}.` });

function scores({ search = '', limit = 100, offset = 0 }: FakeQuery, fullIds: boolean): Frame {
  const wanted = fullIds ? search : search.slice(0, 8);
  const ids = IDS.filter((id) => id.startsWith(wanted)).slice(offset, offset + limit);
  if (ids.length === 0) return noData('churn_scores', 'table');
  const cells = {
    customer_id: ids.map((id) => (fullIds ? id : `${id.slice(0, 8)}…`)),
    monetary: ids.map((id) => IDS.indexOf(id)),
    churn_probability: ids.map(() => 0.5),
  };
  const frame = frameOf('churn_scores', SCORES_COLUMNS, ids.length, cells);
  return {
    ...frame,
    meta: { ...frame.meta, notices: [{ severity: 'info', text: 'Rows 1 to 3: there may be more.' }] },
  };
}

function inFull(id: string): Frame[] {
  return [
    frameOf('churn_score', CUSTOMER_COLUMNS, 1, { customer_id: [id], monetary: [NaN] }),
    frameOf('reasons', REASON_COLUMNS, 2, { feature: ['base', 'recency_days'] }),
    frameOf('rfm_histograms', HISTOGRAM_COLUMNS, 2),
    frameOf('score_history', ['time', 'churn_probability', 'base_rate'], 1),
    frameOf('orders', ORDER_COLUMNS, 1, { delivered: [null] }),
  ];
}

function whatIf({ customer, changes = {} }: FakeQuery): FakeAnswer {
  if (customer !== undefined && !IDS.includes(customer)) return unknown(customer);
  const reasons = frameOf('reasons', REASON_COLUMNS, 3, {
    feature: ['base', 'recency_days', 'frequency'],
    min: [null, 0, 1],
    max: [null, 800, 20],
  });
  const frame = frameOf('what_if', WHAT_IF_COLUMNS, 1, { churn_probability: [(changes.recency_days ?? 400) / 800] });
  return { frames: [frame, reasons] };
}

/** The table of predictions: of customers that are known, and of rows whose features are not all 13. */
export function predictionsOf({ rows, fullIds }: PredictionRequest): Frame {
  const told = rows.map(({ customer, features }) => {
    const known = customer === undefined ? undefined : IDS.find((id) => id === customer);
    if (customer !== undefined && !known) return { status: 404, error: `No customer ${customer}.` };
    if (features?.frequency === 13) return { status: 400, error: 'Not 13.' };
    return { id: known && (fullIds ? known : `${known.slice(0, 8)}…`), churn: (features?.recency_days ?? 400) / 800 };
  });
  const of = <T>(read: (row: (typeof told)[number]) => T | null | undefined): (T | null)[] =>
    told.map((row) => read(row) ?? null);
  const good = of((row) => ('churn' in row ? row.churn : null));
  return {
    name: 'predictions',
    fields: [
      textColumn(
        'customer_id',
        of((row) => ('id' in row ? row.id : null)),
      ),
      numberColumn('churn_probability', good),
      textColumn(
        'band',
        good.map((one) => (one === null ? null : 'high')),
      ),
      textColumn(
        'reason',
        good.map((one) => (one === null ? null : 'some reason')),
      ),
      numberColumn(
        'status',
        of((row) => row.status),
      ),
      textColumn(
        'error',
        of((row) => row.error),
      ),
    ].map((column) => ({ column })),
  };
}

function risk(by: string): Frame {
  return frameOf('risk_summary', [by, ...RISK_MEASURES, TOP_REASON_COLUMN], 2, {
    [by]: ['one', 'two'],
    customers: [10, 30],
    mean_churn_probability: [0.9, 0.5],
    high_risk_customers: [10, 10],
    revenue_at_risk: [100, 50],
  });
}

const KPI_COLUMNS = ['measure', 'label', 'value', 'previous', 'change', 'change_text', 'verdict', 'unit', 'definition'];
const KPI_CELLS: Cells = { measure: ['revenue'], value: [12.5], previous: [NaN], verdict: ['good'] };

const VIEWS: Record<string, readonly string[]> = {
  metrics: ['model', 'metric', 'value', 'low', 'high', 'better'],
  facts: ['fact', 'value'],
  gates: ['gate', 'required', 'actual', 'passed', 'hard', 'message'],
  importance: ['feature', 'label', 'importance', 'deviation'],
};

const VIEW_CELLS: Record<string, Cells> = {
  metrics: { low: [null], better: ['higher'] },
  facts: { value: ['2018-03-01'] },
  importance: { feature: ['recency_days'], importance: [0.07] },
};

const quality = (view: string): Frame => frameOf(view, VIEWS[view] ?? [], 1, VIEW_CELLS[view]);
