/** The eleven segments of the RFM grid, from the best to the most endangered. */
export const SEGMENTS = [
  'Champions',
  'Loyal',
  'Potential loyalists',
  'New',
  'Promising',
  'Need attention',
  'About to sleep',
  'At risk',
  'Cannot lose',
  'Hibernating',
  'Lost',
] as const;

export type Segment = (typeof SEGMENTS)[number];

/**
 * The segment of each recency score (row, 1 to 5) and frequency score (column, 1 to 5).
 */
export type SegmentGrid = readonly (readonly Segment[])[];

/**
 * The common RFM grid over recency and frequency scores: rows are recency 1 (longest ago) to 5 (most recent), columns
 * frequency 1 (bought on one day only) to 5.
 */
export const DEFAULT_SEGMENT_GRID: SegmentGrid = [
  ['Lost', 'Lost', 'At risk', 'At risk', 'Cannot lose'],
  ['Hibernating', 'Hibernating', 'At risk', 'At risk', 'Cannot lose'],
  ['About to sleep', 'About to sleep', 'Need attention', 'Loyal', 'Loyal'],
  ['Promising', 'Potential loyalists', 'Potential loyalists', 'Loyal', 'Loyal'],
  ['New', 'Potential loyalists', 'Potential loyalists', 'Champions', 'Champions'],
];

export interface SegmentStyle {
  /** A colour of Okabe and Ito's palette or a tint of it, told apart by colour-blind readers. */
  color: string;
  meaning: string;
}

/** One place for the colours and the plain-language meaning of the segments, for every panel and page. */
export const SEGMENT_STYLES: Record<Segment, SegmentStyle> = {
  Champions: { color: '#00734f', meaning: 'Bought very recently, and most often' },
  Loyal: { color: '#009e73', meaning: 'Buy often, and bought in recent times' },
  'Potential loyalists': { color: '#66c5ab', meaning: 'Recent customers who have come back already' },
  New: { color: '#0072b2', meaning: 'Bought for the first time, very recently' },
  Promising: { color: '#56b4e9', meaning: 'Bought once, not long ago' },
  'Need attention': { color: '#f0e442', meaning: 'Average in how recently and how often they bought' },
  'About to sleep': { color: '#e69f00', meaning: 'Seldom bought, and not lately' },
  'At risk': { color: '#d55e00', meaning: 'Used to come back, but have not for long' },
  'Cannot lose': { color: '#a63d00', meaning: 'Among the most frequent, gone quiet for long' },
  Hibernating: { color: '#999999', meaning: 'Bought seldom and long ago' },
  Lost: { color: '#666666', meaning: 'Bought once or twice, longest ago' },
};
