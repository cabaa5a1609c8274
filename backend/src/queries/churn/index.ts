import type { ChurnQuery, Frame, Notice } from '../../contract';
import type { ScoredCustomers } from '../../churn/scoring/scored';
import type { QueryContext } from '../context';
import { churnScore } from './churn-score';
import { churnScores } from './churn-scores';
import { modelQuality } from './model-quality';
import { modelNotices, playbookNotices } from './notices';
import { predictMany, type RowToPredict } from './predict';
import { riskHistory } from './risk-history';
import { riskSummary } from './risk-summary';
import { riskWatch } from './risk-watch';
import { scoreDistribution } from './score-distribution';
import { valueAtRisk } from './value-at-risk';
import { whatIf } from './what-if';

/**
 * The frames that answer a query about churn; each says what is to be known of the model.
 *
 * @throws NoScoreError where there is no model, or its gates forbid scores
 */
export async function churn(query: ChurnQuery, context: QueryContext): Promise<Frame[]> {
  const model = context.model();
  if (query.kind === 'model_quality' && model) {
    return withNotices(await modelQuality(query, context, model), modelNotices(model, context));
  }
  return context.scored(context.asOf, async (scored) =>
    withNotices(await answer(query, context, scored), [
      ...modelNotices(scored.model, context),
      ...(recommends(query) ? await playbookNotices(context) : []),
    ]),
  );
}

const recommends = ({ kind }: ChurnQuery): boolean =>
  kind === 'churn_scores' || kind === 'churn_score' || kind === 'what_if';

/**
 * The table of predictions for rows of a request, in their order.
 *
 * @throws NoScoreError where there is no model, or its gates forbid scores
 */
export async function predictions(rows: readonly RowToPredict[], context: QueryContext): Promise<Frame[]> {
  return context.scored(context.asOf, async (scored) =>
    withNotices(
      [await predictMany(rows, context, scored)],
      [...modelNotices(scored.model, context), ...(await playbookNotices(context))],
    ),
  );
}

export type { RowToPredict };

function answer(query: ChurnQuery, context: QueryContext, scored: ScoredCustomers): Promise<Frame[]> {
  switch (query.kind) {
    case 'churn_scores':
      return churnScores(query, context, scored);
    case 'churn_score':
      return churnScore(query, context, scored);
    case 'what_if':
      return whatIf(query, context, scored);
    case 'risk_summary':
      return riskSummary(query, context, scored);
    case 'risk_history':
      return riskHistory(query, context, scored);
    case 'score_distribution':
      return scoreDistribution(query, context, scored);
    case 'value_at_risk':
      return valueAtRisk(query, context, scored);
    case 'risk_watch':
      return riskWatch(query, context, scored);
    case 'model_quality':
      return modelQuality(query, context, scored.model);
  }
}

/** What is to be known of the model is said beside what it says: an answer of nothing has no need of it. */
function withNotices(frames: readonly Frame[], notices: readonly Notice[]): Frame[] {
  if (notices.length === 0) return [...frames];
  return frames.map((frame) => {
    if (frame.fields.length === 0) return frame;
    return { ...frame, meta: { ...frame.meta, notices: [...(frame.meta?.notices ?? []), ...notices] } };
  });
}
