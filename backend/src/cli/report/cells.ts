import { readColumn, type CellValue, type FieldConfig, type Frame, type FrameField } from '../../contract';

/** A value of a frame as JavaScript has it: times in ms, numbers that are none as null. */
export type PlainValue = number | string | boolean | null;

/** A field of a frame, read. */
export interface PlainField {
  /** As people read it. */
  name: string;
  /** As the backend names it. */
  key: string;
  /** What is said of its last value, such as how it has changed; absent: nothing more than the name. */
  remark?: string;
  isTime: boolean;
  isNumber: boolean;
  /** Grafana's unit id; empty when it has none. */
  unit: string;
  decimals?: number;
  /** The one in which it is drawn, as a CSS colour; absent: any. */
  color?: string;
  labels: Readonly<Record<string, string>>;
  values: readonly PlainValue[];
  /** What texts among the values are called by people. */
  texts: ReadonlyMap<string, string>;
}

const NS_PER_MS = 1_000_000n;

/** The fields of a frame with their values. */
export function plainFields({ fields }: Frame): PlainField[] {
  return fields.map((field) => {
    const { column, config = {}, labels = {} } = field;
    const isTime = column.type === 'time';
    return {
      name: nameOf(field),
      key: column.name,
      remark: config.displayNameFromDS === undefined ? undefined : config.displayName,
      isTime,
      isNumber: !isTime && column.type !== 'text' && column.type !== 'bool',
      unit: config.unit ?? '',
      decimals: config.decimals,
      color: config.color?.fixedColor,
      labels,
      values: readColumn(column).map((value) => plain(value, isTime)),
      texts: textsOf(config),
    };
  });
}

const textsOf = ({ mappings = [] }: FieldConfig): ReadonlyMap<string, string> =>
  new Map(mappings.flatMap(({ options }) => Object.entries(options).map(([value, { text }]) => [value, text])));

function nameOf({ column, config = {}, labels = {} }: FrameField): string {
  const labelled = Object.values(labels).join(', ');
  return config.displayNameFromDS ?? config.displayName ?? (labelled === '' ? column.name : labelled);
}

function plain(value: CellValue, isTime: boolean): PlainValue {
  if (typeof value === 'bigint') return Number(isTime ? value / NS_PER_MS : value);
  return typeof value === 'number' && !Number.isFinite(value) ? null : value;
}
