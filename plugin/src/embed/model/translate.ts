import { isObject, type Json } from './read';

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
]);
/** Properties of an override whose value is such a text. */
const TEXT_PROPERTIES: ReadonlySet<string> = new Set(['displayName', 'noValue', 'description']);
/** Parts in which names stand that must stay as they are: what is asked, and what it is asked of. */
const NOT_FOR_PEOPLE: ReadonlySet<string> = new Set(['targets', 'query', 'current', 'datasource', 'matcher']);

/** The dashboard's JSON with its texts in another language; a text without a translation stays as it is. */
export function translateDashboard(json: unknown, texts: DashboardTexts): unknown {
  if (Array.isArray(json)) return json.map((one) => translateDashboard(one, texts));
  return isObject(json) ? translateObject(json, texts) : json;
}

function translateObject(json: Json, texts: DashboardTexts): Json {
  return Object.fromEntries(
    Object.entries(json).map(([key, value]) => {
      if (NOT_FOR_PEOPLE.has(key)) return [key, value];
      if (typeof value === 'string') return [key, isText(json, key) ? (texts[value] ?? value) : value];
      return [key, translateDashboard(value, texts)];
    }),
  );
}

function isText(json: Json, key: string): boolean {
  if (key === 'value') return typeof json.id === 'string' && TEXT_PROPERTIES.has(json.id);
  return TEXT_KEYS.has(key);
}
