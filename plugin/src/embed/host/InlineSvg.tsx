import React, { type Ref, type SVGProps } from 'react';
import { iconAt } from './icons';

interface Props extends Omit<SVGProps<SVGSVGElement>, 'onLoad' | 'onError' | 'ref'> {
  /** Address under which @grafana/ui looks for the icon: `…/unicons/times.svg`. */
  src: string;
  innerRef?: Ref<SVGSVGElement>;
  title?: string;
  loader?: unknown;
  onLoad?: unknown;
  onError?: unknown;
}

/**
 * Stands in for `react-inlinesvg` under @grafana/ui's Icon: draws from the icons that came with the page, at once and
 * without a request for each.
 */
export function InlineSvg({ src, innerRef, title, loader: _, onLoad: __, onError: ___, ...rest }: Props) {
  const icon = iconAt(src);
  const content = `${title ? `<title>${escape(title)}</title>` : ''}${icon?.content ?? ''}`;
  return (
    <svg
      {...icon?.attributes}
      {...rest}
      data-missing-icon={icon ? undefined : src}
      ref={innerRef}
      dangerouslySetInnerHTML={{ __html: content }}
    />
  );
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
