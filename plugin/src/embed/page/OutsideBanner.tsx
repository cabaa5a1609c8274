import type { TimeRange } from '@grafana/data';
import { Alert, Button } from '@grafana/ui';
import React from 'react';
import { formatDay } from '../../format/dates';
import { changeQuery } from '../host/location';
import { dataSpan, type DataDays } from '../time/dataRange';

interface Props {
  range: TimeRange;
  days: DataDays;
}

/** Where the chosen time range has nothing of the data: says where there is something, and leads there. */
export function OutsideBanner({ range, days }: Props) {
  const span = dataSpan(days);
  if (range.to.valueOf() > span.from && range.from.valueOf() < span.to) return null;
  return (
    <Alert
      severity="info"
      topSpacing={1}
      bottomSpacing={0}
      title={`There is no data in this time range: the data covers ${formatDay(days.firstDay)} to ${formatDay(days.lastDay)}`}
    >
      <Button size="sm" onClick={() => changeQuery({ from: span.from, to: span.to })}>
        Show all data
      </Button>
    </Alert>
  );
}
