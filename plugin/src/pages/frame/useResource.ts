import { useEffect, useState } from 'react';
import { messageOf } from '../../components/status/readStatus';
import { readResource } from './resources';

/** What is known of a route's answer: nothing yet, why there is none, or the answer. */
export type Resource<Body> =
  { phase: 'loading' } | { phase: 'failed'; message: string } | { phase: 'known'; body: Body };

/**
 * The answer of a route of a data source's API. While it is asked anew, the last answer stays.
 *
 * @param version asks anew when it changes, and not before it is known
 */
export function useResource<Body>(uid: string, path: string, version: string | undefined): Resource<Body> {
  const [known, setKnown] = useState<Resource<Body>>({ phase: 'loading' });
  useEffect(() => {
    if (version === undefined) return;
    let wanted = true;
    readResource<Body>(uid, path).then(
      (body) => wanted && setKnown({ phase: 'known', body }),
      (failure: unknown) => wanted && setKnown({ phase: 'failed', message: messageOf(failure) }),
    );
    return () => {
      wanted = false;
    };
  }, [uid, path, version]);
  return known;
}
