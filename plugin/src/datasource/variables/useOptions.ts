import type { TimeRange } from '@grafana/data';
import { useEffect, useState } from 'react';
import { messageOf } from '../../components/status/readStatus';
import type { WarehouseDataSource } from '../datasource';
import type { ValueOption } from '../query/values';
import type { WarehouseQuery } from '../types';

export type Options =
  { phase: 'loading' } | { phase: 'known'; options: readonly ValueOption[] } | { phase: 'failed'; message: string };

/** What a variable with this query can be set to; asked anew when the query or the time range changes. */
export function useOptions(datasource: WarehouseDataSource, query: WarehouseQuery, range?: TimeRange): Options {
  const [state, setState] = useState<Options>({ phase: 'loading' });
  const asked = JSON.stringify([query, range?.from.valueOf(), range?.to.valueOf()]);
  useEffect(() => {
    let wanted = true;
    setState({ phase: 'loading' });
    datasource.listOptions(query, range).then(
      (options) => wanted && setState({ phase: 'known', options }),
      (error: unknown) => wanted && setState({ phase: 'failed', message: messageOf(error) }),
    );
    return () => {
      wanted = false;
    };
    // The text stands for the query and the range, which are new objects at every turn.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [datasource, asked]);
  return state;
}
