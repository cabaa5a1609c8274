export type FeatureUnit = 'days' | 'money' | 'count' | 'share' | 'score' | 'stars' | 'number';

export type FeatureGroup =
  'recency' | 'frequency' | 'monetary' | 'rhythm' | 'basket' | 'payment' | 'experience' | 'place' | 'season';

/** The values that a what-if may set a feature to. */
export interface FeatureRange {
  min: number;
  max: number;
  step: number;
}

/** What a feature means, for people. */
export interface FeatureSpec {
  /** Its column in sql/features.sql. */
  key: string;
  label: string;
  unit: FeatureUnit;
  group: FeatureGroup;
  /** One sentence. */
  description: string;
  /** Whether recency, frequency, monetary value and tenure alone determine it. */
  fromRfm: boolean;
  /** Present where a what-if may change it. */
  whatIf?: FeatureRange;
}
