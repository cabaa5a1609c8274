import { Icon } from '@grafana/ui';
import React from 'react';
import { t } from '../../language/t';
import { Message } from './message';

interface Props {
  type: string;
}

/** In the place of a panel whose type this viewer does not draw. */
export function UnknownPanel({ type }: Props) {
  return (
    <Message icon={<Icon name="info-circle" size="xl" />}>
      {t(
        'embed.unknownPanel',
        'This viewer does not draw panels of type "{{type}}". Open this dashboard in Grafana to see it.',
        { type },
      )}
    </Message>
  );
}
