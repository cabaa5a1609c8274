import { t } from '../../../language/t';
import { levelName } from '../chart/facts';
import { neededPace } from '../chart/pace';
import type { ForecastModel, ForecastPoint } from '../data/model';
import type { ForecastOptions } from '../options';
import { grainName } from '../data/timeText';

export type Shape = 'actual' | 'expected' | 'past' | 'inner' | 'outer' | 'unusual' | 'holiday' | 'target' | 'others';

export interface LegendEntry {
  shape: Shape;
  label: string;
}

/** What the picture of a forecast shows, in the order of the eye: lines, ranges, marks. */
export function forecastEntries(model: ForecastModel, options: ForecastOptions): LegendEntry[] {
  const { bands, showAnomalies, showHolidays } = options;
  const some = (test: (point: ForecastPoint) => boolean): boolean =>
    model.series.some(({ points }) => points.some(test));
  const pace = neededPace(model);
  const possible: Array<LegendEntry & { shown: boolean }> = [
    {
      shape: 'actual',
      label: t('forecast.actual', 'Actual'),
      shown: some(({ actual }) => actual !== null),
    },
    { shape: 'expected', label: t('forecast.expected', 'Expected'), shown: some(({ future }) => future) },
    {
      shape: 'past',
      label: t('forecast.wasExpected', 'Was expected'),
      shown: some(({ future, expected }) => !future && expected !== null),
    },
    { shape: 'inner', label: levelName(model.level), shown: bands !== 'none' && some(({ inner }) => inner !== null) },
    {
      shape: 'outer',
      label: t('forecast.outerRange', '95% range'),
      shown: bands === 'both' && some(({ outer }) => outer !== null),
    },
    {
      shape: 'target',
      label: t('forecast.needed', 'Needed for the target: {{amount}} a {{grain}}', {
        amount: model.format.short(pace),
        grain: oneGrain(model.grain),
      }),
      shown: pace !== null,
    },
    {
      shape: 'unusual',
      label: t('forecast.unusualGrain', 'Unusual {{grain}}', { grain: oneGrain(model.grain) }),
      shown: showAnomalies && some(({ anomalous }) => anomalous),
    },
    {
      shape: 'holiday',
      label: t('forecast.holiday', 'Holiday'),
      shown: showHolidays && model.series.length === 1 && hasHolidays(model),
    },
  ];
  return possible.filter(({ shown }) => shown).map(({ shape, label }) => ({ shape, label }));
}

const oneGrain = (grain: ForecastModel['grain']): string => grainName(grain).toLowerCase();

function hasHolidays({ holidays, series }: ForecastModel): boolean {
  return series.some(({ points }) => {
    const [from, to] = [points.at(0)?.time, points.at(-1)?.time];
    return from !== undefined && to !== undefined && holidays.some(({ time }) => time >= from && time <= to);
  });
}

/** What the picture of past forecasts shows. */
export function backtestEntries(): LegendEntry[] {
  return [
    { shape: 'actual', label: t('forecast.actual', 'Actual') },
    { shape: 'expected', label: t('forecast.thenForecast', 'Forecast then') },
    { shape: 'inner', label: t('forecast.itsRange', 'Its range') },
    { shape: 'others', label: t('forecast.othersPast', 'Other past forecasts') },
  ];
}
