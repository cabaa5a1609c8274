import { narrowingOf, readColumn, type Frame, type HeadlineQuery } from '../../contract';
import { NoScoreError } from '../../churn/scoring/scored';
import type { Row } from '../../warehouse/engine';
import { breakdown } from '../breakdown';
import type { QueryContext } from '../context';
import { count, listed, money, share } from '../wording';
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
  if (places.length === 0) return ['There were no purchases in this time range.'];
  return [shareSentence(places), changeSentence(places), await riskSentence(query, context)];
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

function shareSentence(places: readonly Place[]): string {
  const all = whole(places);
  const named = places.slice(0, NAMED).map(({ name, revenue }) => `${name} (${share(revenue / all)})`);
  const from = `${money(all)} of revenue came from ${count(places.length)} ${places.length === 1 ? 'state' : 'states'}`;
  return places.length === 1 ? `${from}: ${places[0]?.name}.` : `${from}, most of it from ${listed(named)}.`;
}

function changeSentence(places: readonly Place[]): string {
  const all = whole(places);
  const known = places.filter(({ revenue, change }) => change !== null && revenue / all >= WORTH_A_WORD);
  const byChange = known.toSorted((a, b) => Number(b.change) - Number(a.change));
  const [first, last] = [byChange[0], byChange[byChange.length - 1]];
  if (!first || !last || first === last) return '';
  return `Against the period before, ${first.name} did best (${changeText(first)}) and ${last.name} worst (${changeText(last)}).`;
}

const changeText = ({ change }: Place): string =>
  change === null ? '' : `${change < 0 ? '−' : '+'}${share(Math.abs(change))}`;

/** Where most active customers are at high risk, among states with enough of them; nothing without scores. */
async function riskSentence(query: HeadlineQuery, context: QueryContext): Promise<string> {
  try {
    return await context.scored(context.asOf, async ({ table }) => {
      const grouping = { dimension: GROUP_SQL.state, ...narrowingOf(query), status: ['active' as const] };
      const rows = await riskGroups(grouping, table, context.asOf, context);
      const all = rows.reduce((sum, row) => sum + Number(row.customers), 0);
      const able = rows.filter((row) => Number(row.customers) / all >= WORTH_A_WORD);
      const [worst, best] = [byRisk(able)[0], byRisk(able).at(-1)];
      if (!worst || !best || worst === best) return '';
      return `Most active customers at high risk are in ${riskText(worst)}, fewest in ${riskText(best)}.`;
    });
  } catch (error) {
    if (error instanceof NoScoreError) return '';
    throw error;
  }
}

const byRisk = (rows: readonly Row[]): Row[] =>
  rows.toSorted((a, b) => Number(b.high_risk_share) - Number(a.high_risk_share));

const riskText = (row: Row): string => `${String(row.group_name)} (${share(Number(row.high_risk_share))})`;
