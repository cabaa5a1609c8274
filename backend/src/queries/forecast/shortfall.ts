import {
  labelOf,
  QueryError,
  type ComparedWith,
  type FieldConfig,
  type ForecastShortfallQuery,
  type Frame,
  type InLanguages,
  type Language,
  type Notice,
  type SalesMeasure,
  type ShortfallFigure,
} from '../../contract';
import { textColumn } from '../../frames';
import type { ExpectedSum } from '../../forecast/forecast';
import type { QueryContext } from '../context';
import { againstName } from './against-name';
import { field, finite, finiteColumn } from './cells';
import { comparedSum, horizonAfter } from './compared';
import { expectedOf, type Expected } from './expected';
import { amountOf, SHARE } from './field-config';
import { nothingSold } from './nothing-sold';

const DEFAULT_HORIZON_DAYS = 30;

const FIGURES: Record<ShortfallFigure, (sum: ExpectedSum, compared: number | null) => number | null> = {
  shortfall_share: ({ expected }, compared) => (compared === null || compared <= 0 ? null : 1 - expected / compared),
  shortfall: ({ expected }, compared) => (compared === null ? null : compared - expected),
  expected_sum: ({ expected }) => expected,
  lower_sum: ({ lower }) => lower,
  upper_sum: ({ upper }) => upper,
  compared_sum: (_sum, compared) => compared,
};

/**
 * The expected sum of the next days against the days before, last year or a target: one number for the whole shop
 * (numeric-wide), or one per value of a dimension (numeric-long), for alert rules. What cannot be compared is left out.
 *
 * @throws QueryError when it is to be compared with a target and there is none
 * @throws ForecastError when a series cannot be forecast
 */
export async function forecastShortfall(query: ForecastShortfallQuery, context: QueryContext): Promise<Frame[]> {
  const { horizonDays = DEFAULT_HORIZON_DAYS, against = 'period_before', figure = 'shortfall_share', target } = query;
  if (against === 'target' && target === undefined) {
    throw new QueryError('forecast_shortfall against a target needs one: set "target", e.g. {"target": 1000000}.');
  }
  const type = query.by ? 'numeric-long' : 'numeric-wide';
  const expected = await expectedOf(query, { grain: 'day', horizonDays }, context);
  if (!expected) return [nothingSold('forecast_shortfall', type, query, context)];
  const horizon = horizonAfter(context.asOf, horizonDays);
  const all = expected.series.map(({ name, daily, forecast }) => {
    const compared = comparedSum(against, daily, expected.learned, horizon, target);
    const shown =
      figure === 'expected_sum'
        ? againstName(forecast.sum.expected, compared, against, horizonDays, context.language)
        : {};
    return { name, value: finite(FIGURES[figure](forecast.sum, compared)), shown };
  });
  const rows = all.filter(({ value }) => value !== null);
  const notices = [...expected.notices, ...leftOut(all.length - rows.length, against, target, context.language)];
  const meta = { type, notices } as const;
  return [{ name: 'forecast_shortfall', meta, fields: rows.length === 0 ? [] : fieldsOf(rows, figure, expected) }];
}

interface ShortfallRow {
  name: string;
  value: number | null;
  /** How a single number is named and coloured. */
  shown: FieldConfig;
}

function fieldsOf(rows: readonly ShortfallRow[], figure: ShortfallFigure, expected: Expected) {
  const { by, measure } = expected;
  const values = finiteColumn(
    figure,
    rows.map(({ value }) => value),
  );
  const config = { ...configOf(figure, measure), displayNameFromDS: labelOf(figure) };
  if (!by) return [field(values, { ...config, ...rows[0]?.shown })];
  const names = textColumn(
    by,
    rows.map(({ name }) => name),
  );
  return [field(names, { displayNameFromDS: labelOf(by) }), field(values, config)];
}

const configOf = (figure: ShortfallFigure, measure: SalesMeasure): FieldConfig =>
  figure === 'shortfall_share'
    ? {
        ...SHARE,
        description: 'What is missing, as a share of what it is compared with; below zero: more is expected.',
      }
    : amountOf(measure);

interface LeftOutWords {
  noTarget: string;
  series(count: number, against: ComparedWith): string;
}

const COMPARED: Record<ComparedWith, string> = {
  period_before: 'o período anterior',
  last_year: 'o ano anterior',
  target: 'a meta',
};

const LEFT_OUT: InLanguages<LeftOutWords> = {
  en: {
    noTarget: 'The target is zero: there is no share of it that could be missing. Set a target above zero.',
    series: (count, against) =>
      `${count === 1 ? 'One series cannot' : `${count} series cannot`} be compared with ` +
      `${labelOf(against).toLowerCase()}: the shop had no sales to compare with on those days, or they are not all known.`,
  },
  'pt-BR': {
    noTarget: 'A meta é zero: não há parcela dela que possa faltar. Defina uma meta acima de zero.',
    series: (count, against) =>
      `${count === 1 ? 'Uma série não pode ser comparada' : `${count} séries não podem ser comparadas`} com ` +
      `${COMPARED[against]}: a loja não teve vendas para comparar nesses dias, ou nem todos são conhecidos.`,
  },
};

function leftOut(count: number, against: ComparedWith, target: number | undefined, language: Language): Notice[] {
  if (count === 0) return [];
  const words = LEFT_OUT[language];
  const text = against === 'target' && target === 0 ? words.noTarget : words.series(count, against);
  return [{ severity: 'warning', text }];
}
