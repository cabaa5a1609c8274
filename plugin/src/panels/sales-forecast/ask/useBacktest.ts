import type { DataFrame } from '@grafana/data';
import { useCallback, useEffect, useState } from 'react';
import { t } from '../../../language/t';
import type { AskBacktest } from './askBacktest';

export interface Backtest {
  state: 'idle' | 'asking' | 'answered' | 'failed';
  frames: DataFrame[];
  /** Why there is no answer, for the reader. */
  message: string;
  retry: () => void;
}

type Answer = Omit<Backtest, 'retry'> & { ask?: AskBacktest };

const NOTHING: Answer = { state: 'idle', frames: [], message: '' };

/**
 * The forecasts of the past, asked for once they are wanted, and again when the panel's own question changes; leaving takes
 * the request back.
 *
 * @param ask changes with the panel's question; undefined where it cannot be asked
 */
export function useBacktest(ask: AskBacktest | undefined, wanted: boolean): Backtest {
  const [answer, setAnswer] = useState(NOTHING);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (!ask || !wanted) return;
    const controller = new AbortController();
    setAnswer((before) =>
      before.ask === ask && before.state === 'answered' ? before : { ...NOTHING, state: 'asking' },
    );
    void answerOf(ask, controller.signal).then((next) => {
      if (!controller.signal.aborted) setAnswer(next);
    });
    return () => controller.abort();
  }, [ask, wanted, attempt]);
  const retry = useCallback(() => setAttempt((before) => before + 1), []);
  return { ...answer, retry };
}

async function answerOf(ask: AskBacktest, signal: AbortSignal): Promise<Answer> {
  try {
    return { state: 'answered', frames: await ask(signal), message: '', ask };
  } catch (error) {
    const message =
      error instanceof Error && error.message !== ''
        ? error.message
        : t('forecast.noReason', 'The server gave no reason.');
    return { state: 'failed', frames: [], message };
  }
}
