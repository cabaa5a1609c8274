import { css } from '@emotion/css';
import { useStyles2 } from '@grafana/ui';
import React, { useEffect, useState } from 'react';
import { t } from '../../language/t';

interface Props {
  /** For how long it had been under way when the backend was asked last; undefined: not known. */
  seconds: number | undefined;
}

/** For how long something has been under way, counted on between two answers: it moves even where a step is long. */
export function Elapsed({ seconds }: Props) {
  const styles = useStyles2(getStyles);
  const [counted, setCounted] = useState({ told: seconds, now: seconds ?? 0 });
  if (counted.told !== seconds) setCounted({ told: seconds, now: goOn(counted, seconds) });
  useEffect(() => {
    const timer = setInterval(() => setCounted(({ told, now }) => ({ told, now: now + 1 })), 1_000);
    return () => clearInterval(timer);
  }, []);
  if (seconds === undefined) return null;
  return (
    // A timer is not read aloud each second.
    <span role="timer" className={styles.time}>
      {durationText(counted.now)}
    </span>
  );
}

/** An answer that took long to come never turns the clock back; a smaller figure is of other work, which begins anew. */
function goOn({ told = 0, now }: { told?: number; now: number }, seconds = 0): number {
  return seconds < told ? seconds : Math.max(now, seconds);
}

function durationText(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return minutes === 0
    ? t('components.elapsed.seconds', '{{seconds}} s', { seconds: String(seconds) })
    : t('components.elapsed.minutes', '{{minutes}} min {{seconds}} s', {
        minutes: String(minutes),
        seconds: String(seconds % 60),
      });
}

const getStyles = () => ({ time: css({ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }) });
