import { css } from '@emotion/css';
import React from 'react';
import { textWidth } from '../../../components/picture/textWidth';
import { t } from '../../../language/t';

interface Props {
  /** The answer in a sentence. */
  summary: string;
  width: number;
  height: number;
}

const center = css({
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'center',
  overflow: 'hidden',
  textAlign: 'center',
});
const LARGEST = 20;
const SMALLEST = 11;

/** What is left where no picture fits: the total that is expected, with the whole sentence on hover. */
export function TinyView({ summary, width, height }: Props) {
  const text = summary.split(';')[0] ?? '';
  const fontSize = Math.max(SMALLEST, Math.min(LARGEST, (width * 2.4) / Math.max(1, textWidth(text, 1))));
  return (
    <div className={center} style={{ width, height, fontSize }} title={summary}>
      {text === '' ? t('forecast.tiny', 'Make the panel larger to see the forecast.') : text}
    </div>
  );
}
