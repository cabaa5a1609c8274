import { useEffect, useState } from 'react';
import { messageOf } from '../../components/status/readStatus';
import type { Resource } from '../frame/useResource';
import { readRules, type Rule } from './rules';

const INTERVAL_MS = 30_000;

/** The alert rules that ask a data source, asked again every half a minute; what is known stays meanwhile. */
export function useRules(uid: string): Resource<Rule[]> {
  const [known, setKnown] = useState<Resource<Rule[]>>({ phase: 'loading' });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let left = false;
    const ask = async () => {
      const next = await readAll(uid);
      if (left) return;
      setKnown(next);
      timer = setTimeout(ask, INTERVAL_MS);
    };
    void ask();
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [uid]);
  return known;
}

async function readAll(uid: string): Promise<Resource<Rule[]>> {
  try {
    return { phase: 'known', body: await readRules(uid) };
  } catch (failure) {
    return { phase: 'failed', message: messageOf(failure) };
  }
}
