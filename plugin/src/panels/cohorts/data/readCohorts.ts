import { COHORT_PERIODS, dayOf, type CohortPeriod } from '@contract';
import type { DataFrame, Field } from '@grafana/data';
import type { Cohort, CohortCell, CohortsModel, CohortsReading, Together } from './model';
import { guessGrain, periodAfter } from '../../../format/periods';

const REQUIRED = ['cohort', 'period', 'cohort_customers', 'customers', 'revenue'];

/** The cohorts in a panel's frames, of kind `cohorts` without a measure: a row per cohort and period since. */
export function readCohorts(frames: readonly DataFrame[]): CohortsReading {
  const filled = frames.filter((frame) => frame.length > 0 && frame.fields.length > 0);
  const frame = filled.find((one) => fieldOf(one, 'cohort') && fieldOf(one, 'period')) ?? filled[0];
  if (!frame) return { state: 'empty' };
  const missing = REQUIRED.filter((name) => !fieldOf(frame, name));
  if (missing.length > 0) return { state: 'missing', fields: missing };
  const model = modelOf(frame);
  return model.cohorts.length === 0 ? { state: 'empty' } : { state: 'ready', model };
}

function modelOf(frame: DataFrame): CohortsModel {
  const days = daysOf(frame);
  const grain = grainOf(frame, days);
  const cohorts = readRows(frame, days, grain);
  const asOf: unknown = frame.meta?.custom?.asOf;
  return {
    grain,
    cohorts,
    together: togetherOf(cohorts),
    periods: Math.max(0, ...cohorts.map(({ cells }) => cells.length)),
    ...(typeof asOf === 'string' ? { asOf } : {}),
    linksOf: (measure, row) => fieldOf(frame, measure)?.getLinks?.({ valueRowIndex: row }) ?? [],
  };
}

function readRows(frame: DataFrame, days: readonly string[], grain: CohortPeriod): Cohort[] {
  const [period, size] = [numbersOf(frame, 'period'), numbersOf(frame, 'cohort_customers')];
  const [customers, revenue] = [numbersOf(frame, 'customers'), numbersOf(frame, 'revenue')];
  const complete: unknown[] = fieldOf(frame, 'complete')?.values ?? [];
  const byDay = new Map<string, Cohort>();
  days.forEach((day, row) => {
    const since = period[row] ?? -1;
    if (day === '' || !Number.isInteger(since) || since < 0) return;
    const cohort = byDay.get(day) ?? { day, customers: size[row] ?? 0, cells: [] };
    byDay.set(day, cohort);
    cohort.cells[since] = {
      period: since,
      day: periodAfter(day, grain, since),
      customers: customers[row] ?? 0,
      retention: cohort.customers > 0 ? (customers[row] ?? 0) / cohort.customers : 0,
      revenue: revenue[row] ?? 0,
      complete: complete[row] !== false,
      row,
    };
  });
  const cohorts = [...byDay.values()].map((cohort) => ({ ...cohort, cells: cohort.cells.filter(isCell) }));
  return cohorts.sort((one, other) => one.day.localeCompare(other.day));
}

const isCell = (cell: CohortCell | undefined): cell is CohortCell => cell !== undefined;

/** Sums over the cohorts whose period is over, so that young cohorts do not look as if nobody came back. */
function togetherOf(cohorts: readonly Cohort[]): Together[] {
  const sums: Together[] = [];
  for (const { customers: of, cells } of cohorts) {
    for (const { period, complete, customers, revenue } of cells) {
      if (!complete) continue;
      const sum = (sums[period] ??= { period, of: 0, customers: 0, retention: 0, revenue: 0 });
      sum.of += of;
      sum.customers += customers;
      sum.revenue += revenue;
    }
  }
  return sums
    .filter((sum) => sum !== undefined)
    .map((sum) => ({ ...sum, retention: sum.of > 0 ? sum.customers / sum.of : 0 }));
}

function fieldOf(frame: DataFrame, name: string): Field | undefined {
  return frame.fields.find((field) => field.name === name);
}

function numbersOf(frame: DataFrame, name: string): number[] {
  const values: unknown[] = fieldOf(frame, name)?.values ?? [];
  return Array.from({ length: frame.length }, (_, row) => {
    const value = values[row];
    return typeof value === 'number' && Number.isFinite(value) ? value : 0;
  });
}

/** The cohorts' first days; empty for what is no time. */
function daysOf(frame: DataFrame): string[] {
  const values: unknown[] = fieldOf(frame, 'cohort')?.values ?? [];
  return Array.from({ length: frame.length }, (_, row) => {
    const value = values[row];
    if (typeof value === 'number' && Number.isFinite(value)) return dayOf(value);
    return typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? dayOf(Date.parse(value)) : '';
  });
}

function grainOf(frame: DataFrame, days: readonly string[]): CohortPeriod {
  const said: unknown = frame.meta?.custom?.grain;
  return COHORT_PERIODS.find((known) => known === said) ?? guessGrain(days);
}
