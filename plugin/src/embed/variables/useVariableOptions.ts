import type { TimeRange } from '@grafana/data';
import { useEffect, useMemo, useState } from 'react';
import type { VariableSource } from '../../datasource/query/variables';
import { isAbort, messageOf } from '../api/http';
import { runQueries, type QueryRequest } from '../api/query';
import { interpolateTarget } from '../data/panelRequest';
import type { Variable } from '../model/dashboard';
import { isObject } from '../model/read';
import { optionsIn } from './queryValues';
import type { Options } from './state';

export interface VariableOptions {
  options: Options;
  /** Why the options of a variable could not be loaded, by its name. */
  errors: Readonly<Record<string, string>>;
}

const NONE: VariableOptions = { options: {}, errors: {} };

/** The options of the variables that ask the server for them. */
export function useVariableOptions(
  variables: readonly Variable[],
  range: TimeRange,
  source: VariableSource,
  refresh: string,
): VariableOptions {
  const [state, setState] = useState(NONE);
  const request = useMemo(() => requestOf(variables, range, source), [variables, range, source]);
  const key = request && JSON.stringify(request);
  useEffect(() => {
    if (!request) return;
    const controller = new AbortController();
    void load(request, controller.signal).then((next) => {
      if (next && !controller.signal.aborted) setState((before) => keepKnown(before, next));
    });
    return () => controller.abort();
    // The key stands for the request.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key, refresh]);
  return state;
}

function requestOf(variables: readonly Variable[], range: TimeRange, source: VariableSource): QueryRequest | undefined {
  const asking = variables.filter(({ type, query }) => type === 'query' && isObject(query));
  if (asking.length === 0) return undefined;
  return {
    from: range.from.valueOf(),
    to: range.to.valueOf(),
    queries: asking.map(({ name, query }) => ({
      ...interpolateTarget({ ...(isObject(query) ? query : {}), refId: name }, source),
      refId: name,
    })),
  };
}

/** Options that could not be loaded anew stay as they were. */
function keepKnown(before: VariableOptions, next: VariableOptions): VariableOptions {
  return { options: { ...before.options, ...next.options }, errors: next.errors };
}

async function load(request: QueryRequest, signal: AbortSignal): Promise<VariableOptions | undefined> {
  try {
    const { frames, errors } = await runQueries(request, signal);
    const options = request.queries.map(
      ({ refId }) => [refId, optionsIn(frames.filter((frame) => frame.refId === refId))] as const,
    );
    return {
      options: Object.fromEntries(options.filter(([name]) => !errors.some(({ refId }) => refId === name))),
      errors: Object.fromEntries(errors.map(({ refId, message }) => [refId, message])),
    };
  } catch (error) {
    if (isAbort(error)) return undefined;
    return { options: {}, errors: Object.fromEntries(request.queries.map(({ refId }) => [refId, messageOf(error)])) };
  }
}
