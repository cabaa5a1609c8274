import { BAND_STYLES } from '@contract';
import { t } from '../../../language/t';

export interface ChangeStyle {
  color: string;
  /** A sign that stands beside the colour. */
  sign: string;
  meaning: string;
}

/** How a change of the churn probability looks: more of it is bad. */
export function changeStyle(change: number): ChangeStyle {
  if (change === 0) return { color: '#8e8e8e', sign: '●', meaning: t('churn.change.same', 'does not change the risk') };
  return change > 0
    ? { color: BAND_STYLES.high.color, sign: '▲', meaning: t('churn.change.raises', 'raises the risk') }
    : { color: BAND_STYLES.low.color, sign: '▼', meaning: t('churn.change.lowers', 'lowers the risk') };
}
