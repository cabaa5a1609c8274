import { BAND_STYLES, type BandStyle, type RiskBand } from './churn/bands';
import { DEFAULT_LANGUAGE, type Language } from './language';
import { PORTUGUESE_BANDS } from './portuguese/bands';
import { PORTUGUESE_SEGMENTS } from './portuguese/segments';
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
