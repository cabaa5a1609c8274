import { css } from '@emotion/css';
import type { DataFrame } from '@grafana/data';
import React, { useEffect, useMemo, useState } from 'react';
import { Summary } from '../../../components/panel/Summary';
import { csvName, download, framesToCsv } from '../../../format/csv';
import type { CohortsViewProps } from '../CohortsView';
import type { CohortsModel } from '../data/model';
import { HeatMap, type HeatMapProps } from '../heatmap/HeatMap';
import { Legend } from '../legend/Legend';
import type { View } from '../options';
import { classesOf } from '../scale/classes';
import { CohortTable } from '../table/CohortTable';
import { useCustomers } from '../list/useCustomers';
import { BehindList } from './BehindList';
import { Details } from './Details';
import { BRIEF_BELOW, isTooSmall, partsOf } from './layout';
import { summaryOf } from './summary';
import { Tiny } from './Tiny';
import { Toolbar } from './Toolbar';

interface Props extends Omit<CohortsViewProps, 'data'> {
  model: CohortsModel;
  frames: readonly DataFrame[];
}

/** The cohorts with what goes around them: a toolbar and a sentence above, a legend below, each where there is room. */
export function ReadyView(props: Props) {
  const { model, frames, options, width, height, chosen, onChoose, customerLink } = props;
  const [view, setView] = useState(options.view);
  const [measure, setMeasure] = useState(options.measure);
  useEffect(() => setView(options.view), [options.view]);
  useEffect(() => setMeasure(options.measure), [options.measure]);
  const scale = useMemo(() => classesOf(model, measure), [model, measure]);
  const brief = width < BRIEF_BELOW;
  const summary = useMemo(() => summaryOf(model, brief), [model, brief]);
  const behind = useCustomers(model, props);
  if (isTooSmall(width, height)) return <Tiny text={summary} width={width} height={height} />;
  const picks = onChoose ? chosen : null;
  const parts = partsOf({
    width,
    height,
    withSummary: options.showSummary,
    withDetails: picks !== null,
    withList: behind !== undefined,
    withLegend: options.showLegend && view === 'map',
  });
  const common = { model, measure, height: parts.picture, chosen: picks, onChoose };
  return (
    <div className={column} style={{ width, height }}>
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
      {parts.summary > 0 && <Summary text={summary} height={parts.summary} />}
      {picks && parts.details > 0 && (
        <Details
          model={model}
          measure={measure}
          choice={picks}
          height={parts.details}
          onClear={() => onChoose?.(null)}
        />
      )}
      <Pictured {...common} view={view} scale={scale} width={width} />
      {behind && parts.list > 0 && (
        <BehindList behind={behind} width={width} height={parts.list} customerLink={customerLink} />
      )}
      {parts.legend > 0 && <Legend scale={scale} measure={measure} running={hasRunning(model)} height={parts.legend} />}
    </div>
  );
}

interface PicturedProps extends HeatMapProps {
  view: View;
}

/** The picture or its table; neither where there is no room beside a list. */
function Pictured({ view, ...props }: PicturedProps) {
  if (props.height <= 0) return null;
  return view === 'map' ? <HeatMap {...props} /> : <CohortTable {...props} />;
}

const hasRunning = ({ cohorts }: CohortsModel): boolean =>
  cohorts.some(({ cells }) => cells.some(({ period, complete }) => period > 0 && !complete));

const column = css({ display: 'flex', flexDirection: 'column', overflow: 'hidden' });
