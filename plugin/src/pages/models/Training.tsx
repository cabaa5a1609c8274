import type { ModelStatus } from '@contract';
import { t } from '../../language/t';
import React from 'react';
import { ActionButton } from '../frame/ActionButton';
import { AdministratorsOnly } from '../frame/AdministratorsOnly';
import { Progress } from '../frame/Progress';

interface Props {
  uid: string;
  model: ModelStatus | undefined;
  /** Called when a training has begun. */
  onBegun: () => void;
}

/** How far a training has come, or the button that begins one. */
export function Training({ uid, model, onBegun }: Props) {
  if (model?.progress)
    return <Progress label={t('pages.models.training', 'A model is being trained:')} {...model.progress} />;
  return (
    <AdministratorsOnly what={t('pages.models.train-role', 'Administrators can have another model trained.')}>
      <ActionButton
        uid={uid}
        path="model/train"
        icon="sync"
        label={t('pages.models.train', 'Train a new model')}
        note={t(
          'pages.models.train-note',
          'The model that serves goes on serving; the new one takes over when it is done. It takes some minutes.',
        )}
        failure={t('pages.models.train-failed', 'No model can be trained now')}
        onBegun={onBegun}
      />
    </AdministratorsOnly>
  );
}
