import { css } from '@emotion/css';
import type { DataFrame, GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React, { useEffect, useMemo, useState } from 'react';
import { csvName, download, framesToCsv } from '../../../format/csv';
import { LifecycleChart } from '../chart/LifecycleChart';
import type { Choice } from '../choice';
import type { LifecycleModel } from '../data/model';
import { Legend } from '../legend/Legend';
import type { LifecycleOptions } from '../options';
import { LifecycleTable } from '../table/LifecycleTable';
import { Details } from './Details';
import { isTooSmall, partsOf } from './layout';
import { summaryOf } from './summary';
import { Toolbar } from './Toolbar';

interface Props {
  model: LifecycleModel;
  frames: readonly DataFrame[];
  options: LifecycleOptions;
  width: number;
  height: number;
  chosen: Choice | null;
  onChoose?: (choice: Choice | null) => void;
}

/** The lifecycle with what goes around it: a toolbar and a sentence above, a legend below, each where there is room. */
export function ReadyView({ model, frames, options, width, height, chosen, onChoose }: Props) {
  const styles = useStyles2(getStyles);
  const [view, setView] = useState(options.view);
  useEffect(() => setView(options.view), [options.view]);
  const summary = useMemo(() => summaryOf(model), [model]);
  if (isTooSmall(width, height)) {
    return (
      <p className={styles.tiny} style={{ width, height }}>
        {summary}
      </p>
    );
  }
  const picks = onChoose ? chosen : null;
  const parts = partsOf({
    width,
    height,
    withSummary: options.showSummary,
    withDetails: picks !== null,
    withLegend: options.showLegend && view === 'chart',
  });
  const common = { model, height: parts.picture, chosen: picks, onChoose };
  return (
    <div className={styles.column} style={{ width, height }}>
      {parts.toolbar > 0 && (
        <Toolbar
          width={width}
          height={parts.toolbar}
          view={view}
          asOf={model.asOf}
          onView={setView}
          onExport={() => download(csvName(`lifecycle ${model.asOf ?? ''}`), framesToCsv(frames))}
        />
      )}
      {parts.summary > 0 && (
        <p className={styles.summary} style={{ height: parts.summary }} title={summary}>
          {summary}
        </p>
      )}
      {picks && parts.details > 0 && (
        <Details model={model} choice={picks} height={parts.details} onClear={() => onChoose?.(null)} />
      )}
      {view === 'chart' ? (
        <LifecycleChart {...common} width={width} withFigures={options.showFigures} />
      ) : (
        <LifecycleTable {...common} />
      )}
      {parts.legend > 0 && <Legend model={model} height={parts.legend} />}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  column: css({ display: 'flex', flexDirection: 'column', overflow: 'hidden' }),
  summary: css({
    flexShrink: 0,
    margin: 0,
    overflow: 'hidden',
    lineHeight: '20px',
    fontWeight: theme.typography.fontWeightMedium,
  }),
  tiny: css({ margin: 0, overflow: 'auto', fontSize: theme.typography.bodySmall.fontSize }),
});
