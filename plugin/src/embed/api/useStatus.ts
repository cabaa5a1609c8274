import { useEffect, useState } from 'react';
import { isAbort, messageOf, SignedOutError } from './http';
import { fetchStatus, type Status } from './status';
import { trouble } from './trouble';

/** How things stand between the page and the server. */
export interface Connection {
  /** Why the server's status is not known at the moment. */
  lost?: string;
  /** True: the server answers, but whoever reads the page has to sign in again. */
  signedOut: boolean;
  /** How often the server was there again after it had been lost: what failed meanwhile is to be asked again. */
  returns: number;
}

export interface StatusState {
  /** As last known. */
  status?: Status;
  connection: Connection;
}

const BUILDING_MS = 700;
const CALM_MS = 30_000;
const LOST_MS = 3_000;

const BEGINNING: StatusState = { connection: { signedOut: false, returns: 0 } };

/**
 * The server's status, asked again: often while it builds, now and then afterwards, soon after a request of the page got no
 * answer, and whenever the reader comes back to the page of a server that was lost.
 */
export function useStatus(): StatusState {
  const [state, setState] = useState(BEGINNING);
  useEffect(() => {
    const controller = new AbortController();
    let timer: number | undefined;
    let troubled = false;
    let returned = -Infinity;
    const askIn = (ms: number) => {
      window.clearTimeout(timer);
      timer = window.setTimeout(ask, ms);
    };
    const ask = async () => {
      const answer = await load(controller.signal);
      if (controller.signal.aborted) return;
      const isBack = troubled && 'status' in answer;
      if (isBack) returned = Date.now();
      troubled = !('status' in answer);
      setState((before) => settle(before, answer, isBack));
      askIn(pause(answer));
    };
    const onTrouble = () => {
      if (troubled) return;
      troubled = true;
      // A request that fails every time, with a server that is there, is not asked again and again.
      askIn(Date.now() - returned < CALM_MS ? CALM_MS : LOST_MS);
    };
    const onFocus = () => troubled && askIn(0);
    const following = trouble.subscribe(onTrouble);
    window.addEventListener('focus', onFocus);
    void ask();
    return () => {
      controller.abort();
      window.clearTimeout(timer);
      window.removeEventListener('focus', onFocus);
      following.unsubscribe();
    };
  }, []);
  return state;
}

type Answer = { status: Status } | { lost: string; signedOut: boolean };

async function load(signal: AbortSignal): Promise<Answer> {
  try {
    return { status: await fetchStatus(signal) };
  } catch (error) {
    return { lost: isAbort(error) ? '' : messageOf(error), signedOut: error instanceof SignedOutError };
  }
}

/** An equal answer keeps the old object, so that nothing is drawn anew; a lost server keeps its last status. */
function settle(before: StatusState, answer: Answer, isBack: boolean): StatusState {
  const returns = before.connection.returns + (isBack ? 1 : 0);
  const after: StatusState =
    'status' in answer
      ? { status: answer.status, connection: { signedOut: false, returns } }
      : { status: before.status, connection: { ...answer, returns } };
  return JSON.stringify(after) === JSON.stringify(before) ? before : after;
}

function pause(answer: Answer): number {
  if (!('status' in answer)) return LOST_MS;
  if (answer.status.state === 'building') return BUILDING_MS;
  return answer.status.generation ? CALM_MS : LOST_MS;
}
