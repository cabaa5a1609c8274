import { type CohortMeasure, readableOn } from '@contract';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '../../../language/t';
import React, { useId } from 'react';
import { Hatch } from '../../../components/picture/Hatch';
import { formatCount } from '../../../format/numbers';
import type { CohortsModel } from '../data/model';
import type { Classes } from '../scale/classes';
import { rampOf } from '../scale/ramp';
import { periodText } from '../../../format/periods';
import { sinceText } from '../wording';
import type { HeatCell } from './cells';
import { pathsOf } from './drawing';
import { FONT, headsOf, type MapLayout } from './layout';

interface Props {
  model: CohortsModel;
  measure: CohortMeasure;
  layout: MapLayout;
  cells: readonly HeatCell[];
  scale: Classes;
  theme: GrafanaTheme2;
}

/** Names, sizes and coloured cells. */
export function HeatDrawing({ model, measure, layout, cells, scale, theme }: Props) {
  const hatch = useId();
  const colors = rampOf(scale.bounds.length + 1, theme);
  const paths = pathsOf(cells, measure, scale, layout.withValues);
  const quiet = theme.colors.text.secondary;
  return (
    <>
      <Hatch id={hatch} theme={theme} />
      <Heads model={model} layout={layout} color={quiet} />
      <Names model={model} layout={layout} theme={theme} />
      <path
        d={paths.zero}
        fill="none"
        stroke={layout.withValues ? theme.colors.border.medium : theme.colors.border.weak}
        strokeWidth={1}
      />
      {paths.classes.map((path, index) =>
        path === '' ? null : <path key={colors[index]} d={path} fill={colors[index]} />,
      )}
      <path d={paths.running} fill={`url(#${hatch})`} />
      <g fontSize={FONT.value} textAnchor="middle" dominantBaseline="central">
        {paths.texts.map(({ key, x, y, text, class: found }) => (
          <text key={key} x={x} y={y} fill={found === undefined ? quiet : readableOn(colors[found] ?? '#000000')}>
            {text}
          </text>
        ))}
      </g>
    </>
  );
}

function Heads({ model, layout, color }: { model: CohortsModel; layout: MapLayout; color: string }) {
  const { left, cellWidth, header, label, size } = layout;
  return (
    <g fill={color} fontSize={FONT.value}>
      <text x={left} y={10}>
        {sinceText(model.grain)}
      </text>
      <text x={0} y={10}>
        {t('cohorts.head.cohort', 'First purchase')}
      </text>
      <text x={label + size - 8} y={header - 8} textAnchor="end">
        {t('cohorts.head.size', 'Size')}
      </text>
      <g textAnchor="middle">
        {headsOf(layout).map((period) => (
          <text key={period} x={left + (period - 0.5) * cellWidth} y={header - 8}>
            {period}
          </text>
        ))}
      </g>
    </g>
  );
}

function Names({ model, layout, theme }: { model: CohortsModel; layout: MapLayout; theme: GrafanaTheme2 }) {
  const { rows, label, size, cellHeight, topOf, withAll } = layout;
  const most = Math.max(1, ...rows.map(({ customers }) => customers));
  const middle = (row: number) => topOf(row) + cellHeight / 2;
  return (
    <g fontSize={FONT.label} dominantBaseline="central" fill={theme.colors.text.primary}>
      {withAll && (
        <text x={0} y={middle(-1)} fontWeight={500}>
          {t('cohorts.all', 'All cohorts')}
        </text>
      )}
      {rows.map(({ day, customers }, row) => (
        <React.Fragment key={day}>
          <text x={0} y={middle(row)}>
            {periodText(day, model.grain)}
          </text>
          <rect
            x={label}
            y={topOf(row) + 1}
            width={Math.max(1, ((size - 4) * customers) / most)}
            height={cellHeight - 3}
            fill={theme.colors.border.medium}
            rx={2}
          />
          <text x={label + size - 8} y={middle(row)} textAnchor="end">
            {formatCount(customers)}
          </text>
        </React.Fragment>
      ))}
    </g>
  );
}
