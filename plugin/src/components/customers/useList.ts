import { t } from '../../language/t';
import type { DataFrame } from '@grafana/data';
import { useCallback, useEffect, useState } from 'react';
import type { AskList, ListQuery } from './listTarget';

export interface AskedList {
  state: 'idle' | 'asking' | 'answered' | 'failed';
  frames: DataFrame[];
  /** Why there is no answer, for the reader. */
  message: string;
  retry: () => void;
}

type Answer = Omit<AskedList, 'retry'>;

const NOTHING: Answer = { state: 'idle', frames: [], message: '' };

/**
 * The customers that a query lists, asked for once it is given and again when it changes; leaving takes the request back.
 *
 * @param ask changes with the panel's own question; undefined where nobody can be asked
 * @param query undefined while nobody wants a list
 */
export function useList(ask: AskList | undefined, query: ListQuery | undefined): AskedList {
  const [answer, setAnswer] = useState(NOTHING);
  const [attempt, setAttempt] = useState(0);
  // Two queries that say the same are the same, whoever made them.
  const wanted = query && JSON.stringify(query);
  useEffect(() => {
    if (!ask || wanted === undefined) {
      setAnswer(NOTHING);
      return;
    }
    const controller = new AbortController();
    setAnswer({ ...NOTHING, state: 'asking' });
    void answerOf(ask, JSON.parse(wanted), controller.signal).then((next) => {
      if (!controller.signal.aborted) setAnswer(next);
    });
    return () => controller.abort();
  }, [ask, wanted, attempt]);
  const retry = useCallback(() => setAttempt((before) => before + 1), []);
  return { ...answer, retry };
}

async function answerOf(ask: AskList, query: ListQuery, signal: AbortSignal): Promise<Answer> {
  try {
    return { state: 'answered', frames: await ask(query, signal), message: '' };
  } catch (error) {
    const reason = error instanceof Error ? error.message : '';
    return { ...NOTHING, state: 'failed', message: reason || t('behind.failed', 'The customers could not be listed.') };
  }
}
