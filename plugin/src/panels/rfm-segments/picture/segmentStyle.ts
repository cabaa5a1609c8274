import { SEGMENT_STYLES, SEGMENTS, type Segment, type SegmentStyle } from '@contract';

const UNKNOWN: SegmentStyle = { color: '#808080', meaning: 'A segment that this version does not know' };

/** True for one of the eleven named segments. */
export function isSegment(name: unknown): name is Segment {
  return SEGMENTS.some((segment) => segment === name);
}

/** A segment's colour and meaning; grey for one that is not known. */
export function styleOf(name: string): SegmentStyle {
  return isSegment(name) ? SEGMENT_STYLES[name] : UNKNOWN;
}
