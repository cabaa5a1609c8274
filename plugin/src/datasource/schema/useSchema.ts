import type { SchemaBody } from '@contract';
import { useCallback, useEffect, useState } from 'react';
import { messageOf } from '../../components/status/readStatus';
import type { WarehouseDataSource } from '../datasource';
import { loadSchema } from './loadSchema';

/** What is known of what SQL may use: nothing yet, why it could not be asked, or all of it. */
export type SchemaState =
  | { phase: 'loading' }
  | { phase: 'failed'; message: string; retry: () => void }
  | { phase: 'known'; schema: SchemaBody };

type Asked = { phase: 'loading' } | { phase: 'failed'; message: string } | { phase: 'known'; schema: SchemaBody };

/**
 * What SQL may use in a data source.
 *
 * @param wanted false: it is not asked yet, as nobody looks at SQL
 */
export function useSchema(datasource: WarehouseDataSource, wanted: boolean): SchemaState {
  const [asked, setAsked] = useState<Asked>({ phase: 'loading' });
  const [attempt, setAttempt] = useState(0);
  const retry = useCallback(() => setAttempt((before) => before + 1), []);

  useEffect(() => {
    if (!wanted) return undefined;
    let left = false;
    setAsked({ phase: 'loading' });
    void read(datasource).then((next) => {
      if (!left) setAsked(next);
    });
    return () => {
      left = true;
    };
  }, [datasource, wanted, attempt]);

  return asked.phase === 'failed' ? { ...asked, retry } : asked;
}

async function read(datasource: WarehouseDataSource): Promise<Asked> {
  try {
    return { phase: 'known', schema: await loadSchema(datasource) };
  } catch (failure) {
    return { phase: 'failed', message: messageOf(failure) };
  }
}
