import type { ChurnQuery, Frame, Notice } from '../../contract';
import type { ScoredCustomers } from '../../churn/scoring/scored';
import type { QueryContext } from '../context';
import { churnScore } from './churn-score';
import { churnScores } from './churn-scores';
import { modelQuality } from './model-quality';
import { modelNotices, playbookNotices } from './notices';
import { riskHistory } from './risk-history';
import { riskSummary } from './risk-summary';
import { scoreDistribution } from './score-distribution';
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
      ...(await playbookNotices(query, context)),
    ]),
  );
}

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
    case 'model_quality':
      return modelQuality(query, context, scored.model);
  }
}

function withNotices(frames: readonly Frame[], notices: readonly Notice[]): Frame[] {
  if (notices.length === 0) return [...frames];
  return frames.map((frame) => ({
    ...frame,
    meta: { ...frame.meta, notices: [...(frame.meta?.notices ?? []), ...notices] },
  }));
}
