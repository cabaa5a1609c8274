import { segmentName, segmentStyle, SEGMENTS, type Segment, type SegmentStyle } from '@contract';
import { currentLanguage } from '../../../language/current';
import { t } from '../../../language/t';
import type { Size } from '../options';

/** True for one of the eleven named segments. */
export function isSegment(name: unknown): name is Segment {
  return SEGMENTS.some((segment) => segment === name);
}

/** A segment's name in the reader's language. */
export function nameOf(segment: string): string {
  return segmentName(segment, currentLanguage());
}

/** A segment's colour and meaning; grey for one that is not known. */
export function styleOf(name: string): SegmentStyle {
  if (isSegment(name)) return segmentStyle(name, currentLanguage());
  return { color: '#808080', meaning: t('segments.unknown', 'A segment that this version does not know') };
}

/** What areas, bars and shares count, within a sentence. */
export function sizeName(size: Size): string {
  return size === 'customers' ? t('segments.ofCustomers', 'customers') : t('segments.ofRevenue', 'revenue');
}
