import { css } from '@emotion/css';
import { renderTextPanelMarkdown, textUtil, type PanelProps } from '@grafana/data';
import React, { useMemo } from 'react';
import { keptTogether } from './keptTogether';
import type { PanelKind } from './panelKind';

interface Options {
  mode: 'markdown' | 'html' | 'code';
  content: string;
}

const DEFAULTS: Options = { mode: 'markdown', content: '' };

/** A text in Markdown or HTML, cleaned by Grafana's own sanitizer. */
export function TextPanel({ options, replaceVariables }: PanelProps<Options>) {
  const content = replaceVariables(options.content, {}, options.mode === 'code' ? undefined : 'text');
  const html = useMemo(() => toHtml(options.mode, keptTogether(content)), [options.mode, content]);
  if (options.mode === 'code') return <pre>{content}</pre>;
  return <div className={`markdown-html ${styles.text}`} dangerouslySetInnerHTML={{ __html: html }} />;
}

/** Headings shrink with the page, so that a sentence set as one stays a few lines on a telephone. */
const styles = {
  text: css({
    h1: { fontSize: 'clamp(20px, 2.2vw, 28px)' },
    h2: { fontSize: 'clamp(17px, 1.8vw, 24px)', lineHeight: 1.3 },
    h3: { fontSize: 'clamp(17px, 2vw, 22px)', lineHeight: 1.3 },
    'p:last-child': { marginBottom: 0 },
  }),
};

function toHtml(mode: Options['mode'], content: string): string {
  return mode === 'markdown' ? renderTextPanelMarkdown(content) : textUtil.sanitizeTextPanelContent(content);
}

export const text: PanelKind = { component: TextPanel, options: { ...DEFAULTS }, fieldConfig: {} };
