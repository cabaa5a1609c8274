export type Level = 'debug' | 'info' | 'warn' | 'error';
export type Fields = Readonly<Record<string, unknown>>;

/** go-plugin reads lines of up to 64 KiB, with their end, and shows longer ones as raw text. */
const LONGEST_LINE = 64 * 1024 - 1;
/** Leaves room for the message and the rest when one text is huge; a character takes up to six bytes in JSON. */
const LONGEST_TEXT = 4_000;

const SECRET = /pass(word|wd|phrase)?$|secret|token|credential|authorization|cookie|api[-_]?key|private[-_]?key/i;

/**
 * One line of hclog's JSON form, with its line end: what Grafana reads from a plugin's stderr. Values under names
 * that sound like secrets are masked; errors become their message and stack; what does not fit is left out.
 */
export function logLine(level: Level, message: string, fields: Fields = {}, time = now()): string {
  const head = { '@level': level, '@message': shortened(message), '@timestamp': timestamp(time) };
  const line = JSON.stringify({ ...head, ...plainFields(fields) });
  if (Buffer.byteLength(line) < LONGEST_LINE) return `${line}\n`;
  return `${JSON.stringify({ ...head, truncated: `the fields took ${line.length} characters` })}\n`;
}

/** Milliseconds since 1970-01-01 UTC, with microseconds as the fraction. */
function now(): number {
  return performance.timeOrigin + performance.now();
}

/** RFC 3339 with exactly six fraction digits: go-plugin takes a line with any other number for raw text. */
function timestamp(ms: number): string {
  const micros = Math.floor(ms * 1000);
  const fraction = String(micros % 1_000_000).padStart(6, '0');
  return `${new Date(Math.floor(micros / 1000)).toISOString().slice(0, 19)}.${fraction}Z`;
}

function plainFields(fields: Fields): Record<string, unknown> {
  const reserved = (key: string) => key.startsWith('@');
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([key]) => !reserved(key))
      .map(([key, value]) => [key, plain(key, value, 0)]),
  );
}

const DEEPEST = 4;
const MOST_ENTRIES = 50;

function plain(key: string, value: unknown, depth: number): unknown {
  if (SECRET.test(key)) return '***';
  if (typeof value === 'object' && value !== null) return plainObject(value, depth);
  if (typeof value === 'string') return shortened(value);
  return typeof value === 'bigint' ? value.toString() : value;
}

function plainObject(value: object, depth: number): unknown {
  if (value instanceof Error) return shortened(value.stack ?? value.message);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'invalid date' : value.toISOString();
  if (depth >= DEEPEST) return '…';
  const entries = Object.entries(value).slice(0, MOST_ENTRIES);
  const parts = entries.map(([name, part]) => [name, plain(name, part, depth + 1)] as const);
  return Array.isArray(value) ? parts.map(([, part]) => part) : Object.fromEntries(parts);
}

function shortened(text: string): string {
  return text.length <= LONGEST_TEXT ? text : `${text.slice(0, LONGEST_TEXT)}… (${text.length} characters)`;
}
