import type { PlainField } from '../cells';
import { FRAMING } from './ranges';

/** Set by the page, lighter where it is dark. */
const COLORS = ['--s0', '--s1', '--s2', '--s3', '--s4', '--s5'];

/** Others, such as Grafana's names of colours, say nothing to a page without Grafana. */
const HEX = /^#[\da-f]{6}$/i;

export const colorOf = (index: number): string => `var(${COLORS[index % COLORS.length] ?? '--s0'})`;

/** A colour of the dashboard's or the data's as CSS; undefined for one that only Grafana knows. */
export const cssColor = (color: string | undefined): string | undefined =>
  color !== undefined && HEX.test(color) ? color : undefined;

/** A meaning has one colour everywhere: that of the data or the dashboard goes before the palette. */
export function lineColor({ key, color }: Pick<PlainField, 'key' | 'color'>, index: number): string {
  return cssColor(color) ?? (FRAMING.test(key) ? 'var(--band)' : colorOf(index));
}
