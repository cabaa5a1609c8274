import { textWidth } from '../../../components/picture/textWidth';

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

export const SUMMARY = { fontSize: 14, line: 20 };
export const SMALL = { fontSize: 12, line: 18 };
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
    summary: textHeight(summary, width, SUMMARY, height < 200 ? 1 : Math.floor(height / 80)),
    model: height < MODEL_FROM ? 0 : textHeight(model, width, SMALL, Math.floor(height / 120)),
    toolbar: height < TOOLBAR_FROM.height || width < TOOLBAR_FROM.width ? 0 : TOOLBAR_HEIGHT,
    legend: height < LEGEND_FROM ? 0 : legendHeight(legend, width),
  };
  const { summary: first, model: second, toolbar, legend: last } = parts;
  return { ...parts, body: height - first - second - toolbar - last };
}

/** Lines are broken at words, which leaves some of their width empty. */
const LOSS = 1.06;

function textHeight(text: string, width: number, { fontSize, line }: typeof SUMMARY, most: number): number {
  if (text === '') return 0;
  const lines = Math.ceil((textWidth(text, fontSize) * LOSS) / Math.max(1, width));
  return Math.min(lines, Math.max(1, most)) * line + GAP;
}

function legendHeight(entries: readonly string[], width: number): number {
  if (entries.length === 0) return 0;
  let [lines, used] = [1, 0];
  for (const entry of entries) {
    const wide = LEGEND_SAMPLE + textWidth(entry, SMALL.fontSize) + LEGEND_GAP;
    if (used > 0 && used + wide > width) [lines, used] = [lines + 1, 0];
    used += wide;
  }
  return lines * SMALL.line + GAP;
}
