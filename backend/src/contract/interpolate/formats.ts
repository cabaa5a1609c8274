/** Grafana's formats for the values of a variable: `${name:csv}` and so on. */
const FORMATS: Record<string, (values: readonly string[], name: string) => string> = {
  csv: (values) => values.join(','),
  raw: (values) => values.join(','),
  text: (values) => values.join(' + '),
  pipe: (values) => values.join('|'),
  json: (values) => JSON.stringify(values.length === 1 ? values[0] : values),
  glob: (values) => (values.length === 1 ? (values[0] ?? '') : `{${values.join(',')}}`),
  doublequote: (values) => values.map((value) => `"${value.replaceAll('"', '\\"')}"`).join(','),
  singlequote: (values) => values.map((value) => `'${value.replaceAll("'", "\\'")}'`).join(','),
  sqlstring: (values) => values.map((value) => `'${value.replaceAll("'", "''")}'`).join(','),
  percentencode: (values) => encodeURIComponent(FORMATS.glob?.(values, '') ?? ''),
  uriencode: (values) => encodeURI(FORMATS.glob?.(values, '') ?? ''),
  queryparam: (values, name) => values.map((value) => `var-${name}=${encodeURIComponent(value)}`).join('&'),
};

/** The values as one text in a named format; an unknown or missing name means Grafana's default, `glob`. */
export function formatValues(values: readonly string[], name: string, format: string | undefined): string {
  const write = FORMATS[format ?? 'glob'] ?? FORMATS.glob;
  return write ? write(values, name) : values.join(',');
}
