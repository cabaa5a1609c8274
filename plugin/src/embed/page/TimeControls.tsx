import { dateTime, type TimeRange } from '@grafana/data';
import { RefreshPicker, TimeRangePicker } from '@grafana/ui';
import React, { useMemo } from 'react';
import { changeQuery } from '../host/location';
import { boundsForUrl, fromPicker, type DataDays } from '../time/dataRange';
import { named } from '../time/named';
import { moved, widened } from '../time/shift';

interface Props {
  range: TimeRange;
  timeZone: string;
  days: DataDays | undefined;
  interval: string;
  intervals: string[] | undefined;
  onRefresh: () => void;
}

/** Time range and refreshing, with Grafana's own pickers. */
export function TimeControls({ range, timeZone, days, interval, intervals, onRefresh }: Props) {
  const { spans, value } = useMemo(() => named(range, timeZone, days), [range, timeZone, days]);
  const set = (next: TimeRange) => changeQuery(boundsForUrl(fromPicker(next, spans)));
  const setSpan = ({ from, to }: { from: number; to: number }) => {
    const bounds = { from: dateTime(from), to: dateTime(to) };
    set({ ...bounds, raw: bounds });
  };
  const span = { from: range.from.valueOf(), to: range.to.valueOf() };
  return (
    <>
      <TimeRangePicker
        value={value}
        timeZone={timeZone}
        quickRanges={spans.map(({ option }) => option)}
        onChange={set}
        onChangeTimeZone={() => undefined}
        onMoveBackward={() => setSpan(moved(span, -1))}
        onMoveForward={() => setSpan(moved(span, 1))}
        onZoom={() => setSpan(widened(span))}
      />
      <RefreshPicker
        value={interval}
        intervals={intervals}
        tooltip="Refresh"
        onRefresh={onRefresh}
        onIntervalChanged={(value) => changeQuery({ refresh: value })}
      />
    </>
  );
}
