/** Risk bands, from the most to the least endangered. */
export const RISK_BANDS = ['high', 'medium', 'low'] as const;
export type RiskBand = (typeof RISK_BANDS)[number];

/**
 * Where the bands begin, as the odds of coming back compared with the average customer's. Odds, since they tell
 * customers apart where nearly everyone leaves and where nearly everyone stays alike.
 */
export interface BandThresholds {
  /** High risk: odds of at most this multiple of the average's, e.g. 0.67. */
  high: number;
  /** Low risk: odds of at least this multiple, e.g. 1.5. */
  low: number;
}

export const DEFAULT_BANDS: BandThresholds = { high: 0.67, low: 1.5 };

export interface BandStyle {
  label: string;
  /** A colour of Okabe and Ito's palette, told apart by colour-blind readers; never the only mark. */
  color: string;
  /** A sign that stands beside the colour. */
  sign: string;
  meaning: string;
}

/** One place for the names, colours and plain-language meaning of the bands, for every panel and page. */
export const BAND_STYLES: Record<RiskBand, BandStyle> = {
  high: { label: 'High risk', color: '#d55e00', sign: '▲', meaning: 'Clearly less likely to buy again than average' },
  medium: { label: 'Medium risk', color: '#e6b800', sign: '●', meaning: 'About as likely to buy again as average' },
  low: { label: 'Low risk', color: '#0072b2', sign: '▼', meaning: 'Clearly more likely to buy again than average' },
};

/** The band of a churn probability, given the average churn probability (the base rate). */
export function bandOf(churnProbability: number, baseRate: number, thresholds: BandThresholds): RiskBand {
  const ratio = returnOdds(churnProbability, baseRate);
  if (ratio <= thresholds.high) return 'high';
  return ratio >= thresholds.low ? 'low' : 'medium';
}

/** The customer's odds of coming back as a multiple of the average customer's. */
export function returnOdds(churnProbability: number, baseRate: number): number {
  const odds = (churn: number): number => (1 - churn) / churn;
  return odds(churnProbability) / odds(baseRate);
}

/** The churn probability at which the odds of coming back are `multiple` times the average's. */
export function probabilityAtOdds(multiple: number, baseRate: number): number {
  return 1 / (1 + (multiple * (1 - baseRate)) / baseRate);
}
