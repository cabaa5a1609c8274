import type { ChurnwatchQuery, TimeRange } from '@contract';
import { LoadingState } from '@grafana/data';
import { useEffect, useState } from 'react';
import { askSource, type Answered } from './askSource';

const NOTHING: Answered = { series: [], state: LoadingState.Loading };

/**
 * The answer of a data source to a query, asked anew when the query changes; a late answer to another query is dropped.
 *
 * @param query undefined: nothing is asked
 */
export function useAnswer(uid: string, query: ChurnwatchQuery | undefined, range: TimeRange): Answered {
  const key = JSON.stringify([uid, query, range]);
  const [known, setKnown] = useState<{ key: string; answer: Answered }>();
  useEffect(() => {
    if (!query) return;
    let wanted = true;
    void askSource(uid, query, range).then((answer) => wanted && setKnown({ key, answer }));
    return () => {
      wanted = false;
    };
    // The key stands for all that is asked.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key]);
  return known?.key === key ? known.answer : NOTHING;
}
