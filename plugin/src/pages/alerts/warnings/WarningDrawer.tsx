import type { AlertDetail } from '@contract';
import { Alert, Badge, Drawer, Stack, Text } from '@grafana/ui';
import React, { useCallback } from 'react';
import { t } from '../../../language/t';
import { readWarning } from './api';
import { useRefreshed } from './useRefreshed';
import { useWarningChanges } from './useWarningChanges';
import { WaitingRows } from './WaitingRows';
import { WarningFacts } from './WarningFacts';
import { WarningHistory } from './WarningHistory';
import { WarningWork } from './WarningWork';
import { stateLook } from './wording';

interface Props {
  uid: string;
  id: string;
  /** The warning is not what it was: lists are old. */
  onChanged: () => void;
  onClose: () => void;
}

/** One early warning in full, with its history and what can be done with it. */
export function WarningDrawer({ uid, id, onChanged, onClose }: Props) {
  const ask = useCallback(() => readWarning(uid, id), [uid, id]);
  const { body, failure, refresh, take } = useRefreshed(ask);
  useWarningChanges(uid, refresh);
  const changed = (warning: AlertDetail) => {
    take(warning);
    onChanged();
  };
  const overtaken = () => {
    refresh();
    onChanged();
  };
  return (
    <Drawer title={t('pages.warnings.one', 'Early warning')} size="sm" onClose={onClose}>
      <Stack direction="column" gap={2}>
        {failure && (
          <Alert title={t('pages.warnings.one-failed', 'The early warning could not be read')} severity="error">
            {failure.message}
          </Alert>
        )}
        {!body && !failure && <WaitingRows />}
        {body && (
          <>
            <div>
              <Badge {...stateLook(body.state)} />
            </div>
            <WarningFacts source={uid} warning={body} />
            <WarningWork uid={uid} warning={body} onChanged={changed} onOvertaken={overtaken} />
            <Text element="h3" variant="h5">
              {t('pages.warnings.history', 'History')}
            </Text>
            <WarningHistory steps={body.history} />
          </>
        )}
      </Stack>
    </Drawer>
  );
}
