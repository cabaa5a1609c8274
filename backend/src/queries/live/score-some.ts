import { RISK_BANDS, type ResolvedSettings } from '../../contract';
import type { LoadedPlaybook } from '../../churn/playbook';
import type { Champion } from '../../churn/model/keeper';
import { withDerived } from '../../churn/model/derived-features';
import { scoreCustomers } from '../../churn/scoring/score-customers';
import type { TouchedProfile } from '../../events/profile';
import { LiveProfile } from './live-profile';
import type { SomeCustomers } from './live-shop';

/** What customers are scored by. */
export interface Judge {
  champion: Champion;
  settings: Pick<ResolvedSettings, 'riskBands' | 'churnDays' | 'segmentGrid'>;
  playbook: LoadedPlaybook;
}

/** Scores customers as they stand as of a day. */
export async function scoreSome({ rows, matrix, shop }: SomeCustomers, judge: Judge): Promise<TouchedProfile[]> {
  const { champion, settings, playbook } = judge;
  const { model, served } = champion;
  const full = withDerived(matrix, model.rhythm, model.facts.horizonDays);
  const scores = await scoreCustomers(model, full, served.baseRate, settings.riskBands);
  const column = (name: string): Float64Array => full.columns[full.names.indexOf(name)]!;
  const [recency, frequency, monetary] = [column('recency_days'), column('frequency'), column('monetary')];
  const own = served.features.map((name) => full.columns[full.names.indexOf(name)]);
  const context = { reorderTimes: shop.reorderTimes, horizonDays: model.facts.horizonDays };
  const wording = { model: served, playbook, context };
  return rows.map((row, i) => {
    const figures = {
      customerId: String(row.customer_id),
      asOf: shop.cut,
      churnProbability: scores.churnProbability[i]!,
      band: RISK_BANDS[scores.band[i]!]!,
      relativeOdds: scores.relativeOdds[i]!,
      segment: shop.standing.segmentOf(settings, recency[i]!, frequency[i]!),
      status: recency[i]! >= settings.churnDays ? ('churned' as const) : ('active' as const),
      state: String(row.state),
      valueIfReturns: scores.valueIfReturns[i]!,
      revenueAtRisk: scores.revenueAtRisk[i]!,
      monetary: monetary[i]!,
      lastOrder: String(row.last_order),
    };
    const values = Float64Array.from(own, (values) => values?.[i] ?? Number.NaN);
    const purchaseDays = String(row.purchase_days).split(' ');
    return Object.assign(new LiveProfile(figures, values, wording), { purchaseDays });
  });
}
