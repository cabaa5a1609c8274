import type { PanelData } from '@grafana/data';
import React, { useMemo } from 'react';
import { readFrames } from './data/readFrames';
import { DetailView } from './frame/DetailView';
import { NotReady } from './frame/NotReady';
import { ListView } from './list/ListView';
import type { ChurnScoreOptions } from './options';
import type { RunWhatIf } from './whatif/runWhatIf';

/** What the panel draws from; nothing in it is bound to Grafana's own page. */
export interface ChurnScoreViewProps {
  data: Pick<PanelData, 'series' | 'state' | 'errors'>;
  options: ChurnScoreOptions;
  width: number;
  height: number;
  /** Absent: what-ifs cannot be asked. */
  runWhatIf?: RunWhatIf;
  /** Where a customer's id leads. */
  customerLink: (id: string) => string | undefined;
}

/** The churn score of one customer or a list of scores; or what is missing for it, and what to do. */
export function ChurnScoreView({ data, options, width, height, runWhatIf, customerLink }: ChurnScoreViewProps) {
  const reading = useMemo(() => readFrames(data.series, options.mode), [data.series, options.mode]);
  const box = { width, height };
  if (reading.score?.state === 'ready') {
    return <DetailView model={reading.score.model} {...{ options, runWhatIf, customerLink }} {...box} />;
  }
  if (reading.list?.state === 'ready') {
    return <ListView model={reading.list.model} customerLink={customerLink} {...box} />;
  }
  return <NotReady data={data} reading={reading} {...box} />;
}
