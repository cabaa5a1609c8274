import { getDisplayValueAlignmentFactors, type DisplayValueAlignmentFactors, type FieldDisplay } from '@grafana/data';
import { measureText } from '@grafana/ui';

const ANY_SIZE = 14;

/**
 * What values side by side are aligned by. Grafana takes the title with the most characters; here it is the widest, so that
 * "MG" is not cut off among "SP" and "RJ".
 */
export function alignmentOf(values: FieldDisplay[]): DisplayValueAlignmentFactors {
  const titles = values.map(({ display }) => display.title ?? '');
  const widest = titles.reduce((best, title) => (textWidth(title) > textWidth(best) ? title : best), '');
  return { ...getDisplayValueAlignmentFactors(values), title: widest };
}

function textWidth(text: string): number {
  return measureText(text, ANY_SIZE).width;
}
