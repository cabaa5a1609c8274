import { MOVED_FROM, NOT_YET, SEGMENTS } from '@contract';
import type { DataFrame, Field } from '@grafana/data';
import { flowKey, type Flow, type MovementModel, type MovementReading, type Way } from './model';

const REQUIRED = ['from_segment', 'to_segment', 'customers'];
const DAY_MS = 86_400_000;

/** The flows in a panel's frames, of kind `segment_moves`. */
export function readMoves(frames: readonly DataFrame[]): MovementReading {
  const filled = frames.filter((frame) => frame.length > 0 && frame.fields.length > 0);
  const frame = filled.find((one) => fieldOf(one, 'from_segment')) ?? filled[0];
  if (!frame) return { state: 'empty' };
  const missing = REQUIRED.filter((name) => !fieldOf(frame, name));
  if (missing.length > 0) return { state: 'missing', fields: missing };
  const flows = readFlows(frame).filter(({ customers }) => customers > 0);
  const customers = flows.reduce((total, flow) => total + flow.customers, 0);
  if (customers === 0) return { state: 'empty' };
  return { state: 'ready', model: { flows, customers, ...readDays(frame) } };
}

const fieldOf = (frame: DataFrame, name: string): Field | undefined =>
  frame.fields.find((field) => field.name === name);

function readFlows(frame: DataFrame): Flow[] {
  const numbers = (name: string) => {
    const values: unknown[] = fieldOf(frame, name)?.values ?? [];
    return (row: number): number | null => {
      const value = values[row];
      return typeof value === 'number' && Number.isFinite(value) ? value : null;
    };
  };
  const text = (name: string, row: number): string => String(fieldOf(frame, name)?.values[row] ?? '');
  const [customers, share, revenue] = [numbers('customers'), numbers('share'), numbers('revenue')];
  const [gone, back] = [numbers('gone'), numbers('back')];
  const flows = Array.from({ length: frame.length }, (_, row): Flow => {
    const [from, to] = [text('from_segment', row), text('to_segment', row)];
    return {
      key: flowKey(from, to),
      from,
      to,
      way: wayOf(from, to),
      customers: customers(row) ?? 0,
      share: share(row) ?? 0,
      revenue: revenue(row) ?? 0,
      gone: gone(row) ?? 0,
      back: back(row) ?? 0,
      links: fieldOf(frame, 'to_segment')?.getLinks?.({ valueRowIndex: row }) ?? [],
    };
  });
  return flows.sort(
    (one, other) =>
      rankOf(MOVED_FROM, one.from) - rankOf(MOVED_FROM, other.from) ||
      rankOf(SEGMENTS, one.to) - rankOf(SEGMENTS, other.to),
  );
}

/** Which way a flow leads: up is towards the first of the segments. */
export function wayOf(from: string, to: string): Way {
  if (from === NOT_YET) return 'new';
  if (from === to) return 'stayed';
  return rankOf(SEGMENTS, to) < rankOf(SEGMENTS, from) ? 'up' : 'down';
}

/** The place of a segment in its order; one that is not known stands last. */
export function rankOf(order: readonly string[], segment: string): number {
  const rank = order.indexOf(segment);
  return rank < 0 ? order.length : rank;
}

function readDays(frame: DataFrame): Pick<MovementModel, 'before' | 'asOf' | 'days'> {
  const { before, asOf }: Record<string, unknown> = frame.meta?.custom ?? {};
  if (typeof before !== 'string' || typeof asOf !== 'string') return {};
  const days = Math.round((Date.parse(asOf) - Date.parse(before)) / DAY_MS);
  return { before, asOf, ...(days > 0 ? { days } : {}) };
}
