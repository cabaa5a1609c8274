import type { DataQueryRequest } from '@grafana/data';
import {
  askableTarget,
  createChurnScorePanel,
  DEFAULT_OPTIONS,
  whatIfTarget,
  type RunWhatIf,
} from '../../panels/churn-score';
import { runQueries } from '../api/query';
import type { PanelKind } from './panelKind';

/** What-ifs here: asked of this page's own server. The variables in the panel's queries are replaced already. */
function serverWhatIf(request: DataQueryRequest | undefined): RunWhatIf | undefined {
  const target = request && askableTarget(request.targets);
  if (!request || !target) return undefined;
  return async (changes, signal) => {
    const range = { from: request.range.from.valueOf(), to: request.range.to.valueOf() };
    const { frames, errors } = await runQueries({ ...range, queries: [{ ...whatIfTarget(target, changes) }] }, signal);
    if (errors[0]) throw new Error(errors[0].message);
    return frames;
  };
}

/** Our own panel, drawn by the same code as in Grafana. */
export const churnScore: PanelKind = {
  component: createChurnScorePanel(serverWhatIf),
  options: { ...DEFAULT_OPTIONS },
  fieldConfig: {},
  explainsNothing: true,
  scrolls: true,
};
