import type { Panel } from '../model/dashboard';

/** Widths (px) below which a picture can no longer be read; such panels then share a line with fewer others. */
const MINIMUM_WIDTH: Record<string, number> = {
  stat: 190,
  text: 0,
  timeseries: 300,
  bargauge: 240,
  piechart: 240,
  table: 360,
  'churnwatch-segments-panel': 320,
  'churnwatch-forecast-panel': 320,
  'churnwatch-map-panel': 320,
  'churnwatch-cohorts-panel': 360,
  'churnwatch-lifecycle-panel': 340,
  'churnwatch-movement-panel': 360,
  'churnwatch-value-panel': 360,
};

const OTHERS = 280;

/** A telephone held upright still has room for two figures side by side. */
const TELEPHONE = 480;
const STAT_ON_TELEPHONE = 150;
/** Figures that share a panel stand closer, each under its name. */
const FIGURE_OF_SEVERAL = 95;

/**
 * What sentences on top of dashboards usually take on a telephone, in px: the more, the narrower it is. They come last, and
 * what is read below them is to move by a line or two at most then.
 */
const SENTENCE_ON_TELEPHONE = { height: 184, at: 404 };

interface Height {
  neededHeight?: number;
  mayShrink?: boolean;
}

/**
 * The height in px that a panel asks for on a page that is `width` px wide. On a telephone a sentence has the height of its
 * lines, and that of a usual one until it is there.
 *
 * @param told what its content needs, as far as it has told
 * @param isComplete false: words of it are still to come
 */
export function askedHeight(type: string, width: number, told: number | undefined, isComplete: boolean): Height {
  if (type !== 'text' || width >= TELEPHONE) return { neededHeight: told };
  if (isComplete && told !== undefined) return { neededHeight: told, mayShrink: true };
  const usual = Math.round((SENTENCE_ON_TELEPHONE.height * SENTENCE_ON_TELEPHONE.at) / width);
  return { neededHeight: Math.max(told ?? 0, usual), mayShrink: true };
}

/** Of tables where nobody can scroll sideways: texts in less become columns of single words. */
const TABLE_ON_PAPER = 480;

/** Least readable width of a panel in px, on paper that is `width` px wide. */
export function minimumWidthOnPaper(panel: Pick<Panel, 'type' | 'targets'>, width: number): number {
  return Math.max(minimumWidth(panel, width), panel.type === 'table' ? TABLE_ON_PAPER : 0);
}

/** Least readable width of a panel in px, on a page that is `width` px wide. */
export function minimumWidth({ type, targets }: Pick<Panel, 'type' | 'targets'>, width: number): number {
  const figures = targets.filter(({ hide }) => !hide).length;
  if (type === 'stat' && figures > 1) return figures * FIGURE_OF_SEVERAL;
  if (type === 'stat' && width < TELEPHONE) return STAT_ON_TELEPHONE;
  return MINIMUM_WIDTH[type] ?? OTHERS;
}
