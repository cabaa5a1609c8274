/** What is known of each customer at a cut date: one row per customer, one column per feature. */
export interface FeatureMatrix {
  /** The last day that the features know of, `YYYY-MM-DD`. */
  cut: string;
  /** Keys of the features, in the order of `columns`. */
  names: readonly string[];
  /** Number of customers. */
  length: number;
  customerKeys: Int32Array;
  /** One column per feature with a value per customer; NaN where it is not known. */
  columns: readonly Float64Array[];
}

/** Features at a cut date with what happened in the days after it. */
export interface LabelledMatrix extends FeatureMatrix {
  /** Days after the cut that the label looks at. */
  horizonDays: number;
  /** 1 where the customer purchased within the horizon, else 0. */
  returned: Uint8Array;
}
