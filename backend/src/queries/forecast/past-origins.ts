import { BACKTEST_HORIZONS, FORECAST_MODELS, type ForecastModelChoice, type Text } from '../../contract';
import { errorSums, measuresOf, seasonalScale } from '../../forecast/backtest/metrics';
import { BASELINES } from '../../forecast/choice/candidates';
import { ForecastError, type BacktestScore, type NamedSeries, type Path } from '../../forecast/forecast';
import { labelOfModel } from '../../forecast/models';
import type { ForecastContext } from './context';
import { daysBetween } from './grain';
import { calendarOf } from './holidays';
import { longDay } from '../wording';
import type { SeriesNotices } from './notices';
import type { QualityRow } from './quality';

const LEVEL = 0.8;

/** What was forecast after the first `known` days of a series. */
interface Said {
  known: number;
  path: Path;
}

/** The scores from chosen days. */
export interface OriginScores {
  rows: QualityRow[];
  /** For each series, which days could not be used, and why, in words. */
  unused: SeriesNotices[];
}

/**
 * How good forecasts from chosen days would have been: each is made anew from the days up to its origin alone, its model
 * chosen and its bands made by what was known there, and judged on the days that followed.
 *
 * @param origins the last known days; those from which a series has too little to learn, or less than a week followed, are told
 */
export async function scoresFrom(
  series: readonly NamedSeries[],
  origins: readonly string[],
  model: ForecastModelChoice,
  context: ForecastContext,
): Promise<OriginScores> {
  const { country } = await calendarOf(context.settings.country);
  const compared = FORECAST_MODELS.filter((one) => one !== 'auto' && one !== model);
  const rows: QualityRow[] = [];
  const unused: OriginScores['unused'] = [];
  for (const one of series) {
    for (const by of [model, ...compared]) {
      const said = await Promise.all(origins.map((origin) => sayAt(one, origin, by, country, context)));
      if (by === model) unused.push({ name: one.name, notices: whyUnused(one, origins, said) });
      const about = { series: one.name, ...roleOf(by, model) };
      const known = said.flatMap((path) => path ?? []);
      rows.push(...BACKTEST_HORIZONS.flatMap((days) => judge(one.daily.values, known, days, about)));
    }
  }
  return { rows, unused };
}

function whyUnused({ daily }: NamedSeries, origins: readonly string[], said: readonly (Said | undefined)[]): string[] {
  const fewest = Math.min(...BACKTEST_HORIZONS);
  return [...new Set(origins)].flatMap((origin) => {
    const known = daysBetween(daily.firstDay, origin);
    const none = `No forecast from ${longDay(origin)} is judged`;
    if (known < 1) return [`${none}: the days that are learned from begin on ${longDay(daily.firstDay)}.`];
    if (known + fewest > daily.values.length) return [`${none}: fewer than ${fewest} days are known after it.`];
    if (said[origins.indexOf(origin)]) return [];
    return [`${none}: none can be made of what is known up to it.`];
  });
}

/** Nothing where the model cannot learn from what was known. */
async function sayAt(
  { name, daily }: NamedSeries,
  origin: string,
  model: ForecastModelChoice,
  country: string | undefined,
  context: ForecastContext,
): Promise<Said | undefined> {
  const known = daysBetween(daily.firstDay, origin);
  const ahead = Math.min(Math.max(...BACKTEST_HORIZONS), daily.values.length - known);
  if (known < 1 || ahead < 1) return undefined;
  const past = { name, daily: { firstDay: daily.firstDay, values: daily.values.slice(0, known) } };
  try {
    const request = { series: [past], grain: 'day', horizonDays: ahead, level: LEVEL, model, country } as const;
    const [forecast] = await context.forecast({ ...request, series: [past] });
    return forecast && { known, path: forecast.future };
  } catch (error) {
    if (error instanceof ForecastError) return undefined;
    throw error;
  }
}

type About = Pick<QualityRow, 'series' | 'model' | 'role' | 'label'>;

const CHOSEN: Text = { en: 'chosen at each origin', 'pt-BR': 'escolhido em cada origem' };

function roleOf(by: ForecastModelChoice, chosen: ForecastModelChoice): Omit<About, 'series'> {
  const label = by === 'auto' ? CHOSEN : labelOfModel(by);
  if (by === chosen || by === 'auto') return { model: 'chosen', role: 'chosen', label };
  return { model: by, role: BASELINES.includes(by) ? 'baseline' : 'candidate', label };
}

function judge(values: Float64Array, said: readonly Said[], days: number, about: About): QualityRow[] {
  const whole = said.filter(({ known }) => known + days <= values.length);
  if (whole.length === 0) return [];
  const errors = whole.map(({ known, path }) => errorSums(values, known, path.expected, days));
  const scales = whole.map(({ known }) => seasonalScale(values, known));
  const score: BacktestScore = {
    ...about,
    horizonDays: days,
    ...measuresOf(errors, scales),
    coverage80: heldBy(({ band }) => band),
    coverage95: heldBy(({ band95 }) => band95),
    origins: whole.length,
  };
  return [{ ...score, series: about.series }];

  function heldBy(bandOf: (path: Path) => Path['band']): number {
    const shares = whole.map(({ known, path }) => {
      const { lower, upper } = bandOf(path);
      const actuals = [...values.subarray(known, known + days)];
      return actuals.filter((actual, i) => actual >= (lower[i] ?? 0) && actual <= (upper[i] ?? 0)).length / days;
    });
    return shares.reduce((sum, share) => sum + share, 0) / shares.length;
  }
}
