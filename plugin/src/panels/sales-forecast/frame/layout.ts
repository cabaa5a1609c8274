import { measureText } from '@grafana/ui';

export interface Texts {
  summary: string;
  model: string;
  /** What the legend's entries say. */
  legend: readonly string[];
}

/** Heights of the parts of the panel, in px; 0 for what finds no room. */
export interface Parts {
  summary: number;
  model: number;
  toolbar: number;
  legend: number;
  body: number;
}

interface TextStyle {
  fontSize: number;
  weight: number;
  /** Height of a line, in px. */
  line: number;
}

export const SUMMARY: TextStyle = { fontSize: 14, weight: 500, line: 20 };
export const SMALL: TextStyle = { fontSize: 12, weight: 400, line: 18 };
export const TOOLBAR_HEIGHT = 32;
export const LEGEND_SAMPLE = 26;
const GAP = 4;
const LEGEND_GAP = 14;
const MODEL_FROM = 250;
const TOOLBAR_FROM = { width: 200, height: 200 };
const LEGEND_FROM = 230;

/** True where not even a small picture can be read. */
export function isTiny(width: number, height: number): boolean {
  return width < 180 || height < 110;
}

/** Divides the panel's height: what is said first, then the picture, the rest where there is room. */
export function divide({ summary, model, legend }: Texts, width: number, height: number): Parts {
  const parts = {
    summary: textHeight(summary, width, SUMMARY, height < 200 ? 1 : Math.floor(height / 90)),
    model: height < MODEL_FROM ? 0 : textHeight(model, width, SMALL, Math.floor(height / 170)),
    toolbar: height < TOOLBAR_FROM.height || width < TOOLBAR_FROM.width ? 0 : TOOLBAR_HEIGHT,
    legend: height < LEGEND_FROM ? 0 : legendHeight(legend, width),
  };
  const { summary: first, model: second, toolbar, legend: last } = parts;
  return { ...parts, body: height - first - second - toolbar - last };
}

function textHeight(text: string, width: number, style: TextStyle, most: number): number {
  if (text === '') return 0;
  return Math.min(linesOf(text, width, style), Math.max(1, most)) * style.line + GAP;
}

/** How many lines a text takes where it is broken at its spaces. */
function linesOf(text: string, width: number, { fontSize, weight }: TextStyle): number {
  const wide = (some: string): number => measureText(some, fontSize, weight).width;
  let [lines, line] = [1, ''];
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || wide(longer) <= width) line = longer;
    else [lines, line] = [lines + 1, word];
  }
  return lines;
}

function legendHeight(entries: readonly string[], width: number): number {
  if (entries.length === 0) return 0;
  let [lines, used] = [1, 0];
  for (const entry of entries) {
    const wide = LEGEND_SAMPLE + measureText(entry, SMALL.fontSize).width + LEGEND_GAP;
    if (used > 0 && used + wide > width) [lines, used] = [lines + 1, 0];
    used += wide;
  }
  return lines * SMALL.line + GAP;
}
