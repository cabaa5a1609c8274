import { addDays, COHORT_PERIODS, dayOf, LIFECYCLE_STAGES, type CohortPeriod, type LifecycleStage } from '@contract';
import { FieldType, type DataFrame, type Field } from '@grafana/data';
import { guessGrain, periodAfter } from '../../../format/periods';
import type { LifecycleModel, LifecycleReading, Step } from './model';

/** The steps in a panel's frames, of kind `lifecycle`: times, and a field for each stage. */
export function readLifecycle(frames: readonly DataFrame[]): LifecycleReading {
  const filled = frames.filter((frame) => frame.length > 0 && frame.fields.length > 0);
  const frame = filled.find((one) => LIFECYCLE_STAGES.some((stage) => fieldOf(one, stage))) ?? filled[0];
  if (!frame) return { state: 'empty' };
  const time = frame.fields.find(({ type }) => type === FieldType.time);
  const missing = LIFECYCLE_STAGES.filter((stage) => !fieldOf(frame, stage));
  if (!time || missing.length > 0) return { state: 'missing', fields: [...(time ? [] : ['time']), ...missing] };
  const model = modelOf(frame, time);
  return model.steps.length === 0 ? { state: 'empty' } : { state: 'ready', model };
}

function modelOf(frame: DataFrame, time: Field): LifecycleModel {
  const said: unknown = frame.meta?.custom?.asOf;
  const asOf = typeof said === 'string' ? said : undefined;
  const days = Array.from({ length: frame.length }, (_, row) => dayIn(time.values[row]));
  const grain = grainOf(frame, days);
  const steps = days
    .flatMap((day, row) => (day === undefined ? [] : [stepOf(frame, { day, row, grain, asOf })]))
    .sort((one, other) => one.day.localeCompare(other.day));
  const totals = countsOf((stage) => steps.reduce((sum, { counts }) => sum + counts[stage], 0));
  return {
    grain,
    steps,
    totals,
    net: netOf(totals),
    ...(asOf === undefined ? {} : { asOf }),
    linksOf: (stage, row) => fieldOf(frame, stage)?.getLinks?.({ valueRowIndex: row }) ?? [],
  };
}

interface Place {
  day: string;
  row: number;
  grain: CohortPeriod;
  asOf?: string;
}

function stepOf(frame: DataFrame, { day, row, grain, asOf }: Place): Step {
  const counts = countsOf((stage) => numberIn(fieldOf(frame, stage)?.values[row]));
  const complete = asOf === undefined || periodAfter(day, grain, 1) <= addDays(asOf, 1);
  return { day, counts, net: netOf(counts), complete, row };
}

const countsOf = (count: (stage: LifecycleStage) => number): Record<LifecycleStage, number> => ({
  new: count('new'),
  returning: count('returning'),
  reactivated: count('reactivated'),
  dormant: count('dormant'),
});

/** Who returns while active changes nothing about how many are. */
const netOf = (counts: Record<LifecycleStage, number>): number => counts.new + counts.reactivated - counts.dormant;

const fieldOf = (frame: DataFrame, name: string): Field | undefined =>
  frame.fields.find((field) => field.name === name);

const numberIn = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) ? value : 0);

const dayIn = (value: unknown): string | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? dayOf(value) : undefined;

function grainOf(frame: DataFrame, days: readonly (string | undefined)[]): CohortPeriod {
  const said: unknown = frame.meta?.custom?.grain;
  const known = days.filter((day) => day !== undefined);
  return COHORT_PERIODS.find((grain) => grain === said) ?? guessGrain(known);
}
