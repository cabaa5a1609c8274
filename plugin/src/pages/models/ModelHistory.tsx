import type { ModelsBody } from '@contract';
import { t } from '../../language/t';
import { Badge, Text } from '@grafana/ui';
import React from 'react';
import { formatDay, formatMoment } from '../../format/dates';
import { formatCount } from '../../format/numbers';
import { DataTable, type TableColumn } from '../frame/DataTable';
import { formatScore } from './wording';

type Model = ModelsBody['models'][number];

/** The models that are kept, newest first, with what they were trained on and how good they are. */
export function ModelHistory({ models }: { models: readonly Model[] }) {
  if (models.length === 0)
    return <Text color="secondary">{t('pages.models.history.none', 'No model has been trained yet.')}</Text>;
  return (
    <DataTable
      label={t('pages.models.history.label', 'Kept models')}
      columns={columns()}
      rows={models}
      keyOf={({ id }) => id}
    />
  );
}

function columns(): Array<TableColumn<Model>> {
  return [
    {
      key: 'trained',
      head: t('pages.models.history.trained', 'Trained'),
      isName: true,
      cell: (model) => formatMoment(model.trained_at),
      title: (model) => model.id,
    },
    {
      key: 'serves',
      head: t('pages.models.history.state', 'State'),
      cell: ({ serves }) => serves && <Badge color="green" text={t('pages.models.history.serves', 'Serves')} />,
    },
    {
      key: 'roc',
      head: 'ROC-AUC',
      isNumber: true,
      cell: (model) => formatScore(model.roc_auc),
    },
    { key: 'pr', head: 'PR-AUC', isNumber: true, cell: (model) => formatScore(model.pr_auc) },
    {
      key: 'gates',
      head: t('pages.models.history.gates', 'Checks failed'),
      isNumber: true,
      cell: (model) => formatCount(model.gates_failed),
    },
    {
      key: 'horizon',
      head: t('pages.models.history.horizon', 'Horizon (days)'),
      isNumber: true,
      cell: (model) => formatCount(model.horizon_days),
    },
    {
      key: 'rows',
      head: t('pages.models.history.rows', 'Learnt from (rows)'),
      isNumber: true,
      cell: (model) => formatCount(model.training_rows),
    },
    {
      key: 'until',
      head: t('pages.models.history.until', 'Knows data until'),
      cell: (model) => formatDay(model.knows_until),
    },
    { key: 'generation', head: t('pages.models.history.generation', 'Generation'), cell: (model) => model.generation },
  ];
}
