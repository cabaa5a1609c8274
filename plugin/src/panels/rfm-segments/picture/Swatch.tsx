import { css } from '@emotion/css';
import React from 'react';
import { styleOf } from './segmentStyle';

const square = css({ flex: 'none', width: 10, height: 10, borderRadius: 2 });

/** A segment's colour, always beside its name. */
export function Swatch({ segment }: { segment: string }) {
  return <span className={square} style={{ background: styleOf(segment).color }} aria-hidden="true" />;
}
