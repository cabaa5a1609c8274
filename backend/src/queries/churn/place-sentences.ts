import { narrowingOf, readColumn, type Frame, type HeadlineQuery } from '../../contract';
import { NoScoreError } from '../../churn/scoring/scored';
import { breakdown } from '../breakdown';
import type { QueryContext } from '../context';
import { PLACE_WORDS, type PlaceNumber, type PlaceWords } from '../headline-words/places';
import { GROUP_SQL, riskGroups } from './risk-groups';

interface Place {
  name: string;
  revenue: number;
  /** Against the period before; null where nothing was. */
  change: number | null;
}

/** States below this share of the whole are not compared: a handful of customers goes up and down by chance. */
const WORTH_A_WORD = 0.01;
const NAMED = 3;

/** Where the revenue comes from, where it grows and falls most, and where churn risk is highest. */
export async function placeSentences(query: HeadlineQuery, context: QueryContext): Promise<string[]> {
  const [sales] = await breakdown(
    { kind: 'breakdown', by: 'state', measure: 'revenue', compare: true, ...narrowingOf(query) },
    context,
  );
  const places = placesOf(sales);
  const words = PLACE_WORDS[context.language];
  if (places.length === 0) return [words.nothing];
  return [shareSentence(places, words), changeSentence(places, words), await riskSentence(query, context, words)];
}

function placesOf(frame: Frame | undefined): Place[] {
  const columns = Object.fromEntries((frame?.fields ?? []).map(({ column }) => [column.name, readColumn(column)]));
  const { state = [], revenue = [], change = [] } = columns;
  return state.map((name, i) => {
    const moved = change[i];
    return { name: String(name), revenue: Number(revenue[i]), change: typeof moved === 'number' ? moved : null };
  });
}

const whole = (places: readonly Place[]): number => places.reduce((sum, { revenue }) => sum + revenue, 0);

function shareSentence(places: readonly Place[], words: PlaceWords): string {
  const all = whole(places);
  const largest = places.slice(0, NAMED).map(({ name, revenue }) => ({ name, share: revenue / all }));
  return words.revenue(all, places.length, largest);
}

function changeSentence(places: readonly Place[], words: PlaceWords): string {
  const all = whole(places);
  const known = places.flatMap(({ name, revenue, change }): PlaceNumber[] =>
    change !== null && revenue / all >= WORTH_A_WORD ? [{ name, share: change }] : [],
  );
  const [best, worst] = extremes(known);
  return best && worst ? words.changes(best, worst) : '';
}

/** The largest and the smallest; neither where there are not two, or all are alike. */
export function extremes(numbers: readonly PlaceNumber[]): [PlaceNumber, PlaceNumber] | [] {
  const [first, ...others] = numbers.toSorted((a, b) => b.share - a.share);
  const last = others.at(-1);
  return first && last && first.share > last.share ? [first, last] : [];
}

/** Where most active customers are at high risk, among states with enough of them; nothing without scores. */
async function riskSentence(query: HeadlineQuery, context: QueryContext, words: PlaceWords): Promise<string> {
  try {
    return await context.scored(context.asOf, async ({ table }) => {
      const grouping = { dimension: GROUP_SQL.state, ...narrowingOf(query), status: ['active' as const] };
      const rows = await riskGroups(grouping, table, context.asOf, context);
      const all = rows.reduce((sum, row) => sum + Number(row.customers), 0);
      const able = rows.filter((row) => Number(row.customers) / all >= WORTH_A_WORD);
      const risks = able.map((row) => ({ name: String(row.group_name), share: Number(row.high_risk_share) }));
      const [worst, best] = extremes(risks);
      return worst && best ? words.risk(worst, best) : '';
    });
  } catch (error) {
    if (error instanceof NoScoreError) return '';
    throw error;
  }
}
