import { SEGMENTS } from '@contract';
import type { DataFrame, Field, LinkModel } from '@grafana/data';
import type { GridCell, SegmentRow, SegmentsModel, SegmentsReading } from './model';

const REQUIRED = ['segment', 'customers', 'revenue'];

/** The segments and scores in a panel's frames, of kind `rfm_segments` without a measure. */
export function readSegments(frames: readonly DataFrame[]): SegmentsReading {
  const filled = frames.filter((frame) => frame.length > 0 && frame.fields.length > 0);
  const table =
    filled.find((frame) => !isGrid(frame) && fieldOf(frame, 'segment')) ?? filled.find((one) => !isGrid(one));
  if (!table) return { state: 'empty' };
  const missing = REQUIRED.filter((name) => !fieldOf(table, name));
  if (missing.length > 0) return { state: 'missing', fields: missing };
  const rows = readRows(table);
  if (rows.every((row) => row.customers === 0)) return { state: 'empty' };
  return { state: 'ready', model: { rows, cells: readCells(filled), ...readAsOf(table) } };
}

function isGrid(frame: DataFrame): boolean {
  return fieldOf(frame, 'recency_score') !== undefined && fieldOf(frame, 'frequency_score') !== undefined;
}

function fieldOf(frame: DataFrame, name: string): Field | undefined {
  return frame.fields.find((field) => field.name === name);
}

function numbersOf(frame: DataFrame, name: string): Array<number | null> {
  const values: unknown[] = fieldOf(frame, name)?.values ?? [];
  return Array.from({ length: frame.length }, (_, index) => {
    const value = values[index];
    return typeof value === 'number' && Number.isFinite(value) ? value : null;
  });
}

function textsOf(frame: DataFrame, name: string): string[] {
  const values: unknown[] = fieldOf(frame, name)?.values ?? [];
  return Array.from({ length: frame.length }, (_, index) => String(values[index] ?? ''));
}

function readRows(frame: DataFrame): SegmentRow[] {
  const column = (name: string) => numbersOf(frame, name);
  const customers = column('customers').map((value) => value ?? 0);
  const revenue = column('revenue').map((value) => value ?? 0);
  const customerShare = sharesOf(column('customer_share'), customers);
  const revenueShare = sharesOf(column('revenue_share'), revenue);
  const churned = column('churned_share');
  const recency = column('mean_recency_days');
  const frequency = column('mean_frequency');
  const monetary = column('mean_monetary');
  const rows = textsOf(frame, 'segment').map((segment, index) => ({
    segment,
    customers: customers[index] ?? 0,
    customerShare: customerShare[index] ?? 0,
    revenue: revenue[index] ?? 0,
    revenueShare: revenueShare[index] ?? 0,
    churnedShare: churned[index] ?? null,
    meanRecencyDays: recency[index] ?? null,
    meanFrequency: frequency[index] ?? null,
    meanMonetary: monetary[index] ?? null,
    links: linksOf(frame, index),
  }));
  return rows.sort((one, other) => rankOf(one.segment) - rankOf(other.segment));
}

/** The shares as given; counted from the amounts where the answer holds none. */
function sharesOf(given: Array<number | null>, amounts: readonly number[]): number[] {
  const total = amounts.reduce((sum, amount) => sum + amount, 0);
  return amounts.map((amount, index) => given[index] ?? (total > 0 ? amount / total : 0));
}

function linksOf(frame: DataFrame, index: number): LinkModel[] {
  return fieldOf(frame, 'segment')?.getLinks?.({ valueRowIndex: index }) ?? [];
}

function rankOf(segment: string): number {
  const rank = SEGMENTS.findIndex((known) => known === segment);
  return rank < 0 ? SEGMENTS.length : rank;
}

function readCells(frames: readonly DataFrame[]): GridCell[] | null {
  const frame = frames.find(isGrid);
  if (!frame) return null;
  const recency = numbersOf(frame, 'recency_score');
  const frequency = numbersOf(frame, 'frequency_score');
  const customers = numbersOf(frame, 'customers');
  const revenue = numbersOf(frame, 'revenue');
  const cells = textsOf(frame, 'segment').map((segment, index) => ({
    segment,
    recency: recency[index] ?? 0,
    frequency: frequency[index] ?? 0,
    customers: customers[index] ?? 0,
    revenue: revenue[index] ?? 0,
  }));
  return cells.filter((cell) => isScore(cell.recency) && isScore(cell.frequency));
}

function isScore(value: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= 5;
}

function readAsOf(frame: DataFrame): Pick<SegmentsModel, 'asOf'> {
  const asOf: unknown = frame.meta?.custom?.asOf;
  return typeof asOf === 'string' ? { asOf } : {};
}
