import {
  bandStyle,
  DEFAULT_LANGUAGE,
  RISK_BANDS,
  segmentName,
  SEGMENTS,
  type FieldConfig,
  type Frame,
  type FrameField,
  type Language,
  type ValueMapping,
} from '../../contract';
import { PORTUGUESE_NAMES } from './portuguese-names';

/** What stands at the end of the name of a series that was moved from the period before. */
const BEFORE = / \(period before\)$/;
const PORTUGUESE_BEFORE = ' (período anterior)';

/** Columns whose values are names of segments or bands, which queries and links go by in English. */
const SEGMENT_COLUMNS = ['segment', 'segment_before', 'from_segment', 'to_segment'];
const BAND_COLUMNS = ['band', 'before_band'];

/**
 * The frames with display names, and what the names of segments and bands are shown as, in the reader's language. Names
 * and values of fields stay as they are: panels, transformations and links go by these.
 */
export function framesIn(language: Language, frames: readonly Frame[]): Frame[] {
  if (language === DEFAULT_LANGUAGE) return [...frames];
  return frames.map((frame) => ({ ...frame, fields: frame.fields.map((field) => fieldIn(language, field)) }));
}

function fieldIn(language: Language, field: FrameField): FrameField {
  const { config, column } = field;
  const mappings = mappingsOf(language, column.name);
  if (!config && !mappings) return field;
  return { ...field, config: { ...config, ...named(config), ...(mappings ? { mappings } : {}) } };
}

function named(config: FieldConfig | undefined): FieldConfig {
  const name = config?.displayNameFromDS;
  return name === undefined ? {} : { displayNameFromDS: portugueseName(name) };
}

/** A display name in Portuguese; a name that is data, such as a state's, stays as it is. */
export function portugueseName(name: string): string {
  if (BEFORE.test(name)) return portugueseName(name.replace(BEFORE, '')) + PORTUGUESE_BEFORE;
  const known = Object.hasOwn(PORTUGUESE_NAMES, name) ? PORTUGUESE_NAMES[name] : undefined;
  return known ?? segmentName(name, 'pt-BR');
}

function mappingsOf(language: Language, column: string): ValueMapping[] | undefined {
  if (SEGMENT_COLUMNS.includes(column)) return texts(SEGMENTS.map((name) => [name, segmentName(name, language)]));
  if (BAND_COLUMNS.includes(column)) return texts(RISK_BANDS.map((band) => [band, bandStyle(band, language).label]));
  return undefined;
}

const texts = (pairs: readonly (readonly [string, string])[]): ValueMapping[] => [
  { type: 'value', options: Object.fromEntries(pairs.map(([value, text]) => [value, { text }])) },
];
