import type { Frame, ModelQualityQuery, QualityFigure } from '../../../contract';
import { NoScoreError, type DriftRow, type ServedModel } from '../../../churn/scoring/scored';
import type { QueryContext } from '../../context';
import { tableOf } from '../cells';
import { FACT_COLUMNS, factRows } from './facts';
import { figuresFrame } from './figures';
import { healthFrame } from './health';
import { DRIFT_COLUMNS, driftRows, MODEL_VIEWS } from './views';

/**
 * How good the model is: one frame named as the view, with the columns that contract/churn/frames.ts lists. All but
 * drift is known without scoring anybody, so that one can see why a model gives no scores.
 *
 * @throws NoScoreError for drift where there are no scores
 */
export async function modelQuality(
  query: ModelQualityQuery,
  context: QueryContext,
  model: ServedModel,
): Promise<Frame[]> {
  const view = query.view ?? 'metrics';
  if (view === 'health') return [healthFrame(model, await driftIfScored(context), context.asOf)];
  if (view === 'figures')
    return [figuresFrame(model, await driftForFigure(query.figure, context), context.language, query.figure)];
  if (view === 'drift') {
    const rows = driftRows(await driftOf(context), context.language);
    return [tableOf(view, Object.keys(DRIFT_COLUMNS), DRIFT_COLUMNS, rows)];
  }
  if (view === 'facts')
    return [tableOf(view, Object.keys(FACT_COLUMNS), FACT_COLUMNS, factRows(model, context.language))];
  const { columns, rows } = MODEL_VIEWS[view];
  return [tableOf(view, Object.keys(columns), columns, rows(model, context.language))];
}

/** Drift of the customers of the as-of day against training. */
const driftOf = (context: QueryContext): Promise<DriftRow[]> =>
  context.scored(context.asOf, (scored) => scored.model.drift(scored));

/** All customers are scored and compared only for the figure that needs it: tiles with the others answer at once. */
async function driftForFigure(figure: QualityFigure | undefined, context: QueryContext): Promise<DriftRow[]> {
  return figure === undefined || figure === 'score_drift' ? driftIfScored(context) : [];
}

async function driftIfScored(context: QueryContext): Promise<DriftRow[]> {
  try {
    return await driftOf(context);
  } catch (error) {
    if (error instanceof NoScoreError) return [];
    throw error;
  }
}
