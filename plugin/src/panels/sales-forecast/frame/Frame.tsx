import { css } from '@emotion/css';
import React, { type ReactNode } from 'react';
import { Legend } from '../legend/Legend';
import type { LegendEntry } from '../legend/entries';
import { divide, type Parts } from './layout';
import { Saying } from './Saying';

interface Props {
  summary: string;
  model: string;
  legend: readonly LegendEntry[];
  width: number;
  height: number;
  toolbar: ReactNode;
  /** Takes the room that is left. */
  children: (body: { width: number; height: number }) => ReactNode;
}

const column = css({ display: 'flex', flexDirection: 'column', overflow: 'hidden' });

/** What goes around the picture: the answer in words above, then the switches; the legend below. */
export function Frame({ summary, model, legend, width, height, toolbar, children }: Props) {
  const parts: Parts = divide({ summary, model, legend: legend.map(({ label }) => label) }, width, height);
  return (
    <div className={column} style={{ width, height }}>
      <Saying summary={summary} model={model} parts={parts} />
      {parts.toolbar > 0 && toolbar}
      {children({ width, height: parts.body })}
      {parts.legend > 0 && <Legend entries={legend} height={parts.legend} />}
    </div>
  );
}
