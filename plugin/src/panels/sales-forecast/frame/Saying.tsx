import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { SMALL, SUMMARY, type Parts } from './layout';

interface Props {
  summary: string;
  model: string;
  parts: Parts;
}

/** The answer in a sentence, and below it how it was found; cut where there is no room, with all of it on hover. */
export function Saying({ summary, model, parts }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <>
      {parts.summary > 0 && (
        <p
          className={styles.summary}
          style={{ height: parts.summary, WebkitLineClamp: lines(parts.summary, SUMMARY) }}
          title={summary}
        >
          {summary}
        </p>
      )}
      {parts.model > 0 && (
        <p
          className={styles.model}
          style={{ height: parts.model, WebkitLineClamp: lines(parts.model, SMALL) }}
          title={model}
        >
          {model}
        </p>
      )}
    </>
  );
}

function lines(height: number, { line }: typeof SUMMARY): number {
  return Math.max(1, Math.floor(height / line));
}

const getStyles = (theme: GrafanaTheme2) => {
  const text = {
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    overflow: 'hidden',
    margin: 0,
    flexShrink: 0,
  } as const;
  return {
    summary: css(text, {
      color: theme.colors.text.primary,
      fontSize: SUMMARY.fontSize,
      fontWeight: theme.typography.fontWeightMedium,
      lineHeight: `${SUMMARY.line}px`,
    }),
    model: css(text, {
      color: theme.colors.text.secondary,
      fontSize: SMALL.fontSize,
      lineHeight: `${SMALL.line}px`,
    }),
  };
};
