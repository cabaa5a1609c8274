import { textWidth } from '../../../components/picture/textWidth';

export const FONT_SIZE = 12;
/** Height of a line of labels below the plot. */
export const LABEL_HEIGHT = 20;
const TICK_HEIGHT = 40;
const EDGE = 8;

/** Where the plot lies inside a drawing; in pixels. */
export interface Area {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** The room that axis labels at the left and `lines` lines below leave. */
export function areaOf(width: number, height: number, labels: readonly string[], lines: number): Area {
  const left = Math.ceil(Math.max(0, ...labels.map((label) => textWidth(label, FONT_SIZE)))) + EDGE;
  return {
    left,
    top: EDGE,
    width: Math.max(0, width - left - 2 * EDGE),
    height: Math.max(0, height - EDGE - lines * LABEL_HEIGHT),
  };
}

/** How many ticks fit beside each other upwards. */
export const ticksFor = (height: number): number => Math.max(2, Math.floor(height / TICK_HEIGHT));

/** Every how manieth of labels that stand `step` px apart can be written without touching the next. */
export function labelEvery(labels: readonly string[], step: number): number {
  const widest = Math.max(0, ...labels.map((label) => textWidth(label, FONT_SIZE)));
  return Math.max(1, Math.ceil((widest + EDGE) / Math.max(1, step)));
}
