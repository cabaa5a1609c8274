import type { DataQueryRequest } from '@grafana/data';
import { askDataSource } from '../../../components/ask/askDataSource';
import { t } from '../../../language/t';
import type { RunWhatIf } from './runWhatIf';
import { askableTarget, whatIfTarget } from './whatIfTarget';

/** What-ifs in Grafana: through the data source of the panel's own query, with the same time range and variables. */
export function grafanaWhatIf(request: DataQueryRequest | undefined): RunWhatIf | undefined {
  const target = request && askableTarget(request.targets);
  if (!request || !target) return undefined;
  const failure = t('churn.whatif.failed', 'The what-if could not be answered.');
  return (changes, signal) =>
    askDataSource({ name: 'what-if', failure, request, query: whatIfTarget(target, changes) }, signal);
}
