import { FieldType, type DataFrame, type Field } from '@grafana/data';

/** Rows and fields, the first of time among them. */
export interface TimedFrame {
  frame: DataFrame;
  times: number[];
}

/** The frames that hold values over time. */
export function timedFrames(frames: readonly DataFrame[]): TimedFrame[] {
  return frames.flatMap((frame) => {
    const time = frame.fields.find((field) => field.type === FieldType.time);
    return time && frame.length > 0 ? [{ frame, times: time.values.map(Number) }] : [];
  });
}

/** What the labels of a field say about its series, apart from the origin of a past forecast. */
export function seriesLabels({ labels = {} }: Field): Array<[dimension: string, value: string]> {
  return Object.entries(labels).filter(([name]) => name !== ORIGIN);
}

/** The label by which forecasts of the past are told apart. */
export const ORIGIN = 'origin';

/** The name of the series that a field belongs to; empty for the whole shop. */
export function seriesName(field: Field): string {
  return seriesLabels(field)
    .map(([, value]) => value)
    .join(', ');
}

/** What a series is called in the reader's language: as its fields' display names begin, which end with what each shows. */
export function shownName(field: Field | undefined): string {
  const name = field ? seriesName(field) : '';
  const display = field?.config.displayNameFromDS ?? '';
  const end = display.lastIndexOf(': ');
  return name === '' || end <= 0 ? name : display.slice(0, end);
}

/** A value that is a number, none below zero; null for anything else. */
export function quantityAt(field: Field | undefined, index: number): number | null {
  const value: unknown = field?.values[index];
  return typeof value === 'number' && Number.isFinite(value) ? Math.max(0, value) : null;
}

const OTHER = 'Other';

/** "Other", the sum of what is not shown on its own, stands last. */
export function otherLast<Series extends { name: string }>(series: readonly Series[]): Series[] {
  return series.toSorted((one, other) => Number(one.name === OTHER) - Number(other.name === OTHER));
}
