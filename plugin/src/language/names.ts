import { bandStyle, segmentName, type BandStyle, type RiskBand } from '@contract';
import { currentLanguage } from './current';

/** A segment's name as the reader knows it; everywhere else it goes by its English name. */
export function segmentText(segment: string): string {
  return segmentName(segment, currentLanguage());
}

/** A risk band's name, colour, sign and meaning in the reader's language. */
export function bandText(band: RiskBand): BandStyle {
  return bandStyle(band, currentLanguage());
}
