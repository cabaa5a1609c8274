import { css } from '@emotion/css';
import { dateTime, type TimeRange } from '@grafana/data';
import { RefreshPicker, TimeRangePicker } from '@grafana/ui';
import React, { useMemo } from 'react';
import { t } from '../../language/t';
import { changeQuery } from '../host/location';
import { boundsForUrl, type DataDays } from '../time/dataRange';
import { quickOptions } from '../time/named';
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
  const quickRanges = useMemo(() => quickOptions(range, timeZone, days), [range, timeZone, days]);
  const history = useMemo(() => [range], [range]);
  const set = (next: TimeRange) => changeQuery(boundsForUrl(next));
  const setSpan = ({ from, to }: { from: number; to: number }) => {
    const bounds = { from: dateTime(from), to: dateTime(to) };
    set({ ...bounds, raw: bounds });
  };
  const span = { from: range.from.valueOf(), to: range.to.valueOf() };
  return (
    <>
      <div className={styles.range}>
        <TimeRangePicker
          value={range}
          timeZone={timeZone}
          quickRanges={quickRanges}
          history={history}
          onChange={set}
          onChangeTimeZone={() => undefined}
          onMoveBackward={() => setSpan(moved(span, -1))}
          onMoveForward={() => setSpan(moved(span, 1))}
          onZoom={() => setSpan(widened(span))}
        />
      </div>
      <RefreshPicker
        value={interval}
        intervals={intervals}
        tooltip={t('embed.refresh', 'Refresh')}
        onRefresh={onRefresh}
        onIntervalChanged={(value) => changeQuery({ refresh: value })}
      />
    </>
  );
}

const styles = {
  range: css({
    // The time zone: too faint on a light page, and no part of the button's name.
    'button span[aria-live] > span + span': { display: 'none' },
  }),
};
