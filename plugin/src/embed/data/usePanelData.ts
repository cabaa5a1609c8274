import { LoadingState, type DataFrame } from '@grafana/data';
import { useEffect, useState } from 'react';
import { isAbort, messageOf } from '../api/http';
import { runQueries, type QueryRequest } from '../api/query';
import type { Panel } from '../model/dashboard';
import { transform } from './transformations';

export interface PanelAnswer {
  state: LoadingState;
  /** After the panel's transformations; of the answer before while a new one is on its way. */
  frames: DataFrame[];
  /** As the server sent them: their notes and provenance survive every transformation. */
  received: DataFrame[];
  errors: string[];
  /** Grows with every answer. */
  revision: number;
  /** The request that was answered. */
  key?: string;
}

const NOTHING: PanelAnswer = { state: LoadingState.Loading, frames: [], received: [], errors: [], revision: 0 };

const NOTHING_ASKED: PanelAnswer = { ...NOTHING, state: LoadingState.Done };

/**
 * The answer to a panel's queries. A changed request aborts the one on its way; until its answer is there, the frames of
 * the answer before are kept.
 *
 * @param request undefined while it is not known, and for panels that ask nothing
 * @param refresh changes when the same request is to be asked again
 */
export function usePanelData(
  panel: Panel,
  request: QueryRequest | undefined,
  refresh: unknown,
  interpolate: (text: string) => string,
): PanelAnswer {
  const [answer, setAnswer] = useState(NOTHING);
  const key = request && JSON.stringify(request);
  useEffect(() => {
    if (!request) return;
    const controller = new AbortController();
    setAnswer((before) => ({ ...before, state: LoadingState.Loading }));
    void load(panel, request, interpolate, controller.signal).then((next) => {
      if (next && !controller.signal.aborted) setAnswer((before) => settle(before, next, key));
    });
    return () => controller.abort();
    // The key stands for the request, and the texts in transformations change only with the request.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [panel, key, refresh]);
  return panel.targets.length === 0 ? NOTHING_ASKED : answer;
}

type Loaded = Omit<PanelAnswer, 'revision' | 'key'>;

/** When the same request fails later on, what it brought before is still true: it stays, beside the error. */
function settle(before: PanelAnswer, next: Loaded, key: string | undefined): PanelAnswer {
  const kept = next.frames.length === 0 && next.errors.length > 0 && before.key === key;
  const { frames, received } = kept ? before : next;
  return { ...next, frames, received, key, revision: before.revision + 1 };
}

async function load(
  panel: Panel,
  request: QueryRequest,
  interpolate: (text: string) => string,
  signal: AbortSignal,
): Promise<Loaded | undefined> {
  try {
    const { frames: received, errors } = await runQueries(request, signal);
    const frames = await transform(received, panel.transformations, interpolate);
    const state = errors.length > 0 ? LoadingState.Error : LoadingState.Done;
    return { state, frames, received, errors: errors.map(({ message }) => message) };
  } catch (error) {
    if (isAbort(error)) return undefined;
    return { state: LoadingState.Error, frames: [], received: [], errors: [messageOf(error)] };
  }
}
