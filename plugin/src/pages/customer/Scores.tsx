import type { ChurnwatchQuery, TimeRange } from '@contract';
import React, { useMemo } from 'react';
import { useWidth } from '../../embed/page/useWidth';
import { ChurnScoreView, DEFAULT_OPTIONS } from '../../panels/churn-score';
import { grafanaWhatIf } from '../../panels/churn-score/whatif/grafanaWhatIf';
import { useAnswer } from './useAnswer';

interface Props {
  uid: string;
  query: ChurnwatchQuery;
  range: TimeRange;
  height: number;
  customerLink: (id: string) => string | undefined;
}

/** What a query about churn answers, drawn as the churn score panel draws it: one customer, or a list of many. */
export function Scores({ uid, query, range, height, customerLink }: Props) {
  const [ref, width] = useWidth();
  const data = useAnswer(uid, query, range);
  const runWhatIf = useMemo(() => grafanaWhatIf(data.request), [data.request]);
  const mode = query.kind === 'churn_scores' ? 'list' : 'detail';
  return (
    <div ref={ref} style={{ minHeight: height }}>
      {width > 0 && (
        <ChurnScoreView
          data={data}
          options={{ ...DEFAULT_OPTIONS, mode }}
          {...{ width, height, runWhatIf, customerLink }}
        />
      )}
    </div>
  );
}
