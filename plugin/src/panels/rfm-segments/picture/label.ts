import { textWidth } from '../../../components/picture/textWidth';

/** A line of text that may be drawn into a tile. */
export interface Line {
  text: string;
  size: number;
  weight: number;
  /** A second text at the other end of the line, in small letters. */
  aside?: string;
}

/** A line with the position of its baseline's middle from the tile's top, in pixels. */
export interface PlacedLine extends Line {
  offset: number;
}

export const ASIDE_SIZE = 11;
const PADDING = 6;
const LEADING = 1.25;
const BETWEEN = 8;

/**
 * The first of several labels, from the fullest to the briefest, whose lines all fit into a tile; none when the tile is too
 * small for any. Nothing is ever clipped.
 */
export function fitLabel(labels: readonly Line[][], width: number, height: number): PlacedLine[] {
  const fitting = labels.find((lines) => fits(lines, width, height));
  return fitting ? place(fitting) : [];
}

/** The line broken at the space that makes both halves shortest; the line itself when it has no space. */
export function breakLine(line: Line): Line[] {
  const words = line.text.split(' ');
  if (words.length < 2) return [line];
  const breaks = words.slice(1).map((_, index) => [words.slice(0, index + 1), words.slice(index + 1)]);
  const halves = breaks.map((parts) => parts.map((part) => part.join(' ')));
  const widest = (texts: string[]) => Math.max(...texts.map((text) => textWidth(text, line.size)));
  const [best = [line.text]] = halves.sort((one, other) => widest(one) - widest(other));
  return best.map((text) => ({ ...line, text }));
}

function fits(lines: readonly Line[], width: number, height: number): boolean {
  const tall = lines.reduce((sum, line) => sum + line.size * LEADING, 0);
  const wide = Math.max(...lines.map(lineWidth));
  return tall <= height - 2 * PADDING + 2 && wide <= width - 2 * PADDING;
}

function lineWidth({ text, size, weight, aside }: Line): number {
  const main = textWidth(text, size) * (weight > 500 ? 1.04 : 1);
  return aside === undefined ? main : main + BETWEEN + textWidth(aside, ASIDE_SIZE);
}

function place(lines: readonly Line[]): PlacedLine[] {
  let top = PADDING;
  return lines.map((line) => {
    const offset = top + (line.size * LEADING) / 2;
    top += line.size * LEADING;
    return { ...line, offset };
  });
}
