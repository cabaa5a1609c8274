import { WARNING_STATE_STYLES, type WarningState, type WarningStateStyle } from './alerts/states';
import { categoryName } from './categories';
import { BAND_STYLES, RISK_BANDS, type BandStyle, type RiskBand } from './churn/bands';
import { cityName } from './cities';
import { DEFAULT_LANGUAGE, type Language } from './language';
import { paymentTypeName } from './payment-types';
import { PORTUGUESE_BANDS } from './portuguese/bands';
import { PORTUGUESE_SEGMENTS } from './portuguese/segments';
import { PORTUGUESE_WARNING_STATES } from './portuguese/warning-states';
import { SEGMENT_STYLES, SEGMENTS, type Segment, type SegmentStyle } from './segments';

/**
 * The segment's name in the language. In queries, links and the values of fields it always goes by its English name; a
 * name that is no segment's stays as it is.
 */
export function segmentName(name: string, language: Language): string {
  const segment = SEGMENTS.find((known) => known === name);
  return segment === undefined || language === DEFAULT_LANGUAGE ? name : PORTUGUESE_SEGMENTS[segment].name;
}

/** A segment's colour, and its meaning in the language. */
export function segmentStyle(segment: Segment, language: Language): SegmentStyle {
  const style = SEGMENT_STYLES[segment];
  return language === DEFAULT_LANGUAGE ? style : { ...style, meaning: PORTUGUESE_SEGMENTS[segment].meaning };
}

/** A risk band's name, colour, sign and meaning in the language. */
export function bandStyle(band: RiskBand, language: Language): BandStyle {
  const style = BAND_STYLES[band];
  return language === DEFAULT_LANGUAGE ? style : { ...style, ...PORTUGUESE_BANDS[band] };
}

/**
 * What a value of a filter, or of a label, is called in the language: a category, a payment type, a segment, a band or a
 * city; others stay as they are.
 *
 * @param name of the filter or label, such as `category`
 */
export function valueName(name: string, value: string, language: Language): string {
  return Object.hasOwn(OF_VALUES, name) ? (OF_VALUES[name]?.(value, language) ?? value) : value;
}

const OF_VALUES: Readonly<Record<string, (value: string, language: Language) => string>> = {
  category: (value, language) => categoryName(value, language),
  payment_type: paymentTypeName,
  city: cityName,
  segment: segmentName,
  band: (value, language) => {
    const band = RISK_BANDS.find((known) => known === value);
    return band === undefined ? value : bandStyle(band, language).label;
  },
};

/** What the state of an early warning is called in the language, and its colour. */
export function warningStateStyle(state: WarningState, language: Language): WarningStateStyle {
  const style = WARNING_STATE_STYLES[state];
  return language === DEFAULT_LANGUAGE ? style : { ...style, label: PORTUGUESE_WARNING_STATES[state] };
}
