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

/** What most sentences on top of dashboards take on a telephone, in px. They come last, and are not to push down what is read. */
const SENTENCE_ON_TELEPHONE = 220;

/** Height in px that a panel type gets at least, on a page that is `width` px wide. */
export function minimumHeight(type: string, width: number): number {
  return type === 'text' && width < TELEPHONE ? SENTENCE_ON_TELEPHONE : 0;
}

/**
 * Least readable width of a panel type in px, on a page that is `width` px wide.
 *
 * @param figures of a panel of figures: how many it shows side by side
 */
export function minimumWidth(type: string, width: number, figures = 1): number {
  if (type === 'stat' && figures > 1) return figures * FIGURE_OF_SEVERAL;
  if (type === 'stat' && width < TELEPHONE) return STAT_ON_TELEPHONE;
  return MINIMUM_WIDTH[type] ?? OTHERS;
}
