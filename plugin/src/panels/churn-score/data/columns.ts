import { MappingType, type DataFrame, type Field, type LinkModel } from '@grafana/data';

/** A frame's field; undefined where it has none of that name. */
export function fieldOf(frame: DataFrame, name: string): Field | undefined {
  return frame.fields.find((field) => field.name === name);
}

/** Which of the fields a frame lacks. */
export function missingFields(frame: DataFrame, names: readonly string[]): string[] {
  return names.filter((name) => !fieldOf(frame, name));
}

export interface RowReader {
  number(name: string): number | null;
  text(name: string): string;
  /** The text as the reader knows it: by the field's own names for its values. */
  shown(name: string): string;
  flag(name: string): boolean;
  links(name: string): LinkModel[];
}

/** Reads the values of one row by name: what is absent or no number is null, what is absent or empty is ''. */
export function rowReader(frame: DataFrame, index: number): RowReader {
  const read = (name: string): unknown => fieldOf(frame, name)?.values[index];
  return {
    number(name) {
      const value = read(name);
      return typeof value === 'number' && Number.isFinite(value) ? value : null;
    },
    text: (name) => String(read(name) ?? ''),
    shown: (name) => shownText(fieldOf(frame, name), String(read(name) ?? '')),
    flag: (name) => read(name) === true,
    links: (name) => fieldOf(frame, name)?.getLinks?.({ valueRowIndex: index }) ?? [],
  };
}

function shownText(field: Field | undefined, value: string): string {
  const named = field?.config.mappings?.find(
    (mapping) => mapping.type === MappingType.ValueToText && Object.hasOwn(mapping.options, value),
  );
  return named?.type === MappingType.ValueToText ? (named.options[value]?.text ?? value) : value;
}

/** One object per row of a frame; rows that `read` refuses by returning undefined are left out. */
export function readRows<Row>(frame: DataFrame, read: (row: RowReader, index: number) => Row | undefined): Row[] {
  return Array.from({ length: frame.length }, (_, index) => read(rowReader(frame, index), index)).filter(
    (row) => row !== undefined,
  );
}

/** The day as of which a frame answers, where it says so. */
export function asOfDay(frame: DataFrame): string | undefined {
  const asOf: unknown = frame.meta?.custom?.asOf;
  return typeof asOf === 'string' ? asOf : undefined;
}
