import { narrowingOf, NOT_YET, readColumn, SEGMENTS, type Frame, type HeadlineQuery } from '../../contract';
import type { QueryContext } from '../context';
import { count, longDay, share } from '../wording';
import { cohorts } from './cohorts';
import { segmentMoves } from './segment-moves';

interface Move {
  from: string;
  to: string;
  customers: number;
}

/** So many days lie between the segments that are compared, as in the picture of movement. */
const DAYS = 90;

/** How customers have moved between segments, where most slipped from and to, and how many newcomers buy again. */
export async function segmentSentences(query: HeadlineQuery, context: QueryContext): Promise<string[]> {
  const narrowing = narrowingOf(query);
  const [moved, months] = await Promise.all([
    segmentMoves({ kind: 'segment_moves', days: DAYS, ...narrowing }, context),
    cohorts({ kind: 'cohorts', ...narrowing }, context),
  ]);
  const moves = movesOf(moved[0]);
  if (moves.length === 0) return ['There are no customers here.'];
  return [moveSentence(moves, context.asOf), slipSentence(moves), returnSentence(months[0])];
}

function movesOf(frame: Frame | undefined): Move[] {
  const { from_segment: from = [], to_segment: to = [], customers = [] } = valuesOf(frame);
  return from.map((name, i) => ({ from: String(name), to: String(to[i]), customers: Number(customers[i]) }));
}

function valuesOf(frame: Frame | undefined): Record<string, unknown[]> {
  return Object.fromEntries((frame?.fields ?? []).map(({ column }) => [column.name, readColumn(column)]));
}

/** Above zero: to a worse segment. Who was no customer before has not moved. */
function fall({ from, to }: Move): number {
  if (from === NOT_YET) return 0;
  return SEGMENTS.findIndex((name) => name === to) - SEGMENTS.findIndex((name) => name === from);
}

const sum = (moves: readonly Move[]): number => moves.reduce((total, { customers }) => total + customers, 0);

function moveSentence(moves: readonly Move[], asOf: string): string {
  const [worse, better] = [sum(moves.filter((one) => fall(one) > 0)), sum(moves.filter((one) => fall(one) < 0))];
  const fresh = sum(moves.filter(({ from }) => from === NOT_YET));
  return (
    `In the ${DAYS} days to ${longDay(asOf)}, ${count(worse)} customers slipped to a worse segment, ` +
    `${count(better)} rose to a better one and ${count(fresh)} came as new customers.`
  );
}

function slipSentence(moves: readonly Move[]): string {
  const [most] = moves.filter((one) => fall(one) > 0).toSorted((a, b) => b.customers - a.customers);
  return most ? `Most slipped from “${most.from}” to “${most.to}”: ${count(most.customers)}.` : '';
}

/** Of all months whose next month is over, and of the latest of these. */
function returnSentence(frame: Frame | undefined): string {
  const { period = [], cohort_customers: sizes = [], customers = [], complete = [] } = valuesOf(frame);
  const ends = period.flatMap((one, i) =>
    one === 1 && complete[i] === true ? [{ size: Number(sizes[i]), back: Number(customers[i]) }] : [],
  );
  const last = ends[ends.length - 1];
  if (!last || ends.length < 2) return '';
  const [size, back] = [ends.reduce((all, one) => all + one.size, 0), ends.reduce((all, one) => all + one.back, 0)];
  return `${share(back / size)} of newcomers buy again in the month after their first (the latest: ${share(last.back / last.size)}).`;
}
