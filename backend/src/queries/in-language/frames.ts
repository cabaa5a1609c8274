import {
  bandStyle,
  categoryName,
  cityName,
  DEFAULT_LANGUAGE,
  kindIn,
  labelOf,
  NOT_YET,
  noteText,
  paymentTypeName,
  PORTUGUESE_NAMES,
  QUERY_KINDS,
  readColumn,
  RISK_BANDS,
  segmentName,
  SEGMENTS,
  type Column,
  type FieldConfig,
  type Frame,
  type FrameField,
  type Language,
  type ValueMapping,
  WARNING_STATES,
  warningStateStyle,
  writtenDays,
  writtenHours,
} from '../../contract';
import type { OwnNames } from './category-labels';
import { PORTUGUESE_DESCRIPTIONS } from './portuguese-descriptions';
import { VALUE_TEXTS } from './value-texts';

/** What stands at the end of the name of a series that was moved from the period before. */
const BEFORE = / \(period before\)$/;
const PORTUGUESE_BEFORE = ' (período anterior)';

/** Columns whose values are names of segments or bands, which queries and links go by in English. */
const SEGMENT_COLUMNS = ['segment', 'segment_before', 'from_segment', 'to_segment'];
const BAND_COLUMNS = ['band', 'before_band', 'from_band'];
const CATEGORY = 'category';
const CITY = 'city';
const PAYMENT_TYPE = 'payment_type';
/** Of queries; an alert's kind is none of these. */
const KIND = 'kind';
/** Several, with commas between. */
const CATEGORIES = 'categories';
/** What a forecast is split into: states, categories and so on. */
const SERIES = 'series';
const OTHER = 'Other';
/** Of the load report: what is to be known of a file. */
const NOTES = 'notes';
/** By Grafana's id of the unit. */
const DURATIONS: Readonly<Record<string, (amount: number, language: Language) => string>> = {
  h: writtenHours,
  d: writtenDays,
};
const PORTUGUESE_NOT_YET = 'Ainda não era cliente';

/**
 * The frames with display names, and what values such as names of segments, categories and cities are shown as, in the
 * reader's language. Names and values of fields stay as they are: panels, transformations, filters and links go by these.
 *
 * @param own what the shop calls its categories
 */
export function framesIn(language: Language, frames: readonly Frame[], own: OwnNames = new Map()): Frame[] {
  const reader: Reader = { language, categoryOf: (key) => categoryName(key, language, own.get(key)) };
  return frames.map((frame) => ({ ...frame, fields: frame.fields.map((field) => fieldFor(reader, field)) }));
}

/** Whom names are written for. */
interface Reader {
  language: Language;
  categoryOf(key: string): string;
}

/** True where the frames name categories, whose names the shop may have. */
export const nameCategories = (frames: readonly Frame[]): boolean =>
  frames.some(({ fields }) => fields.some((field) => namesCategories(field) || field.labels?.[CATEGORY]));

/** Also the series of a forecast, and all that an order holds. */
const namesCategories = ({ column, config }: FrameField): boolean =>
  [CATEGORY, CATEGORIES].includes(column.name) ||
  (column.name === SERIES && config?.displayNameFromDS === labelOf(CATEGORY));

function fieldFor(reader: Reader, field: FrameField): FrameField {
  const { config, labels } = field;
  const mappings = mappingsOf(reader, field);
  if (!config && !mappings) return field;
  const own = { ...named(reader, config, labels), ...described(reader, config) };
  if (Object.keys(own).length === 0 && !mappings) return field;
  return { ...field, config: { ...config, ...own, ...(mappings ? { mappings } : {}) } };
}

/** A series of a category, city or payment type is named by it, alone or at the beginning of its name. */
function named(reader: Reader, config: FieldConfig | undefined, labels: FrameField['labels']): FieldConfig {
  const name = config?.displayNameFromDS;
  if (name === undefined) return {};
  const shown = seriesName(reader, name, labels);
  // The area between two lines goes by the name of the lower one.
  const below = config?.custom?.fillBelowTo;
  const custom =
    typeof below === 'string' ? { custom: { ...config?.custom, fillBelowTo: seriesName(reader, below, labels) } } : {};
  return shown === name ? custom : { displayNameFromDS: shown, ...custom };
}

function seriesName({ language, categoryOf }: Reader, name: string, labels: FrameField['labels'] = {}): string {
  const shown = nameIn(language, name);
  const { category, city, payment_type: paid } = labels;
  const [value, label] = [
    [category, categoryOf(category ?? '')],
    [city, cityName(city ?? '')],
    [paid, paymentTypeName(paid ?? '', language)],
  ].find(([one]) => one !== undefined) ?? [''];
  return label !== undefined && shown.startsWith(value ?? '') ? `${label}${shown.slice(value?.length)}` : shown;
}

function described({ language }: Reader, config: FieldConfig | undefined): FieldConfig {
  if (language === DEFAULT_LANGUAGE || config?.description === undefined) return {};
  return { description: descriptionIn(language, config.description) };
}

/** What a column's description says in the reader's language; one that is made of others stays as it is. */
export function descriptionIn(language: Language, text: string): string {
  if (language === DEFAULT_LANGUAGE || !Object.hasOwn(PORTUGUESE_DESCRIPTIONS, text)) return text;
  return PORTUGUESE_DESCRIPTIONS[text] ?? text;
}

/** A display name in the reader's language. */
export const nameIn = (language: Language, name: string): string =>
  language === DEFAULT_LANGUAGE ? name : portugueseName(name);

/** A display name in Portuguese; a name that is data, such as a state's, stays as it is. */
export function portugueseName(name: string): string {
  if (BEFORE.test(name)) return portugueseName(name.replace(BEFORE, '')) + PORTUGUESE_BEFORE;
  const band = /^(Lower|Upper) end \((\d+)%\)$/.exec(name);
  if (band) return `Limite ${band[1] === 'Lower' ? 'inferior' : 'superior'} (${band[2]}%)`;
  const known = Object.hasOwn(PORTUGUESE_NAMES, name) ? PORTUGUESE_NAMES[name] : undefined;
  return known ?? segmentName(name, 'pt-BR');
}

function mappingsOf(reader: Reader, field: FrameField): ValueMapping[] | undefined {
  // Numbers and dates may have the name of a list as well.
  if (field.column.type !== 'text') return durations(reader, field) ?? ownMappings(reader.language, field.column);
  return namesOfData(reader, field) ?? ownMappings(reader.language, field.column);
}

/**
 * Lengths of time as sentences say them. Grafana's hours stay hours below one, and in the singular: `0.4 hour`, `5.0 hour`;
 * and it makes `8 years` of the days under a title that names days.
 */
function durations({ language }: Reader, { column, config }: FrameField): ValueMapping[] | undefined {
  const write = DURATIONS[config?.unit ?? ''];
  if (!write || column.type !== 'float64') return undefined;
  const known = [...readColumn(column)].flatMap((amount) => (typeof amount === 'number' ? [amount] : []));
  if (known.length === 0) return undefined;
  return texts(known.map((amount) => [String(amount), write(amount, language)]));
}

/** What values of the shop's own data are shown as, in any language. */
function namesOfData({ language, categoryOf }: Reader, field: FrameField): ValueMapping[] | undefined {
  const { column } = field;
  if (namesCategories(field)) return shownAs(column, (keys) => keys.split(', ').map(categoryOf).join(', '));
  if (column.name === CITY) return shownAs(column, cityName);
  if (column.name === KIND) return shownAs(column, (kind) => kindText(kind, language));
  if (column.name === PAYMENT_TYPE) return shownAs(column, (key) => paymentTypeName(key, language));
  return undefined;
}

function kindText(name: string, language: Language): string {
  const kind = QUERY_KINDS.find((known) => known === name);
  return kind === undefined ? name : kindIn(language, kind).label;
}

function ownMappings(language: Language, column: Column): ValueMapping[] | undefined {
  const { name } = column;
  const own = VALUE_TEXTS[language];
  if (column.type === 'text' && Object.hasOwn(own, name)) return texts(Object.entries(own[name] ?? {}));
  return language === DEFAULT_LANGUAGE ? undefined : translated(language, column);
}

function translated(language: Language, column: Column): ValueMapping[] | undefined {
  const { name } = column;
  if (SEGMENT_COLUMNS.includes(name)) {
    return texts([...SEGMENTS.map((one) => [one, segmentName(one, language)] as const), [NOT_YET, PORTUGUESE_NOT_YET]]);
  }
  if (BAND_COLUMNS.includes(name)) return texts(RISK_BANDS.map((band) => [band, bandStyle(band, language).label]));
  if (column.type !== 'text') return undefined;
  if (name === 'warning_state') return warningStatesIn(language);
  if (name === NOTES) return shownAs(column, (notes) => noteText(notes, language));
  if (name === SERIES) return texts([[OTHER, portugueseName(OTHER)]]);
  return undefined;
}

/** What the states of early warnings are shown as. */
export const warningStatesIn = (language: Language): ValueMapping[] => {
  const shown = WARNING_STATES.map((state) => {
    const { label: text, color } = warningStateStyle(state, language);
    return [state, { text, color }] as const;
  });
  return [{ type: 'value', options: Object.fromEntries(shown) }];
};

const shownAs = (column: Column, textOf: (value: string) => string): ValueMapping[] =>
  texts([...new Set(readColumn(column))].map((value) => [String(value), textOf(String(value))]));

const texts = (pairs: readonly (readonly [string, string])[]): ValueMapping[] => [
  { type: 'value', options: Object.fromEntries(pairs.map(([value, text]) => [value, { text }])) },
];
