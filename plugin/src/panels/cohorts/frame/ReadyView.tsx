import { css } from '@emotion/css';
import type { DataFrame, GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React, { useEffect, useMemo, useState } from 'react';
import { csvName, download, framesToCsv } from '../../../format/csv';
import type { Choice } from '../choice';
import type { CohortsModel } from '../data/model';
import { HeatMap } from '../heatmap/HeatMap';
import { Legend } from '../legend/Legend';
import type { CohortsOptions } from '../options';
import { classesOf } from '../scale/classes';
import { CohortTable } from '../table/CohortTable';
import { Details } from './Details';
import { BRIEF_BELOW, isTooSmall, partsOf } from './layout';
import { summaryOf } from './summary';
import { Toolbar } from './Toolbar';

interface Props {
  model: CohortsModel;
  frames: readonly DataFrame[];
  options: CohortsOptions;
  width: number;
  height: number;
  chosen: Choice | null;
  onChoose?: (choice: Choice | null) => void;
}

/** The cohorts with what goes around them: a toolbar and a sentence above, a legend below, each where there is room. */
export function ReadyView({ model, frames, options, width, height, chosen, onChoose }: Props) {
  const styles = useStyles2(getStyles);
  const [view, setView] = useState(options.view);
  const [measure, setMeasure] = useState(options.measure);
  useEffect(() => setView(options.view), [options.view]);
  useEffect(() => setMeasure(options.measure), [options.measure]);
  const scale = useMemo(() => classesOf(model, measure), [model, measure]);
  const brief = width < BRIEF_BELOW;
  const summary = useMemo(() => summaryOf(model, brief), [model, brief]);
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
    withLegend: options.showLegend && view === 'map',
  });
  const common = { model, measure, height: parts.picture, chosen: picks, onChoose };
  return (
    <div className={styles.column} style={{ width, height }}>
      {parts.toolbar > 0 && (
        <Toolbar
          width={width}
          height={parts.toolbar}
          view={view}
          measure={measure}
          asOf={model.asOf}
          onView={setView}
          onMeasure={setMeasure}
          onExport={() => download(csvName(`cohorts ${model.asOf ?? ''}`), framesToCsv(frames))}
        />
      )}
      {parts.summary > 0 && (
        <p className={styles.summary} style={{ height: parts.summary }} title={summary}>
          {summary}
        </p>
      )}
      {picks && parts.details > 0 && (
        <Details
          model={model}
          measure={measure}
          choice={picks}
          height={parts.details}
          onClear={() => onChoose?.(null)}
        />
      )}
      {view === 'map' ? <HeatMap {...common} scale={scale} width={width} /> : <CohortTable {...common} />}
      {parts.legend > 0 && <Legend scale={scale} measure={measure} running={hasRunning(model)} height={parts.legend} />}
    </div>
  );
}

const hasRunning = ({ cohorts }: CohortsModel): boolean =>
  cohorts.some(({ cells }) => cells.some(({ period, complete }) => period > 0 && !complete));

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
