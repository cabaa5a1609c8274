import { getDisplayValueAlignmentFactors, type DisplayValueAlignmentFactors, type FieldDisplay } from '@grafana/data';
import { measureText } from '@grafana/ui';

const ANY_SIZE = 14;
const NO_BREAK_SPACE = '\u00a0';
const LETTERS_TO_A_SPACE = 20;

/**
 * What values side by side are aligned by. Grafana takes the title with the most characters; here it is the widest, so that
 * "MG" is not cut off among "SP" and "RJ".
 */
export function alignmentOf(values: FieldDisplay[]): DisplayValueAlignmentFactors {
  const titles = values.map(({ display }) => display.title ?? '');
  const widest = titles.reduce((best, title) => (textWidth(title) > textWidth(best) ? title : best), '');
  return { ...getDisplayValueAlignmentFactors(values), title: widest + roomForSpacing(widest) };
}

/** Grafana measures titles without the space that the page leaves between letters: a long one would be cut. */
const roomForSpacing = (title: string): string => NO_BREAK_SPACE.repeat(Math.ceil(title.length / LETTERS_TO_A_SPACE));

function textWidth(text: string): number {
  return measureText(text, ANY_SIZE).width;
}

/** What Grafana's bars do: letters so high in theirs, at least; a title so wide of all, at most, with this beside it in px. */
const TITLE = { ofHeight: 0.4, least: 12, ofWidth: 0.4, beside: 10 };
const SMALLEST = 8;

/** The size in px in which the widest title beside a bar is not cut; undefined where Grafana's own does. */
export function titleSizeFor(title: string, width: number, height: number): number | undefined {
  const own = Math.max(TITLE.ofHeight * height, TITLE.least);
  const room = TITLE.ofWidth * width - TITLE.beside;
  const needed = measureText(title, own).width;
  return needed <= room ? undefined : Math.max(SMALLEST, Math.floor((10 * own * room) / needed) / 10);
}
