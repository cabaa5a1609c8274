import { math, variablesOf } from './expressions/math';
import { reduce } from './expressions/reduce';
import { threshold } from './expressions/threshold';
import { contains, isSeries, type Labels, type Numeric, type Value } from './expressions/values';
import { isQuery, type Rule, type RuleQuery } from './rules';

/** The numbers that the templates of an instance see, by refId. */
export type Captures = Record<string, Numeric>;

export interface Instance {
  labels: Labels;
  state: 'alerting' | 'normal' | 'nodata';
  values: Captures;
}

/** What an expression needs: queries and other expressions, by their refIds. */
export function inputsOf({ model }: RuleQuery): string[] {
  return model.type === 'math' ? variablesOf(model.expression ?? '') : [model.expression ?? ''];
}

/**
 * The alert instances of a rule, from the answers to its queries: the states that Grafana would see (its documentation of
 * alert rule evaluation, "no data" where a query has none).
 *
 * @param answers values by refId, empty for "no data"
 * @throws Error for an expression that Grafana could not evaluate
 */
export function evaluate({ data, condition }: Rule, answers: ReadonlyMap<string, readonly Value[]>): Instance[] {
  const results = resultsOf(data, answers);
  const empty = data.filter(isQuery).some(({ refId }) => results.get(refId)?.length === 0);
  if (empty) return [{ labels: {}, state: 'nodata', values: {} }];
  return numbers(results.get(condition) ?? []).map(({ labels, value }) => ({
    labels,
    state: value === null ? 'nodata' : value === 0 ? 'normal' : 'alerting',
    values: capturesOf(labels, results),
  }));
}

/** Queries and expressions by refId, each after what it needs, wherever it stands in the file. */
export function resultsOf(
  data: readonly RuleQuery[],
  answers: ReadonlyMap<string, readonly Value[]>,
): ReadonlyMap<string, readonly Value[]> {
  const results = new Map(answers);
  let waiting = data.filter((query) => !isQuery(query));
  while (waiting.length > 0) {
    const ready = waiting.filter((query) => inputsOf(query).every((refId) => results.has(refId)));
    if (ready.length === 0) throw new Error(`"${waiting[0]?.refId ?? ''}" needs what is not there`);
    for (const query of ready) results.set(query.refId, expressionOf(query, results));
    waiting = waiting.filter((query) => !ready.includes(query));
  }
  return results;
}

function expressionOf({ model }: RuleQuery, results: ReadonlyMap<string, readonly Value[]>): Value[] {
  const input = results.get(model.expression ?? '') ?? [];
  const [condition] = model.conditions ?? [];
  if (model.type === 'math') return math(model.expression ?? '', results);
  if (model.type === 'reduce') return reduce(model.reducer ?? '', input);
  if (model.type === 'threshold' && condition) return threshold(condition.evaluator, input);
  throw new Error(`there is no expression ${model.type ?? ''}`);
}

function numbers(values: readonly Value[]): Numeric[] {
  return values.map((value) => {
    if (isSeries(value)) throw new Error('looks like time series data, only reduced data can be alerted on');
    return value;
  });
}

/** Of each refId the number whose labels are those of the instance, else one that has all of them, or only some. */
function capturesOf(labels: Labels, results: ReadonlyMap<string, readonly Value[]>): Captures {
  const captures: Captures = {};
  for (const [refId, values] of results) {
    const found = values.filter((value): value is Numeric => !isSeries(value));
    const exact = found.find((one) => contains(one.labels, labels) && contains(labels, one.labels));
    const capture = exact ?? found.find((one) => contains(one.labels, labels) || contains(labels, one.labels));
    if (capture) captures[refId] = capture;
  }
  return captures;
}
