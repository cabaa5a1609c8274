import { css } from '@emotion/css';
import type { DataFrame } from '@grafana/data';
import React, { useEffect, useMemo, useState } from 'react';
import { Summary } from '../../../components/panel/Summary';
import { csvName, download, framesToCsv } from '../../../format/csv';
import { LifecycleChart, type LifecycleChartProps } from '../chart/LifecycleChart';
import type { LifecycleViewProps } from '../LifecycleView';
import type { LifecycleModel } from '../data/model';
import { Legend } from '../legend/Legend';
import type { View } from '../options';
import { LifecycleTable } from '../table/LifecycleTable';
import { useCustomers } from '../list/useCustomers';
import { BehindList } from './BehindList';
import { Details } from './Details';
import { isTooSmall, partsOf } from './layout';
import { summaryOf } from './summary';
import { Tiny } from './Tiny';
import { Toolbar } from './Toolbar';

interface Props extends Omit<LifecycleViewProps, 'data'> {
  model: LifecycleModel;
  frames: readonly DataFrame[];
}

/** The lifecycle with what goes around it: a toolbar and a sentence above, a legend below, each where there is room. */
export function ReadyView(props: Props) {
  const { model, frames, options, width, height, chosen, onChoose, customerLink } = props;
  const [view, setView] = useState(options.view);
  useEffect(() => setView(options.view), [options.view]);
  const summary = useMemo(() => summaryOf(model), [model]);
  const behind = useCustomers(model, props);
  if (isTooSmall(width, height)) return <Tiny text={summary} width={width} height={height} />;
  const picks = onChoose ? chosen : null;
  const parts = partsOf({
    width,
    height,
    withSummary: options.showSummary,
    withDetails: picks !== null,
    withList: behind !== undefined,
    withLegend: options.showLegend && view === 'chart',
  });
  const common = { model, height: parts.picture, chosen: picks, onChoose };
  return (
    <div className={column} style={{ width, height }}>
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
      {parts.summary > 0 && <Summary text={summary} height={parts.summary} />}
      {picks && parts.details > 0 && (
        <Details model={model} choice={picks} height={parts.details} onClear={() => onChoose?.(null)} />
      )}
      <Pictured {...common} view={view} width={width} withFigures={options.showFigures} />
      {behind && parts.list > 0 && (
        <BehindList behind={behind} width={width} height={parts.list} customerLink={customerLink} />
      )}
      {parts.legend > 0 && <Legend model={model} height={parts.legend} />}
    </div>
  );
}

interface PicturedProps extends LifecycleChartProps {
  view: View;
}

/** The picture or its table; neither where there is no room beside a list. */
function Pictured({ view, ...props }: PicturedProps) {
  if (props.height <= 0) return null;
  return view === 'chart' ? <LifecycleChart {...props} /> : <LifecycleTable {...props} />;
}

const column = css({ display: 'flex', flexDirection: 'column', overflow: 'hidden' });
