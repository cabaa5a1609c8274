import type { ModelStatus } from '@contract';
import { modelReason } from '../../language/names';
import { t } from '../../language/t';
import { Alert } from '@grafana/ui';
import React from 'react';
import { formatMoment } from '../../format/dates';
import { FactList } from '../frame/FactList';
import { formatScore } from './wording';

/** The model that serves, or why there is none. */
export function ModelFacts({ model }: { model: ModelStatus }) {
  const { id, algorithm, trainedAt, horizonDays, rocAuc } = model;
  const reason = modelReason(model);
  return (
    <>
      {reason !== undefined && (
        <Alert
          severity={id === undefined ? 'error' : 'warning'}
          title={
            id === undefined
              ? t('pages.models.none', 'There is no churn model')
              : t('pages.models.no-newer', 'There is no newer model; the one before it still serves')
          }
        >
          {reason}
        </Alert>
      )}
      {id !== undefined && (
        <FactList
          facts={[
            [t('pages.models.facts.id', 'Model'), id],
            [t('pages.models.facts.algorithm', 'Algorithm'), algorithm ?? '–'],
            [t('pages.models.facts.trained', 'Trained'), formatMoment(trainedAt ?? '')],
            [
              t('pages.models.facts.horizon', 'Predicts'),
              t('pages.models.facts.horizon-days', 'no purchase within {{days}} days', { days: horizonDays }),
            ],
            [t('pages.models.facts.roc-auc', 'ROC-AUC on unseen customers'), formatScore(rocAuc)],
          ]}
        />
      )}
    </>
  );
}
