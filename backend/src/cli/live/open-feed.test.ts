import type { Prediction } from '../../events/process/effect';
import { FakeNews } from '../../events/feed/testing/fake-news';
import { BASIS, profile } from '../../events/warnings/testing/profiles';
import { openLiveFeed } from './open-feed';

it('tells new scores as updates of predictions', async () => {
  const listeners = new Set<(predictions: readonly Prediction[]) => void>();
  const onPrediction = (listener: (predictions: readonly Prediction[]) => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  const { warnings } = new FakeNews().options;
  const feed = await openLiveFeed({ warnings, scores: { onPrediction }, onFault: () => undefined });
  if (!feed) throw new Error('It was not opened.');
  const follower = feed.follower();
  follower.follow('predictions', {});
  const scored = { profile: profile('c1', { relativeOdds: 0.5 }), ...BASIS, seq: 7, receivedAt: Date.UTC(2018, 7, 2) };
  for (const listener of listeners) listener([{ ...scored, before: 'medium' }, scored]);
  expect(await follower.next(10)).toMatchObject([
    {
      prediction: { customer_id: 'c1', from_band: 'medium', band: 'high', at: '2018-08-02T00:00:00.000Z', model: 'm1' },
    },
    { prediction: { customer_id: 'c1', from_band: null } },
  ]);
  feed.close();
  expect(listeners.size).toBe(0);
});

it('says in the log when the store cannot be asked, and is not there', async () => {
  const faults: string[] = [];
  const warnings = { ...new FakeNews().options.warnings, lastSeq: () => Promise.reject(new Error('no such table')) };
  const onFault = (message: string, error: unknown): void => void faults.push(`${message}: ${String(error)}`);
  expect(await openLiveFeed({ warnings, onFault })).toBeUndefined();
  expect(faults).toEqual(['early warnings cannot be told live: Error: no such table']);
});
