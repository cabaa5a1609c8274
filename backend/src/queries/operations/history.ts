import { labelOf, type FieldConfig, type Frame } from '../../contract';
import { numberColumn, timeColumn } from '../../frames';
import type { MinuteLoad } from './query-load';

const COUNT: FieldConfig = { unit: 'locale', decimals: 0 };

/** Queries by minute: timeseries-wide; the time that 95 of 100 took is null in a minute without a query. */
export function historyFrame(minutes: readonly MinuteLoad[]): Frame {
  const field = (
    name: string,
    valueOf: (one: MinuteLoad) => number | null,
    config: FieldConfig,
  ): Frame['fields'][number] => ({
    column: numberColumn(name, minutes.map(valueOf)),
    config: { ...config, displayNameFromDS: labelOf(name) },
  });
  return {
    name: 'history',
    meta: { type: 'timeseries-wide' },
    fields: [
      {
        column: timeColumn(
          'time',
          minutes.map(({ start }) => start),
        ),
      },
      field('queries', ({ queries }) => queries, {
        ...COUNT,
        description: 'Queries answered or refused in the minute.',
      }),
      field('failed', ({ failed }) => failed, { ...COUNT, description: 'Of these, failed by a fault of the service.' }),
      field('p95_seconds', ({ queries, p95Seconds }) => (queries === 0 ? null : p95Seconds), {
        unit: 's',
        description: '95 of 100 queries of the minute took no longer.',
      }),
    ],
  };
}
