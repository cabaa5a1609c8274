import {
  formattedValueToString,
  getFieldDisplayName,
  type DataContextScopedVar,
  type DataFrame,
  type DisplayValue,
  type Field,
} from '@grafana/data';

type Context = DataContextScopedVar['value'];

/**
 * What Grafana's macros for data links say about the value that was clicked: `__value.raw|numeric|text|time`,
 * `__field.name`, `__field.labels.x`, `__series.name`, `__data.fields.x` (or `["x"]`, `[0]`, with `.numeric` or `.text`).
 * Undefined when the macro is not one of these.
 */
export function fieldMacro(name: string, path: string | undefined, context: Context): string | undefined {
  switch (name) {
    case '__value':
      return valueMacro(path, context);
    case '__field':
      return labelMacro(path, context) ?? getFieldDisplayName(context.field, context.frame, context.data);
    case '__series':
      return getFieldDisplayName(context.field, context.frame, context.data);
    case '__data':
      return dataMacro(path ?? '', context);
    default:
      return undefined;
  }
}

function valueMacro(path: string | undefined, { field, frame, rowIndex, calculatedValue }: Context): string {
  if (path === 'time') {
    const time = frame.fields.find((one) => one.type === 'time');
    return time && rowIndex !== undefined ? String(time.values[rowIndex] ?? '') : '';
  }
  if (calculatedValue) return part(path, calculatedValue, calculatedValue.numeric);
  if (rowIndex === undefined) return '';
  return cell(path, field, rowIndex);
}

function labelMacro(path: string | undefined, { field }: Context): string | undefined {
  const label = /^labels(?:\.(.+)|\[["']?(.+?)["']?\])$/.exec(path ?? '');
  return label ? (field.labels?.[label[1] ?? label[2] ?? ''] ?? '') : undefined;
}

const FIELD_PATH = /^fields(?:\[(?:(\d+)|["'](.+?)["'])\]|\.([^.]+))(?:\.(\w+))?$/;

function dataMacro(path: string, { frame, data, rowIndex }: Context): string {
  const found = FIELD_PATH.exec(path);
  const field = found && fieldAt(frame, data ?? [frame], found[1], found[2] ?? found[3]);
  return field && rowIndex !== undefined ? cell(found[4], field, rowIndex) : '';
}

function fieldAt(
  frame: DataFrame,
  data: DataFrame[],
  index: string | undefined,
  name: string | undefined,
): Field | undefined {
  if (index !== undefined) return frame.fields[Number(index)];
  return frame.fields.find((field) => field.name === name || getFieldDisplayName(field, frame, data) === name);
}

function cell(path: string | undefined, field: Field, row: number): string {
  const value: unknown = field.values[row];
  const formatted = path === 'text' || path === 'numeric';
  return formatted && field.display ? part(path, field.display(value), value) : String(value ?? '');
}

function part(path: string | undefined, value: DisplayValue, raw: unknown): string {
  if (path === 'text') return formattedValueToString(value);
  return String((path === 'numeric' ? value.numeric : raw) ?? '');
}
