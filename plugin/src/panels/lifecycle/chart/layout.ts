import { LIFECYCLE_STAGES, type CohortPeriod } from '@contract';
import { t } from '../../../language/t';
import { textWidth } from '../../../components/picture/textWidth';
import { formatCountShort } from '../../../format/numbers';
import { periodText } from '../../../format/periods';
import type { LifecycleModel, Step } from '../data/model';
import { signedShort, stageText } from '../wording';
import { countScale, type CountScale } from './scale';

/** Where the parts of the chart lie, in pixels. */
export interface ChartLayout {
  /** The steps that are drawn: the latest ones, where there are too many to be told apart. */
  steps: Step[];
  left: number;
  stepWidth: number;
  barWidth: number;
  scale: CountScale;
  /** y of the names of the steps. */
  names: number;
  /** Top of the rows of figures; undefined where they do not fit. */
  figures?: number;
  width: number;
  height: number;
}

export const FONT = 11;
export const FIGURE_ROW = 18;
const LEAST_STEP = 5;
const MOST_BAR = 44;
const PAD = 10;
const NAMES = 20;
const FIGURES_FROM = 230;

/** Lays bars, names and, where they fit, rows of figures out over a width and a height. */
export function layoutOf(model: LifecycleModel, width: number, height: number, wantFigures: boolean): ChartLayout {
  const stages = [...LIFECYCLE_STAGES.map(stageText), netShort()];
  const wide = Math.ceil(Math.max(...stages.map((text) => textWidth(text, FONT)))) + 10;
  const narrow = axisWidth(model);
  const fits = wantFigures && height >= FIGURES_FROM && figuresFit(model, (width - wide) / model.steps.length);
  const left = fits ? Math.max(wide, narrow) : narrow;
  const most = Math.max(1, Math.floor((width - left) / LEAST_STEP));
  const steps = model.steps.slice(-most);
  const stepWidth = (width - left) / steps.length;
  const below = NAMES + (fits ? FIGURE_ROW * stages.length + 4 : 0);
  const room = Math.max(20, height - below - PAD);
  const names = PAD + room + NAMES - 6;
  return {
    steps,
    left,
    stepWidth,
    barWidth: Math.max(2, Math.min(MOST_BAR, stepWidth * 0.72)),
    scale: countScale(mostDown(steps), mostUp(steps), PAD, room),
    names,
    ...(fits ? { figures: names + 10 } : {}),
    width,
    height,
  };
}

/** The name of the row of net figures. */
export const netShort = (): string => t('lifecycle.net-short', 'Net');

const mostUp = (steps: readonly Step[]): number =>
  Math.max(0, ...steps.map(({ counts }) => counts.new + counts.returning + counts.reactivated));
const mostDown = (steps: readonly Step[]): number => Math.max(0, ...steps.map(({ counts }) => counts.dormant));

const axisWidth = ({ steps }: LifecycleModel): number =>
  Math.ceil(textWidth(formatCountShort(Math.max(mostUp(steps), mostDown(steps), 1_000)), FONT)) + 10;

function figuresFit({ steps }: LifecycleModel, stepWidth: number): boolean {
  return steps.every(({ counts, net }) =>
    [...LIFECYCLE_STAGES.map((stage) => formatCountShort(counts[stage])), signedShort(net)].every(
      (text) => textWidth(text, FONT) <= stepWidth - 2,
    ),
  );
}

const EVERY = [1, 2, 3, 4, 6, 12, 13, 26, 52];

/** The names of steps that fit side by side, that of the last one among them, with the middles of their texts. */
export function stepNames({ steps, left, stepWidth, width }: ChartLayout, grain: CohortPeriod): StepName[] {
  const texts = steps.map(({ day }) => periodText(day, grain));
  const wide = Math.max(0, ...texts.map((text) => textWidth(text, FONT)));
  const every = EVERY.find((one) => one * stepWidth >= wide + 8) ?? steps.length;
  return texts
    .map((text, index) => ({ day: steps[index]?.day ?? '', text, index }))
    .filter(({ index }) => (steps.length - 1 - index) % every === 0)
    .map(({ day, text, index }) => {
      const middle = left + (index + 0.5) * stepWidth;
      return { day, text, x: Math.min(middle, width - textWidth(text, FONT) / 2) };
    })
    .filter(({ x, text }) => x >= textWidth(text, FONT) / 2);
}

export interface StepName {
  day: string;
  text: string;
  x: number;
}
