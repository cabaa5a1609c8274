import { formattedValueToString, type DisplayValue, type FieldDisplay, type LinkModel } from '@grafana/data';
import { SortOrder } from '@grafana/schema';
import type { VizLegendItem } from '@grafana/ui';
import { formatDecimal } from '../../format/numbers';
import { t } from '../../language/t';

export type LegendValue = 'name' | 'percent' | 'value';

export interface Slice {
  name: string;
  value: number;
  /** Of the whole, 0 to 1. */
  share: number;
  text: string;
  color: string;
  links: () => LinkModel[];
}

/** The slices of a pie: values that are numbers above zero, in the wanted order. */
export function slicesOf(values: readonly FieldDisplay[], order: SortOrder): Slice[] {
  const shown = values.filter(({ display }) => Number.isFinite(display.numeric) && display.numeric > 0);
  const total = shown.reduce((sum, { display }) => sum + display.numeric, 0);
  const slices = shown.map(({ display, getLinks }) => ({
    name: display.title ?? '',
    value: display.numeric,
    share: display.numeric / total,
    text: formattedValueToString(display),
    color: display.color ?? 'grey',
    links: getLinks ?? (() => []),
  }));
  if (order === SortOrder.None) return slices;
  const sign = order === SortOrder.Ascending ? 1 : -1;
  return slices.sort((a, b) => sign * (a.value - b.value));
}

/** A share in percent with one decimal, as the reader's language writes it: `7.3%`. */
export function percent(share: number): string {
  return `${formatDecimal(share * 100, 1)}%`;
}

export function legendItems(slices: readonly Slice[], values: readonly LegendValue[]): VizLegendItem[] {
  const told = values.filter((one) => one !== 'name');
  return slices.map((slice) => ({
    label: slice.name,
    color: slice.color,
    yAxis: 1,
    getItemKey: () => slice.name,
    getDisplayValues: () => told.map((one) => legendValue(slice, one, told.length > 1)),
  }));
}

/** A value by itself needs no name, as in Grafana. */
function legendValue(slice: Slice, kind: LegendValue, isNamed: boolean): DisplayValue {
  const [percentName, valueName] = isNamed ? [t('embed.percent', 'Percent'), t('embed.value', 'Value')] : [];
  if (kind === 'percent') return { numeric: slice.share * 100, text: percent(slice.share), title: percentName };
  return { numeric: slice.value, text: slice.text, title: valueName };
}
