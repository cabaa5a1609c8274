import type { Steps } from './steps';

/** Pixels of the picture. */
export interface WaterfallPlaces {
  rowHeight: number;
  height: number;
  /** Where the label of a row goes; above the bar where the picture is narrow. */
  label: { width: number; above: boolean };
  bar: { left: number; width: number };
  /** The signs stand below one another, and so do the ends of the numbers. */
  value: { sign: number; right: number };
  /** The place of a churn probability. */
  x: (churn: number) => number;
}

const VALUE_WIDTH = 84;
const SIGN = 58;
const NARROW = 440;
/** Beside the bars labels have a share of the width, and more of it where they would be cut otherwise. */
const LABEL = { share: 0.4, mostShare: 0.55, most: 300, gap: 10 };
const ROW = { beside: 28, besideTwoLines: 36, above: 42 };
const MARGIN = 10;

/**
 * Divides a picture's width among labels, bars and values, and scales the bars to what the steps go through.
 *
 * @param widest widths in px: of the names, and of names with their values, which go into two lines where these are too wide
 */
export function waterfallPlaces(
  { steps }: Steps,
  width: number,
  widest: { name: number; whole: number } = { name: 0, whole: 0 },
): WaterfallPlaces {
  const above = width < NARROW;
  const labelWidth = above ? width - VALUE_WIDTH : besideBars(width, widest.name);
  const left = above ? 0 : labelWidth + LABEL.gap;
  const barWidth = Math.max(20, width - left - (above ? 0 : VALUE_WIDTH));
  const all = steps.flatMap(({ from, to }) => [from, to]);
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const span = Math.max(most - least, 1e-9);
  const rowHeight = rowHeightFor(above, widest.whole > labelWidth);
  return {
    rowHeight,
    height: (steps.length + 2) * rowHeight,
    label: { width: labelWidth, above },
    bar: { left, width: barWidth },
    value: { sign: width - SIGN, right: width },
    x: (churn) => left + MARGIN + ((churn - least) / span) * (barWidth - 2 * MARGIN),
  };
}

function rowHeightFor(above: boolean, isTwoLines: boolean): number {
  if (above) return ROW.above;
  return isTwoLines ? ROW.besideTwoLines : ROW.beside;
}

function besideBars(width: number, widestLabel: number): number {
  const wished = Math.min(LABEL.most, Math.round(width * LABEL.share));
  return Math.round(Math.max(wished, Math.min(widestLabel, width * LABEL.mostShare)));
}

/** A bar with a tip that points to where it goes, so that its direction is seen without its colour. */
export function arrowPath(from: number, to: number, top: number, height: number): string {
  const tip = Math.min(6, Math.abs(to - from));
  const neck = to > from ? to - tip : to + tip;
  const middle = top + height / 2;
  return `M ${from} ${top} L ${neck} ${top} L ${to} ${middle} L ${neck} ${top + height} L ${from} ${top + height} Z`;
}
