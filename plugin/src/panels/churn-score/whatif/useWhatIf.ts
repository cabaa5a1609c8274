import type { FeatureValues } from '@contract';
import { useEffect, useState } from 'react';
import { t } from '../../../language/t';
import type { ScoreModel } from '../data/model';
import { readScore } from '../data/readScore';
import type { RunWhatIf } from './runWhatIf';

export type WhatIfState = 'idle' | 'asking' | 'answered' | 'failed';

export interface WhatIf {
  state: WhatIfState;
  /** The last answer; kept while the next one is on its way. */
  model?: ScoreModel;
  /** The changes that `model` answers. */
  changes: FeatureValues;
  /** Why there is no answer. */
  message: string;
}

const NOTHING: WhatIf = { state: 'idle', changes: {}, message: '' };
/** Long enough for a slider to be dragged on, short enough to feel like an answer. */
const DEBOUNCE_MS = 300;

/**
 * The score with these features changed. Asked when the changes have rested for a moment; newer ones take back the request
 * that is on its way.
 */
export function useWhatIf(run: RunWhatIf | undefined, changes: FeatureValues): WhatIf {
  const [whatIf, setWhatIf] = useState(NOTHING);
  useEffect(() => {
    if (!run || Object.keys(changes).length === 0) {
      setWhatIf(NOTHING);
      return;
    }
    const controller = new AbortController();
    setWhatIf((before) => ({ ...before, state: 'asking' }));
    const timer = setTimeout(() => {
      void ask(run, changes, controller.signal).then((next) => {
        if (!controller.signal.aborted) setWhatIf((before) => ({ ...before, ...next }));
      });
    }, DEBOUNCE_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [run, changes]);
  return whatIf;
}

async function ask(run: RunWhatIf, changes: FeatureValues, signal: AbortSignal): Promise<Partial<WhatIf>> {
  try {
    const reading = readScore(await run(changes, signal));
    if (reading.state === 'ready') return { state: 'answered', model: reading.model, changes, message: '' };
    return {
      state: 'failed',
      message: t('churn.whatif.outdated', 'The answer holds no score. Update the data source and this panel together.'),
    };
  } catch (error) {
    const message =
      error instanceof Error && error.message !== ''
        ? error.message
        : t('churn.whatif.failed', 'The what-if could not be answered.');
    return { state: 'failed', message };
  }
}
