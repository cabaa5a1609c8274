import { DAY_MS, DAY_UNIT } from '@contract';
import { FieldType, type DataFrame } from '@grafana/data';

/** Frames whose columns of whole days are written as days, without a midnight behind each; other columns stay. */
export function withPlainDays(frames: readonly DataFrame[], timeZone: string): DataFrame[] {
  if (timeZone !== 'utc') return [...frames];
  return frames.map((frame) => ({
    ...frame,
    fields: frame.fields.map((field) => {
      const { type, config, values } = field;
      if (type !== FieldType.time || config.unit !== undefined || !values.every(isWholeDay)) return field;
      return { ...field, config: { ...config, unit: DAY_UNIT } };
    }),
  }));
}

function isWholeDay(value: unknown): boolean {
  return value === null || (typeof value === 'number' && value % DAY_MS === 0);
}
