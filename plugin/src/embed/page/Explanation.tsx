import { css } from '@emotion/css';
import { renderMarkdown, type GrafanaTheme2, type QueryResultMetaNotice } from '@grafana/data';
import { Drawer, useStyles2 } from '@grafana/ui';
import React from 'react';
import { summarize } from '../../datasource/query/summary';
import { formatDay } from '../../format/dates';
import { t } from '../../language/t';
import type { QueryRequest } from '../api/query';
import { isWarehouseQuery } from '../data/panelRequest';
import type { PanelAnswer } from '../data/usePanelData';
import type { Target } from '../model/dashboard';
import { provenanceOf } from '../data/provenance';

interface Props {
  title: string;
  description: string;
  /** The time range in words. */
  period: string;
  request: QueryRequest | undefined;
  answer: PanelAnswer;
  notices: readonly QueryResultMetaNotice[];
  onClose: () => void;
}

/** Says what a panel shows, from which data, and what was asked for it. */
export function Explanation({ title, description, period, request, answer, notices, onClose }: Props) {
  const styles = useStyles2(getStyles);
  const provenance = provenanceOf(answer.received);
  return (
    <Drawer title={title} onClose={onClose} size="sm">
      {description !== '' && (
        <div className="markdown-html" dangerouslySetInnerHTML={{ __html: renderMarkdown(description) }} />
      )}
      <h3 className={styles.heading}>{t('embed.explain.asked', 'What was asked')}</h3>
      <p>{period}</p>
      {request?.queries.map((query) => (
        <div key={query.refId}>
          {isWarehouseQuery(query) && <p>{summarize(query)}</p>}
          <pre className={styles.query}>{JSON.stringify(parametersOf(query), null, 2)}</pre>
        </div>
      ))}
      {provenance && (
        <>
          <h3 className={styles.heading}>{t('embed.explain.data', 'The data behind it')}</h3>
          <p>
            {t('embed.explain.asOf', 'Customers are judged as of {{day}}. Warehouse generation {{generation}}.', {
              day: formatDay(provenance.asOf),
              generation: provenance.generation,
            })}{' '}
            {provenance.sample && t('embed.explain.sample', 'Generated sample data.')}
          </p>
        </>
      )}
      {notices.length > 0 && (
        <>
          <h3 className={styles.heading}>{t('embed.explain.notes', 'Notes')}</h3>
          {notices.map(({ text }) => (
            <p key={text}>{text}</p>
          ))}
        </>
      )}
      {executed(answer).map((text) => (
        <div key={text}>
          <h3 className={styles.heading}>{t('embed.explain.ran', 'What was run')}</h3>
          <pre className={styles.query}>{text}</pre>
        </div>
      ))}
    </Drawer>
  );
}

/** A query without what says how to draw it, not what is asked. */
function parametersOf({ refId: _, hide: __, maxDataPoints: ___, intervalMs: ____, ...query }: Target): object {
  return query;
}

function executed({ received }: PanelAnswer): string[] {
  return [...new Set(received.flatMap(({ meta }) => meta?.executedQueryString ?? []))];
}

const getStyles = (theme: GrafanaTheme2) => ({
  heading: css({ ...theme.typography.h5, marginTop: theme.spacing(2) }),
  query: css({ fontSize: theme.typography.bodySmall.fontSize, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }),
});
