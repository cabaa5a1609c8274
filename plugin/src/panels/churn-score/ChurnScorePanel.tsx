import type { PanelProps } from '@grafana/data';
import React, { useMemo, type ComponentType } from 'react';
import { withBoundary } from '../../components/ErrorBoundary';
import { t } from '../../language/t';
import { ChurnScoreView } from './ChurnScoreView';
import { linkTo } from '../../components/customers/linkTo';
import { readOptions, type ChurnScoreOptions } from './options';
import type { WhatIfFor } from './whatif/runWhatIf';

/** The panel, with its what-ifs bound to whatever page it stands on. */
export function createChurnScorePanel(whatIfFor: WhatIfFor): ComponentType<PanelProps<ChurnScoreOptions>> {
  function ChurnScorePanel({ data, options, width, height, replaceVariables }: PanelProps<ChurnScoreOptions>) {
    const known = useMemo(() => readOptions(options), [options]);
    const runWhatIf = useMemo(() => whatIfFor(data.request), [data.request]);
    return (
      <ChurnScoreView
        data={data}
        options={known}
        width={width}
        height={height}
        runWhatIf={runWhatIf}
        customerLink={(id) => linkTo(known.customerLink, id, replaceVariables)}
      />
    );
  }
  return withBoundary(ChurnScorePanel, () => t('churn.panel', 'The churn score'));
}
