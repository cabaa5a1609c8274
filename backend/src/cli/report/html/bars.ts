import type { Language } from '../../../contract';
import { escapeHtml } from '../escape';
import { legendHtml } from './chart-frame';
import { numberText } from './values';

/** A bar with what it stands for. */
export interface Bar {
  name: string;
  value: number;
  /** As CSS; absent: that of all bars. */
  color?: string;
}

/** Bars of which each belongs to one of several series, by their colours. */
export type Series = readonly { name: string; color: string }[];

export interface BarStyle {
  unit: string;
  decimals?: number;
  series?: Series;
}

/** Names of more letters are broken into lines where there is little room. */
const LONG = 12;

/** Bars with their numbers, largest as wide as there is room. */
export function bars(rows: readonly Bar[], { unit, decimals, series = [] }: BarStyle, language: Language): string {
  const most = Math.max(...rows.map(({ value }) => Math.abs(value)), 0) || 1;
  const lines = rows.map(({ name, value, color }) => {
    const width = ((Math.abs(value) / most) * 100).toFixed(1);
    const own = color === undefined ? '' : `;background:${color}`;
    return `<tr><th scope="row">${escapeHtml(name)}</th><td class="bar"><i style="width:${width}%${own}"></i></td>
<td class="number">${escapeHtml(numberText(value, unit, language, decimals))}</td></tr>`;
  });
  const legend = series.map(({ name, color }) => ({ name, color, mark: 'swatch' as const }));
  const isLong = rows.some(({ name }) => name.length > LONG);
  return `<table class="bars${isLong ? ' long' : ''}">${lines.join('')}</table>${legend.length > 1 ? legendHtml(legend) : ''}`;
}
