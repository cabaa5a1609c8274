import { useCallback, useEffect, useRef, useState } from 'react';
import { messageOf } from '../../../components/status/readStatus';
import { statusOf } from './api';

/** Why there is no answer. */
export interface Failure {
  message: string;
  /** The HTTP status, where there was one. */
  status?: number;
}

/** The last answer that came, and what went wrong since. Neither: it is awaited. */
export interface Known<Body> {
  body?: Body;
  failure?: Failure;
}

export interface Refreshed<Body> extends Known<Body> {
  /** Asks now. */
  refresh: () => void;
  /** Takes in what is known from elsewhere, such as the answer to a change. */
  take: (body: Body) => void;
}

const INTERVAL_MS = 30_000;

/**
 * What `ask` answers, asked again every half a minute, whenever the reader comes back to the page, and when `ask` is
 * another function. The last answer stays until there is another one, also where asking fails.
 */
export function useRefreshed<Body>(ask: () => Promise<Body>): Refreshed<Body> {
  const [known, setKnown] = useState<Known<Body>>({});
  // Answers can overtake each other: only that of the last question counts.
  const question = useRef(0);
  const forget = useCallback(() => void question.current++, []);

  const refresh = useCallback(() => {
    const asked = ++question.current;
    const isLast = () => asked === question.current;
    ask().then(
      (body) => isLast() && setKnown({ body }),
      (problem: unknown) =>
        isLast() &&
        setKnown(({ body }) => ({ body, failure: { message: messageOf(problem), status: statusOf(problem) } })),
    );
  }, [ask]);

  const take = useCallback(
    (body: Body) => {
      forget();
      setKnown({ body });
    },
    [forget],
  );

  useEffect(() => {
    refresh();
    // A page that nobody sees is brought up to date when it is looked at again.
    const timer = setInterval(() => document.hidden || refresh(), INTERVAL_MS);
    window.addEventListener('focus', refresh);
    return () => {
      clearInterval(timer);
      window.removeEventListener('focus', refresh);
      forget();
    };
  }, [refresh, forget]);

  return { ...known, refresh, take };
}
