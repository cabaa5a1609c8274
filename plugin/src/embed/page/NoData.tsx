import type { TimeRange } from '@grafana/data';
import React from 'react';
import { formatDay } from '../../format/dates';
import { Message } from '../panels/message';
import { dataSpan, type DataDays } from '../time/dataRange';

interface Props {
  range: TimeRange;
  days: DataDays | undefined;
}

/** Says that nothing was found, and where there is something. */
export function NoData({ range, days }: Props) {
  const span = days && dataSpan(days);
  const outside = span && (range.to.valueOf() <= span.from || range.from.valueOf() >= span.to);
  return (
    <Message>
      No data in this time range
      {days && outside && (
        <>
          . The data covers {formatDay(days.firstDay)} to {formatDay(days.lastDay)}.
        </>
      )}
    </Message>
  );
}
