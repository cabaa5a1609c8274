import type { TimeRange } from '@grafana/data';
import { Alert, Button } from '@grafana/ui';
import React from 'react';
import { formatDay } from '../../format/dates';
import { t } from '../../language/t';
import { changeQuery } from '../host/location';
import { dataSpan, type DataDays } from '../time/dataRange';

interface Props {
  range: TimeRange;
  days: DataDays;
}

/** Where the chosen time range has none of the data: says which it covers, and leads there. */
export function OutsideBanner({ range, days }: Props) {
  const span = dataSpan(days);
  if (range.to.valueOf() > span.from && range.from.valueOf() < span.to) return null;
  return (
    <Alert
      severity="info"
      topSpacing={1}
      bottomSpacing={0}
      title={t('embed.outside', 'This time range lies outside the data, which covers {{from}} to {{to}}', {
        from: formatDay(days.firstDay),
        to: formatDay(days.lastDay),
      })}
    >
      <Button size="sm" onClick={() => changeQuery({ from: span.from, to: span.to })}>
        {t('embed.showAll', 'Show all data')}
      </Button>
    </Alert>
  );
}
