import type { LifecycleStage } from '@contract';
import type { Cell, Place } from '../../../components/picture/cellMoves';
import type { Step } from '../data/model';
import { FIGURE_ROW, type ChartLayout } from './layout';

/** A part of a bar: the customers of one stage in one step. */
export interface BarPart extends Cell {
  stage: LifecycleStage;
  step: Step;
  /** Where it is drawn; the cell itself may be taller, so that it can be hit. */
  drawn: Place;
}

/** From the top of a bar to its bottom. */
export const FROM_TOP = ['reactivated', 'returning', 'new', 'dormant'] as const;

/** The order of the rows of figures. */
export const FIGURE_ORDER = ['new', 'returning', 'reactivated', 'dormant'] as const;

/** Some customers are seen, however few beside the others. */
const LEAST_DRAWN = 2;
const LEAST_HIT = 8;

export const partKey = (stage: LifecycleStage, day: string): string => `${stage}/${day}`;

/** The parts of all bars; those that came stand on zero, those that went hang from it. */
export function barParts(layout: ChartLayout): BarPart[] {
  return layout.steps.flatMap((step, column) => partsOf(step, column, layout));
}

function partsOf(step: Step, column: number, layout: ChartLayout): BarPart[] {
  const { left, stepWidth, barWidth, scale, figures } = layout;
  const x = left + column * stepWidth + (stepWidth - barWidth) / 2;
  const zero = scale.y(0);
  const heightOf = (count: number): number => (count > 0 ? Math.max(LEAST_DRAWN, zero - scale.y(count)) : 0);
  const also = (stage: LifecycleStage): Place | undefined =>
    figures === undefined
      ? undefined
      : {
          left: left + column * stepWidth,
          top: figures + FIGURE_ROW * FIGURE_ORDER.indexOf(stage),
          width: stepWidth,
          height: FIGURE_ROW,
        };
  const part = (stage: LifecycleStage, drawn: Place, hit: Place): BarPart => ({
    ...hit,
    key: partKey(stage, step.day),
    row: FROM_TOP.indexOf(stage),
    column,
    also: also(stage),
    stage,
    step,
    drawn,
  });
  let [drawnTop, hitTop] = [zero, zero];
  const up = (['new', 'returning', 'reactivated'] as const).map((stage) => {
    const height = heightOf(step.counts[stage]);
    const hit = Math.max(LEAST_HIT, height);
    [drawnTop, hitTop] = [drawnTop - height, hitTop - hit];
    return part(
      stage,
      { left: x, top: drawnTop, width: barWidth, height },
      { left: x, top: hitTop, width: barWidth, height: hit },
    );
  });
  const down = heightOf(step.counts.dormant);
  const below = { left: x, top: zero, width: barWidth };
  return [...up, part('dormant', { ...below, height: down }, { ...below, height: Math.max(LEAST_HIT, down) })];
}
