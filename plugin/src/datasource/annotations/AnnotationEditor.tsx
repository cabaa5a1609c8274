import type { PanelData, QueryEditorProps, QueryResultMetaNotice } from '@grafana/data';
import { Alert, Stack } from '@grafana/ui';
import React from 'react';
import { withBoundary } from '../../components/ErrorBoundary';
import { t } from '../../language/t';
import type { WarehouseDataSource } from '../datasource';
import type { WarehouseOptions, WarehouseQuery } from '../types';
import { KindForm } from '../variables/KindForm';
import { ANNOTATION_EDITOR_KINDS, completeAnnotationQuery } from './annotationQuery';

type Props = QueryEditorProps<WarehouseDataSource, WarehouseQuery, WarehouseOptions>;

function Editor({ query, datasource, range, data, onChange }: Props) {
  return (
    <Stack direction="column" gap={1}>
      <KindForm
        kinds={ANNOTATION_EDITOR_KINDS}
        query={completeAnnotationQuery(query)}
        datasource={datasource}
        range={range}
        statementHelp={t(
          'datasource.annotations.statement',
          'Columns named time and text; timeEnd, title and tags (separated by commas) if you like, e.g. SELECT purchased_at AS time, …',
        )}
        onChange={onChange}
      />
      {noticesIn(data).map(({ text, severity }) => (
        <Alert key={text} severity={severity} title={text} />
      ))}
    </Stack>
  );
}

/** What the answer says about itself: Grafana shows it on panels, but not of annotations. */
function noticesIn(data: PanelData | undefined): QueryResultMetaNotice[] {
  const frames = [...(data?.series ?? []), ...(data?.annotations ?? [])];
  const notices = frames.flatMap(({ meta }) => meta?.notices ?? []);
  return notices.filter(({ text }, i) => notices.findIndex((one) => one.text === text) === i);
}

/** The editor of an annotation: events of some sources, unusual days of a forecast, or SQL. */
export const AnnotationEditor = withBoundary(Editor, () => t('datasource.annotations.what', 'The annotation editor'));
