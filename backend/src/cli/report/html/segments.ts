import { SEGMENT_STYLES, SEGMENTS, segmentName, type Language } from '../../../contract';
import type { PlainField } from '../cells';
import { escapeHtml } from '../escape';
import { legendHtml } from './chart-frame';
import { shortText } from './scales';

/** How the customers divide into segments, as one bar in the segments' colours; undefined where the fields do not tell. */
export function segmentBar(fields: readonly PlainField[], language: Language): string | undefined {
  const column = (key: string): PlainField | undefined => fields.find((one) => one.key === key);
  const [names, shares] = [column('segment'), column('customer_share')];
  if (!names || !shares) return undefined;
  const parts = SEGMENTS.flatMap((segment) => {
    const share = shares.values[names.values.indexOf(segment)];
    if (typeof share !== 'number' || share <= 0) return [];
    return [{ name: segmentName(segment, language), color: SEGMENT_STYLES[segment].color, share }];
  });
  const bar = parts.map(({ name, color, share }) => {
    const title = escapeHtml(`${name} ${shortText(share, 'percentunit', language)}`);
    return `<i style="flex:${share.toFixed(5)};background:${color}" title="${title}"></i>`;
  });
  const legend = parts.map(({ name, color, share }) => {
    return { name: `${name} ${shortText(share, 'percentunit', language)}`, color, mark: 'swatch' as const };
  });
  return `<div class="parts" aria-hidden="true">${bar.join('')}</div>${legendHtml(legend)}`;
}
