import { Button } from '@grafana/ui';
import React from 'react';
import { t } from '../../../language/t';

interface Props {
  /** How many series there are. */
  count: number;
  /** The one that is shown on its own; absent: all are shown. */
  alone: string | undefined;
  onAll: () => void;
}

/** The way back from one series to all of them. */
export function AllButton({ count, alone, onAll }: Props) {
  if (alone === undefined || count < 2) return null;
  return (
    <Button
      size="sm"
      variant="secondary"
      icon="arrow-left"
      aria-label={t('forecast.backToAll', 'Back to all {{count}} series', { count })}
      onClick={onAll}
    >
      {alone}
    </Button>
  );
}
