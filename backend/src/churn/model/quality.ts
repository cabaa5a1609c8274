/** How good a model is, measured on customers and days that it had not seen. Plain data, saved with the model. */
export interface QualityReport {
  /** The day as of which the test customers were scored; their label window ends with the data. */
  testCut: string;
  customers: number;
  returners: number;
  metrics: readonly MetricRow[];
  folds: readonly FoldRow[];
  calibration: readonly CalibrationRow[];
  lift: readonly LiftRow[];
  confusion: ConfusionReport;
  importance: readonly ImportanceRow[];
  comparison: readonly ComparisonRow[];
}

/** Names of the score and of what it is compared with. */
export type ScoredBy = 'model' | 'recency' | 'bgnbd';

export type Metric =
  'roc_auc' | 'pr_auc' | 'lift_at_10' | 'captured_at_10' | 'brier' | 'brier_skill' | 'log_loss' | 'calibration_error';

export interface MetricRow {
  model: ScoredBy;
  metric: Metric;
  value: number;
  /** 95% interval, where there is one. */
  low?: number;
  high?: number;
  better: 'higher' | 'lower';
}

/** One evaluation of the purged time-series split. */
export interface FoldRow {
  fold: string;
  role: 'validation' | 'test';
  cut: string;
  trainingCuts: readonly string[];
  trainingRows: number;
  trainingReturners: number;
  customers: number;
  returners: number;
  rocAuc: Record<ScoredBy, number>;
  prAuc: Record<ScoredBy, number>;
}

/** Customers of one bin of predicted churn probability: mean prediction and observed share with its 95% interval. */
export interface CalibrationRow {
  predicted: number;
  observed: number;
  low: number;
  high: number;
  customers: number;
}

/** Customers by predicted probability of returning, decile 1 the likeliest. */
export interface LiftRow {
  decile: number;
  customers: number;
  returners: number;
  /** Share of all who returned that the deciles up to this one hold. */
  capturedShare: number;
  /** Return rate of the deciles up to this one over the overall rate. */
  lift: number;
  returnRate: number;
}

/** Positive: predicted to return. */
export interface ConfusionReport {
  /** Probability of returning from which a customer counts as predicted to return. */
  threshold: number;
  truePositives: number;
  falsePositives: number;
  trueNegatives: number;
  falseNegatives: number;
  accuracy: number;
  precision: number;
  recall: number;
  f1: number;
}

/** Mean loss of ROC-AUC when the feature's values are shuffled, with its standard deviation over the repeats. */
export interface ImportanceRow {
  feature: string;
  importance: number;
  deviation: number;
}

/** Champion and challengers on the same split. */
export interface ComparisonRow {
  model: string;
  role: 'champion' | 'challenger';
  rocAuc: number;
  prAuc: number;
  logLoss: number;
  seconds: number;
  verdict: string;
}

/** A condition for trusting scores; a hard one that fails means no score but a reason. */
export interface GateResult {
  gate: 'customers' | 'history' | 'returners' | 'repeat_customers' | 'recency_of_data' | 'better_than_recency';
  required: number;
  actual: number;
  passed: boolean;
  hard: boolean;
  /** What it means, for people. */
  message: string;
}
