export type FeatureUnit = 'days' | 'money' | 'count' | 'share' | 'score' | 'stars' | 'number';

export type FeatureGroup =
  | 'recency'
  | 'frequency'
  | 'monetary'
  | 'rhythm'
  | 'basket'
  | 'payment'
  | 'experience'
  | 'contact'
  | 'place'
  | 'season';

/** The values that a what-if may set a feature to. */
export interface FeatureRange {
  min: number;
  max: number;
  step: number;
}

/** What a feature means, for people. */
export interface FeatureSpec {
  /** Its column in sql/features.sql, or in sql/events/with-events.sql. */
  key: string;
  label: string;
  unit: FeatureUnit;
  group: FeatureGroup;
  /** One sentence. */
  description: string;
  /** Whether recency, frequency, monetary value and tenure alone determine it. */
  fromRfm: boolean;
  /**
   * True where customers share few values that move a little every day, such as a rate of their state: how these are
   * spread cannot be compared with training, as drift does.
   */
  ofGroup?: true;
  /** Present where a what-if may change it. */
  whatIf?: FeatureRange;
}
