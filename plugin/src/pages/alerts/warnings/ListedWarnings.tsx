import { css } from '@emotion/css';
import { Button } from '@grafana/ui';
import React, { useCallback, useEffect, useRef, useState, type FocusEvent, type RefObject } from 'react';
import { t } from '../../../language/t';
import { loginOfReader } from '../../frame/role';
import { readWarnings } from './api';
import { MOST_WARNINGS, PAGE_WARNINGS, type WarningFilter } from './filter';
import { useRefreshed } from './useRefreshed';
import { useWarningChanges } from './useWarningChanges';
import { WarningDrawer } from './WarningDrawer';
import { WarningList } from './WarningList';

interface Props {
  uid: string;
  /** Another filter needs another element: what is known of one says nothing of the next. */
  filter: WarningFilter;
  /** Id of the warning that is open. */
  opened: string | null;
  onOpen: (id: string | null) => void;
}

/** The warnings of a filter, and the one of them that is open. */
export function ListedWarnings({ uid, filter: given, opened, onOpen }: Props) {
  const [filter] = useState(given);
  const [limit, setLimit] = useState(PAGE_WARNINGS);
  const ask = useCallback(() => readWarnings(uid, filter, loginOfReader(), limit), [uid, filter, limit]);
  const { body, failure, refresh } = useRefreshed(ask);
  useWarningChanges(uid, refresh);
  const place = useRef<HTMLDivElement>(null);
  useFocusAfter(opened, place);
  const onFocus = useFocusOfGone(body, place);
  return (
    <div
      ref={place}
      className={styles.place}
      role="group"
      aria-label={t('pages.warnings.list', 'Early warnings')}
      tabIndex={-1}
      onFocus={onFocus}
    >
      <WarningList
        source={uid}
        known={{ body, failure }}
        filter={filter}
        onOpen={onOpen}
        onMore={() => setLimit((now) => Math.min(MOST_WARNINGS, now + PAGE_WARNINGS))}
      />
      <div>
        <Button size="sm" variant="secondary" fill="text" icon="sync" onClick={refresh}>
          {t('pages.warnings.refresh', 'Refresh')}
        </Button>
      </div>
      {opened !== null && (
        <WarningDrawer key={opened} uid={uid} id={opened} onChanged={refresh} onClose={() => onOpen(null)} />
      )}
    </div>
  );
}

/** The drawer gives the focus back to the row that it came from; one that has left the list with the change cannot take it. */
function useFocusAfter(opened: string | null, place: RefObject<HTMLElement>): void {
  const before = useRef(opened);
  useEffect(() => {
    const closed = before.current !== null && opened === null;
    before.current = opened;
    if (!closed) return;
    const timer = setTimeout(() => document.activeElement === document.body && place.current?.focus());
    return () => clearTimeout(timer);
  }, [opened, place]);
}

/** A row that leaves the list later, when the list is read anew, takes the focus with it: the list keeps it then. */
function useFocusOfGone(list: unknown, place: RefObject<HTMLElement>): (event: FocusEvent<HTMLElement>) => void {
  const last = useRef<Element | null>(null);
  useEffect(() => {
    const gone = last.current !== null && !last.current.isConnected;
    if (gone && document.activeElement === document.body) place.current?.focus({ preventScroll: true });
  }, [list, place]);
  // What lies in the drawer is none of the list's, although its events come by here.
  return useCallback(
    ({ target }) => {
      last.current = place.current?.contains(target) ? target : null;
    },
    [place],
  );
}

const styles = { place: css({ display: 'flex', flexDirection: 'column', gap: 12, '&:focus': { outline: 'none' } }) };
