import { narrowingOf, NOT_YET, readColumn, SEGMENTS, type Frame, type HeadlineQuery } from '../../contract';
import type { QueryContext } from '../context';
import { SEGMENT_WORDS, type SegmentWords } from '../headline-words/segments';
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
  const words = SEGMENT_WORDS[context.language];
  if (moves.length === 0) return [words.nobody];
  return [moveSentence(moves, context.asOf, words), slipSentence(moves, words), returnSentence(months[0], words)];
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

function moveSentence(moves: readonly Move[], asOf: string, words: SegmentWords): string {
  const [worse, better] = [sum(moves.filter((one) => fall(one) > 0)), sum(moves.filter((one) => fall(one) < 0))];
  return words.moves(DAYS, asOf, worse, better, sum(moves.filter(({ from }) => from === NOT_YET)));
}

function slipSentence(moves: readonly Move[], words: SegmentWords): string {
  const [most] = moves.filter((one) => fall(one) > 0).toSorted((a, b) => b.customers - a.customers);
  return most ? words.slipped(most.from, most.to, most.customers) : '';
}

/** Of all months whose next month is over, and of the latest of these. */
function returnSentence(frame: Frame | undefined, words: SegmentWords): string {
  const { period = [], cohort_customers: sizes = [], customers = [], complete = [] } = valuesOf(frame);
  const ends = period.flatMap((one, i) =>
    one === 1 && complete[i] === true ? [{ size: Number(sizes[i]), back: Number(customers[i]) }] : [],
  );
  const last = ends[ends.length - 1];
  if (!last || ends.length < 2) return '';
  const [size, back] = [ends.reduce((all, one) => all + one.size, 0), ends.reduce((all, one) => all + one.back, 0)];
  return words.newcomers(back / size, last.back / last.size);
}
