import type { DeadLetter, Receipt } from '../../contract';
import type { ServedEvents } from '../served';

const LETTER: DeadLetter = {
  seq: 1,
  received_at: '2018-09-01T00:00:00.000Z',
  source: 'somebody',
  id: null,
  rejection: 'invalid',
  reason: 'An event must be an object, not 7.',
  event: '7',
};

export interface FakeEvents extends ServedEvents {
  /** What was sent, and by whom. */
  sent: { events: readonly unknown[]; source: string }[];
  /** What was asked of dead letters. */
  calls: unknown[];
  /** Set: thrown by the next call. */
  failure: Error | undefined;
}

/** Takes all objects as events. */
export function fakeEvents(): FakeEvents {
  const told = <T>(call: unknown, answer: T): Promise<T> => {
    fake.calls.push(call);
    return fake.failure ? Promise.reject(fake.failure) : Promise.resolve(answer);
  };
  const fake: FakeEvents = {
    sent: [],
    calls: [],
    failure: undefined,
    append: (events, source) => {
      fake.sent.push({ events, source });
      return told('append', events.map(receiptOf));
    },
    letters: (page) => told(page, { total: 1, dropped: 0, letters: [LETTER] }),
    removeLetters: (seqs) => told({ remove: seqs }, seqs?.length ?? 1),
    retryLetters: (seqs) => told({ retry: seqs }, [receiptOf(7, 0)]),
    status: () => ({
      state: 'ready',
      taken: 0,
      duplicates: 0,
      rejected: 0,
      refused: 0,
      queued: 0,
      deadLetters: 1,
      lagSeconds: 0,
      unfolded: 0,
    }),
  };
  return fake;
}

function receiptOf(event: unknown, index: number): Receipt {
  if (typeof event === 'object') return { index, id: `e${index}`, status: 'accepted' };
  return { index, id: null, status: 'rejected', reason: LETTER.reason };
}
