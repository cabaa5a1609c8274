import {
  DEFAULT_LANGUAGE,
  type FieldConfig,
  type Frame,
  type FrameField,
  KPI_KEYS,
  type KpiKey,
  type KpisQuery,
  labelOf,
  type Language,
  type Narrowing,
  startOf,
} from '../../contract';
import { numberColumn, textColumn, timeColumn } from '../../frames';
import type { QueryContext } from '../context';
import { descriptionIn, nameIn } from '../in-language/frames';
import { withCustomersIfNeeded } from '../scope';
import { changeOf, type Change, type Comparison } from './change';
import { KPI_DEFINITIONS, kpiFieldConfig } from './definitions';
import { figurePath, type FigurePath, type Figures } from './figures';

/** Steps from the period before to now: enough for a sparkline, few enough to stay quick. */
const TREND_STEPS = 12;

/** The key figures: a row each with the value one period before (a table), or their path as time series. */
export async function kpis(query: KpisQuery, context: QueryContext): Promise<Frame[]> {
  const keys = query.measures && query.measures.length > 0 ? query.measures : [...KPI_KEYS];
  const path = await keyFigures(query, context, query.trend ? TREND_STEPS : 1);
  return [(query.trend ? trendFrame : tableFrame)(keys, path, context.language)];
}

/** Figures of the customer base at the as-of date; the others are of the time range alone. */
const OF_THE_BASE: readonly KpiKey[] = ['repeat_purchase_rate', 'churned_share'];
const OF_THE_RANGE = KPI_KEYS.filter((key) => !OF_THE_BASE.includes(key));

/** True when an answer depends on the as-of date. */
export const judgesTheBase = ({ measures }: KpisQuery): boolean =>
  !measures || measures.length === 0 || measures.some((key) => OF_THE_BASE.includes(key));

/** A query for all trends of the same sort, so that the tiles of a dashboard share one computation. */
export function allMeasures(query: KpisQuery): KpisQuery {
  if (!query.trend || !query.measures || query.measures.length === 0) return query;
  return { ...query, measures: judgesTheBase(query) ? [...KPI_KEYS] : OF_THE_RANGE };
}

/** A dashboard makes a dozen; whoever makes more has them made each time. */
const MOST_CHOICES = 64;

/** Choices that were made before, by the frames that they were made from: an equal choice is the same object. */
const chosen = new WeakMap<readonly Frame[], Map<string, Frame[]>>();

/** Of the frames of {@link allMeasures}, the figures asked for; the same object each time, so that it is encoded once. */
export function onlyMeasures(frames: Frame[], { trend, measures, language }: KpisQuery): Frame[] {
  if (!trend) return frames;
  const kept: readonly KpiKey[] = measures && measures.length > 0 ? measures : KPI_KEYS;
  const made = chosen.get(frames) ?? new Map<string, Frame[]>();
  chosen.set(frames, made);
  const key = kept.join();
  const known = made.get(key) ?? choose(frames, kept, language);
  if (made.size < MOST_CHOICES) made.set(key, known);
  return known;
}

function choose(frames: readonly Frame[], kept: readonly KpiKey[], language: Language | undefined): Frame[] {
  const wanted = new Set<string>(['time', ...kept]);
  const named = (field: FrameField): FrameField => (kept.length > 1 ? withLabel(field, language) : field);
  return frames.map((frame) => ({
    ...frame,
    fields: frame.fields.filter(({ column }) => wanted.has(column.name)).map(named),
  }));
}

/** Beside other figures, a figure's name must say which it is, not only how it has changed. */
function withLabel(field: FrameField, language: Language = DEFAULT_LANGUAGE): FrameField {
  const { column, config } = field;
  if (config?.displayName === undefined) return field;
  return {
    ...field,
    config: { ...config, displayName: `${nameIn(language, labelOf(column.name))}: ${config.displayName}` },
  };
}

export interface KeyFigures {
  path: FigurePath;
  current: Figures;
  /** Every figure null when the data begins after the period before. */
  previous: Figures;
  /** A figure beside its value one period before. */
  compare(key: KpiKey): Comparison;
}

/** The figures of the asked time range, and of the period before it. */
export async function keyFigures(query: Narrowing, context: QueryContext, steps: number): Promise<KeyFigures> {
  const { range } = context;
  const path = await withCustomersIfNeeded(query, context, (snapshot) =>
    figurePath(context, range, query, steps, snapshot),
  );
  const first = startOf(context.generation.firstDay);
  const before = range.from > first;
  const nothing = Object.fromEntries(KPI_KEYS.map((key) => [key, null])) as Figures;
  const current = path.figures[path.figures.length - 1] ?? nothing;
  const previous = before ? (path.figures[0] ?? nothing) : nothing;
  const complete = path.windows.start >= first;
  const since = before ? undefined : context.generation.firstDay;
  return {
    path,
    current,
    previous,
    compare: (key) => ({ value: current[key], previous: previous[key], complete, since }),
  };
}

function changes(keys: readonly KpiKey[], { compare }: KeyFigures, language: Language): Change[] {
  return keys.map((key) => changeOf(KPI_DEFINITIONS[key], compare(key), language));
}

function tableFrame(keys: readonly KpiKey[], figures: KeyFigures, language: Language): Frame {
  const definitions = keys.map((key) => KPI_DEFINITIONS[key]);
  const change = changes(keys, figures, language);
  const text = (name: string, values: string[]) => ({ column: textColumn(name, values) });
  return {
    name: 'kpis',
    meta: { type: 'table' },
    fields: [
      text('measure', [...keys]),
      text(
        'label',
        definitions.map((one) => nameIn(language, one.label)),
      ),
      {
        column: numberColumn(
          'value',
          keys.map((key) => figures.current[key]),
        ),
      },
      {
        column: numberColumn(
          'previous',
          keys.map((key) => figures.previous[key]),
        ),
      },
      {
        column: numberColumn(
          'change',
          change.map((one) => one.value),
        ),
      },
      text(
        'change_text',
        change.map((one) => one.text),
      ),
      text(
        'verdict',
        change.map((one) => one.verdict),
      ),
      text(
        'unit',
        definitions.map((one) => one.unit),
      ),
      text(
        'definition',
        definitions.map((one) => descriptionIn(language, one.description)),
      ),
    ],
  };
}

const VERDICT_COLORS: Record<Change['verdict'], string> = { good: 'green', bad: 'red', neutral: 'text' };

/**
 * A path per figure. Its field says the change in its name and in its colour, so that a plain stat panel shows value,
 * unit, sparkline, and whether the change is good news.
 */
function trendFrame(keys: readonly KpiKey[], figures: KeyFigures, language: Language): Frame {
  const { path } = figures;
  const change = changes(keys, figures, language);
  // Without an earlier period the path begins with the range itself: a single point.
  const points = figures.previous.orders === null ? path.figures.slice(1) : path.figures;
  const ends = path.windows.ends.slice(path.windows.ends.length - points.length);
  return {
    name: 'kpis',
    meta: { type: 'timeseries-wide' },
    fields: [
      { column: timeColumn('time', ends) },
      ...keys.map((key, i) => ({
        column: numberColumn(
          key,
          points.map((point) => point[key]),
        ),
        config: trendConfig(key, change[i]),
      })),
    ],
  };
}

function trendConfig(key: KpiKey, change: Change | undefined): FieldConfig {
  return {
    ...kpiFieldConfig(KPI_DEFINITIONS[key]),
    displayName: change?.text ?? '',
    color: { mode: 'fixed', fixedColor: VERDICT_COLORS[change?.verdict ?? 'neutral'] },
  };
}
