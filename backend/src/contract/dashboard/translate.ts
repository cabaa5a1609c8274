import { QUERY_KINDS } from '../kinds';
import type { Language } from '../language';
import { isRecord, type Fields } from './fields';

/** English texts of dashboards, and what they are in another language. */
export type DashboardTexts = Readonly<Record<string, string>>;

/** Where a dashboard's JSON holds texts that people read. */
const TEXT_KEYS: ReadonlySet<string> = new Set([
  'title',
  'description',
  'label',
  'content',
  'displayName',
  'tooltip',
  'noValue',
  'text',
  'axisLabel',
  // Of the series of an xy chart.
  'fixed',
]);
/** Properties of an override whose value is such a text. */
const TEXT_PROPERTIES: ReadonlySet<string> = new Set(['displayName', 'noValue', 'description', 'custom.axisLabel']);
/** Parts in which names stand that must stay as they are: what is asked, and what it is asked of. */
const NOT_FOR_PEOPLE: ReadonlySet<string> = new Set(['targets', 'query', 'current', 'datasource', 'matcher']);

/** Of a variable that people write into: what it holds before they do. */
const WRITTEN_KEYS: ReadonlySet<string> = new Set(['query', 'current', 'options']);

/** The dashboard's JSON with its texts in another language; a text without a translation stays as it is. */
export function translateDashboard(json: unknown, texts: DashboardTexts): unknown {
  if (Array.isArray(json)) return json.map((one) => translateDashboard(one, texts));
  return isRecord(json) ? translateObject(json, texts) : json;
}

function translateObject(json: Fields, texts: DashboardTexts): Fields {
  return Object.fromEntries(
    Object.entries(json).map(([key, value]) => {
      if (json.type === 'textbox' && WRITTEN_KEYS.has(key)) return [key, translateWritten(value, texts)];
      if (NOT_FOR_PEOPLE.has(key)) return [key, value];
      if (typeof value === 'string') return [key, isText(json, key) ? (texts[value] ?? value) : value];
      return [key, translateDashboard(value, texts)];
    }),
  );
}

/** What stands in a box from the start, `query` and the value that is chosen. */
function translateWritten(value: unknown, texts: DashboardTexts): unknown {
  if (typeof value === 'string') return texts[value] ?? value;
  if (Array.isArray(value)) return value.map((one) => translateWritten(one, texts));
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, translateWritten(one, texts)]));
}

function isText(json: Fields, key: string): boolean {
  if (key === 'value') return typeof json.id === 'string' && TEXT_PROPERTIES.has(json.id);
  return TEXT_KEYS.has(key);
}

/** The dashboard's JSON with the language set in everything that it asks, so that answers come in it for all readers. */
export function askedIn(language: Language, json: unknown): unknown {
  if (Array.isArray(json)) return json.map((one) => askedIn(language, one));
  if (!isRecord(json)) return json;
  const own = Object.fromEntries(Object.entries(json).map(([key, value]) => [key, askedIn(language, value)]));
  return isQuery(json) ? { ...own, language } : own;
}

const isQuery = ({ kind, refId }: Fields): boolean =>
  typeof refId === 'string' && QUERY_KINDS.some((known) => known === kind);
