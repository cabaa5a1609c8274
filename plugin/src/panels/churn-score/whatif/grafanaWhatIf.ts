import type { DataQueryRequest } from '@grafana/data';
import { askDataSource } from '../../../components/ask/askDataSource';
import type { RunWhatIf } from './runWhatIf';
import { askableTarget, whatIfTarget } from './whatIfTarget';

const QUESTION = { name: 'what-if', failure: 'The what-if could not be answered.' };

/** What-ifs in Grafana: through the data source of the panel's own query, with the same time range and variables. */
export function grafanaWhatIf(request: DataQueryRequest | undefined): RunWhatIf | undefined {
  const target = request && askableTarget(request.targets);
  if (!request || !target) return undefined;
  return (changes, signal) => askDataSource({ ...QUESTION, request, query: whatIfTarget(target, changes) }, signal);
}
