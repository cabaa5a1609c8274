import { BAND_STYLES } from '@contract';

export interface ChangeStyle {
  color: string;
  /** A sign that stands beside the colour. */
  sign: string;
  meaning: string;
}

const WORSE: ChangeStyle = { color: BAND_STYLES.high.color, sign: '▲', meaning: 'raises the risk' };
const BETTER: ChangeStyle = { color: BAND_STYLES.low.color, sign: '▼', meaning: 'lowers the risk' };
const SAME: ChangeStyle = { color: '#8e8e8e', sign: '●', meaning: 'does not change the risk' };

/** How a change of the churn probability looks: more of it is bad. */
export function changeStyle(change: number): ChangeStyle {
  if (change === 0) return SAME;
  return change > 0 ? WORSE : BETTER;
}
