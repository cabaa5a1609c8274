import { DEFAULT_LANGUAGE, FILTER_SPECS, KIND_SPECS, labelOf, type QueryKind } from '@contract';
import { currentLanguage } from '../../language/current';
import { t } from '../../language/t';
import type { WarehouseQuery } from '../types';
import { withoutComments } from '../statement/tokens';
import { conditionsText, readConditions } from './conditions';
import { readFilter } from './filters';
import { isKind, readParameter, toTexts } from './parameters';
import { summaryIn } from './summaryIn';

type Describe = (read: (name: string) => string) => string;

const lower = (key: string): string => labelOf(key).toLowerCase();
const largest = (limit: string): string => (limit ? `, ${limit} largest` : '');

function sales(read: (name: string) => string): string {
  const grain = read('grain');
  const step = grain && grain !== 'auto' ? `by ${lower(grain)}` : 'over time';
  const by = read('by');
  const split = by ? `, split by ${lower(by)}${largest(read('limit'))}` : '';
  return `${labelOf(read('measure') || 'revenue')} ${step}${split}${compared(read)}`;
}

const compared = (read: (name: string) => string): string =>
  read('compare') === 'true' ? ', compared with the period before' : '';

/** A measure by groups: of which there are the largest or the smallest, and in what order they come. */
function grouped(what: string, by: string, read: (name: string) => string): string {
  const [sort, ascending, limit] = [read('sort'), read('descending') === 'false', read('limit')];
  const byName = sort === 'name';
  const most = ascending && !byName ? 'smallest' : 'largest';
  const order = byName ? `, ${ascending ? 'A to Z' : 'Z to A'}` : sorted(sort, ascending, limit !== '');
  return `${what} by ${lower(by)}${limit ? `, ${limit} ${most}` : ''}${order}`;
}

function sorted(sort: string, ascending: boolean, limited: boolean): string {
  const measure = sort && sort !== 'value' ? ` by ${lower(sort)}` : '';
  if (measure === '' && (!ascending || limited)) return '';
  return `, ${ascending ? 'smallest' : 'largest'} first${measure}`;
}

/** A list of customers: what it is sorted by, how long it is, and what it is narrowed to. */
function list(name: string, sort: string, read: (name: string) => string): string {
  const order = read('descending') === 'false' ? 'smallest first' : 'largest first';
  const parts = [`${name} by ${lower(read('sort') || sort)}, ${order}`, `${read('limit') || '100'} rows`];
  if (read('offset')) parts.push(`from row ${read('offset')}`);
  if (read('status')) parts.push(read('status'));
  if (read('where')) parts.push(read('where'));
  if (read('search')) parts.push(`id starts with ${read('search')}`);
  return [...parts, ...past(read)].join(', ');
}

/** Which customers a list is narrowed to by what they did when. */
function past(read: (name: string) => string): string[] {
  const period = lower(read('period') || 'month');
  const [first, during, activity] = [read('firstPurchase'), read('during'), read('activity')];
  const when = during ? `in the ${period} of ${during}` : 'in the time range';
  return [
    ...(first ? [`first purchase in the ${period} of ${first}`] : []),
    ...(during || activity ? [`${lower(activity || 'purchased')} ${when}`] : []),
  ];
}

/** What is forecast: its measure, the days ahead, and by what it is split. */
function expected(name: string, days: string, read: (name: string) => string): string {
  const ahead = days ? `, ${read('horizonDays') || days} days ahead` : '';
  const by = read('by') ? `, split by ${lower(read('by'))}${largest(read('limit'))}` : '';
  return `${name}: ${lower(read('measure') || 'revenue')}${ahead}${by}`;
}

const DESCRIBE: Record<QueryKind, Describe> = {
  headline: () => KIND_SPECS.headline.label,
  kpis: (read) => {
    const figures = read('measures').split(', ').filter(Boolean).map(lower).join(', ') || 'all eight';
    return `Key figures: ${figures}${read('trend') === 'true' ? ', as a trend' : ''}`;
  },
  sales,
  breakdown: (read) =>
    `${grouped(labelOf(read('measure') || 'revenue'), read('by') || 'state', read)}${compared(read)}`,
  rfm_segments: (read) => {
    const what = read('measure') ? `${labelOf(read('measure'))} per RFM segment` : 'RFM segments, all measures';
    return read('sort') ? `${what}${sorted(read('sort'), read('descending') === 'false', false)}` : what;
  },
  customers: (read) => `${list('Customers', 'monetary', read)}${moves(read)}`,
  values,
  churn_scores: (read) => list('Churn scores', 'revenue_at_risk', read),
  churn_score: (read) => `Churn score of ${read('customer') || 'no customer yet'}`,
  what_if: (read) => `What if ${read('customer') || 'a customer'} were different`,
  risk_summary: (read) => grouped(labelOf(read('measure') || 'risk measures'), read('by') || 'segment', read),
  risk_history: (read) =>
    `${labelOf(read('measure') || 'high_risk_share')} by month${read('by') ? `, split by ${lower(read('by'))}` : ''}`,
  score_distribution: () => KIND_SPECS.score_distribution.label,
  value_at_risk: (read) => valueAtRisk(read),
  risk_watch: (read) => riskWatch(read),
  model_quality: (read) => `Model quality: ${lower(read('view') || 'metrics')}`,
  sales_forecast: (read) => expected(`Sales ${lower(read('view') || 'forecast')}`, '180', read),
  forecast_quality: (read) =>
    expected(`Forecast quality${read('figure') ? `, ${labelOf(read('figure'))}` : ''}`, '', read),
  forecast_shortfall: (read) =>
    `${expected(labelOf(read('figure') || 'shortfall_share'), '30', read)}, against ${lower(read('against') || 'period_before')}`,
  cohorts: (read) =>
    `Cohort ${lower(read('measure') || 'retention')} by ${lower(read('period') || 'month')} of the first purchase`,
  geography: (read) => `Sales, customers and churn risk by ${lower(read('by') || 'state')}${largest(read('limit'))}`,
  lifecycle: (read) => `Customer lifecycle by ${lower(read('period') || 'month')}`,
  segment_moves: (read) => `Segment movement over ${read('days') || '90'} days`,
  operations: (read) => (read('figure') ? labelOf(read('figure')) : `Operations: ${lower(read('view') || 'figures')}`),
  annotations: (read) => events(read),
  alerts: (read) => warnings(read),
  alert_stats: (read) =>
    read('measure') ? labelOf(read('measure')) : `Work on early warnings: ${lower(read('view') || 'figures')}`,
  sql: (read) => `SQL: ${firstWords(read('rawSql'))}`,
};

/** Which customers of a list: those who moved between segments in some way. */
function moves(read: (name: string) => string): string {
  const [ways, from, to] = [read('moved'), read('movedFrom'), read('movedTo')];
  if (`${ways}${from}${to}` === '') return '';
  const parts = [
    ...(ways ? [`moved ${ways.split(', ').map(lower).join(' or ')}`] : ['moved']),
    ...(from ? [`from ${from.replaceAll(', ', ' or ')}`] : []),
    ...(to ? [`to ${to.replaceAll(', ', ' or ')}`] : []),
  ];
  return `, ${parts.join(' ')} within ${read('movedDays') || '90'} days`;
}

/** The number that an alert rule watches: of whom, and against when. */
function riskWatch(read: (name: string) => string): string {
  const figure = read('figure') || 'high_risk_share';
  const compares = figure.startsWith('newly_') || figure.endsWith('_change');
  return [
    `${labelOf(figure)}${read('by') ? ` by ${lower(read('by'))}` : ''}`,
    ...(read('value') ? [lower(read('value'))] : []),
    ...(compares ? [`against ${read('days') || '30'} days before`] : []),
    ...(read('texts') === 'true' ? ['with who and why'] : []),
  ].join(', ');
}

/** What is at stake by value and risk, and where the classes of value begin when the query says so. */
function valueAtRisk(read: (name: string) => string): string {
  const cuts = [
    ...(read('highFrom') ? [`high value from R$ ${read('highFrom')}`] : []),
    ...(read('mediumFrom') ? [`medium from R$ ${read('mediumFrom')}`] : []),
  ];
  const what = read('measure') ? labelOf(read('measure')) : 'Value at risk';
  return [`${what} by ${lower(read('value') || 'monetary')} and risk band`, ...cuts].join(', ');
}

/** What a variable lists: all values, or those of the time range, or those that a search finds. */
function values(read: (name: string) => string): string {
  const within = read('within') === 'time_range' ? ', of the time range' : '';
  const search = read('search') ? `, found by ${read('search')}` : '';
  return `Values of ${lower(read('dimension') || 'state')}${within}${search}${largest(read('limit'))}`;
}

/** Which events are told: all, or those of some sources. */
function events(read: (name: string) => string): string {
  const sources = read('source');
  if (sources === '') return 'Events of all sources';
  return `Events: ${sources.split(', ').map(lower).join(', ')}`;
}

/** Which early warnings, and how they are sorted. */
function warnings(read: (name: string) => string): string {
  const order = read('descending') === 'false' ? 'smallest first' : 'largest first';
  const states = read('warning_state').split(', ').filter(Boolean).map(lower);
  const parts = [
    `Early warnings by ${lower(read('sort') || 'created_at')}, ${order}`,
    `${read('limit') || '100'} rows`,
    ...(read('offset') ? [`from row ${read('offset')}`] : []),
    ...(states.length > 0 ? [states.join(' or ')] : []),
    ...(read('owner') ? [`taken by ${read('owner')}`] : []),
    ...(read('since') ? [`since ${read('since')}`] : []),
    ...(read('search') ? [`id starts with ${read('search')}`] : []),
  ];
  return parts.join(', ');
}

/** The beginning of a statement, on one line and without comments. */
function firstWords(sql: string): string {
  const line = withoutComments(sql).replaceAll(/\s+/g, ' ').trim();
  if (line === '') return 'no statement yet';
  return line.length > 120 ? `${line.slice(0, 119)}…` : line;
}

/** One readable line that says what a query asks for. */
export function summarize(query: WarehouseQuery): string {
  if (!isKind(query.kind)) return t('datasource.editor.nothing', 'Nothing chosen yet');
  if (currentLanguage() !== DEFAULT_LANGUAGE) return summaryIn(currentLanguage(), query, query.kind);
  const read = (name: string): string => {
    const value = readParameter(query, name);
    return name === 'where' ? conditionsText(readConditions(value)) : toTexts(value).join(', ');
  };
  const filters = FILTER_SPECS.flatMap(({ name, label }) => {
    const [kept, leftOut] = [readFilter(query, name), readFilter(query, name, 'exclude')];
    const said = [
      ...(kept.length > 0 ? [kept.join(' or ')] : []),
      ...(leftOut.length > 0 ? [`not ${leftOut.join(' or ')}`] : []),
    ];
    return said.length > 0 ? [`${label.toLowerCase()} ${said.join(' and ')}`] : [];
  });
  const asOf = read('asOf') ? [`as of ${read('asOf')}`] : [];
  return [DESCRIBE[query.kind](read), ...filters, ...asOf].join(' · ');
}
