/** What stands side by side on a page and must not be cut, from one edge to the next; heights in px. */
export interface Band {
  /** Names it to the page. */
  key: string;
  height: number;
  /** The least and the most that its pictures can be drawn in; as high as it is, where it holds none. */
  least: number;
  most: number;
}

/** A sheet; in px at 96 dpi. */
export interface Paper {
  width: number;
  height: number;
  /** How much smaller the page's content is printed than it is drawn. */
  scale: number;
  /** Height in px of the content that fits on one sheet. */
  room: number;
}

/** A4 at 96 dpi, in px. */
const A4 = { short: 794, long: 1_123 };
const CLEARLY_FEWER = 0.6;
export const MARGIN = { side: 36, top: 36, bottom: 48 };
/** What rounding may take of a sheet. */
const SPARE = 2;

/**
 * A4 across, or upright where a row of panels would not fit across, or upright pages are clearly fewer (three fifths at
 * most) and it takes more than two.
 *
 * @param width of the page's content in px
 * @param bands what stands below each other
 */
export function paperFor(width: number, bands: readonly Band[]): Paper {
  const [across, upright] = [sheet(width, A4.long, A4.short), sheet(width, A4.short, A4.long)];
  const isTooHigh = bands.some(({ least }) => least > across.room);
  const [pagesUpright, pagesAcross] = [pagesOf(bands, upright.room).length, pagesOf(bands, across.room).length];
  const isSparse = pagesAcross > 2 && pagesUpright <= CLEARLY_FEWER * pagesAcross;
  return isTooHigh || isSparse ? upright : across;
}

function sheet(width: number, paperWidth: number, paperHeight: number): Paper {
  const scale = Math.max(0.1, Math.min(2, (paperWidth - 2 * MARGIN.side) / width));
  const room = (paperHeight - MARGIN.top - MARGIN.bottom) / scale - SPARE;
  return { width: paperWidth, height: paperHeight, scale, room };
}

/** Bands by page; a band that is too high for any has one of its own. @param room height in px of what fits on a page */
function pagesOf(bands: readonly Band[], room: number): Band[][] {
  const pages: Band[][] = [];
  let used = Infinity;
  for (const band of bands) {
    if (used + band.least > room) {
      pages.push([band]);
      used = band.least;
    } else {
      pages.at(-1)?.push(band);
      used += band.least;
    }
  }
  return pages;
}

/**
 * By how many px, by key, bands become higher (or lower) that fill their pages: pictures are drawn a little lower where one band more fits on a
 * page then, and higher where its end would stay empty. The last page ends where its bands do.
 */
export function fillPages(bands: readonly Band[], room: number): Map<string, number> {
  const pages = pagesOf(bands, room);
  return new Map(
    pages.flatMap((page, i) => {
      const spare = room - sum(page.map(({ height }) => height));
      return page.map((band) => [band.key, changeOf(band, page, spare, i === pages.length - 1)] as const);
    }),
  );
}

/** What a band takes of a page that has so much to spare, or gives to one that lacks so much (where that is below nothing). */
function changeOf(band: Band, page: readonly Band[], spare: number, isLast: boolean): number {
  if (spare >= 0 && isLast) return 0;
  const roomOf = ({ height, least, most }: Band): number => (spare < 0 ? least - height : most - height);
  const all = sum(page.map(roomOf));
  return all === 0 ? 0 : Math.floor(Math.min(1, spare / all) * roomOf(band));
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
