import type { KafkaPartitionStatus } from '../../contract';
import type { KafkaClient } from './client';
import { Committer } from './committer';

it('tells Kafka now and then how far it is, also after the clock was set back', () => {
  const commit = jest.fn(() => Promise.resolve());
  const committer = new Committer(5_000);
  const tell = () =>
    committer.commitIfDue({ commit } as unknown as KafkaClient, [
      { topic: 'orders', partition: 0, next: 7 } as KafkaPartitionStatus,
    ]);
  tell();
  expect(commit).not.toHaveBeenCalled();
  const timer = jest.spyOn(performance, 'now').mockReturnValue(performance.now() + 5_000);
  const clock = jest.spyOn(Date, 'now').mockReturnValue(Date.now() - 3_600_000);
  tell();
  expect(commit).toHaveBeenCalledTimes(1);
  timer.mockRestore();
  clock.mockRestore();
});

it('does so each time that it is asked to, though that takes a moment', async () => {
  const timer = jest.spyOn(performance, 'now').mockReturnValue(0);
  const told: (() => void)[] = [];
  const client = { commit: () => new Promise<void>((resolve) => told.push(resolve)) } as unknown as KafkaClient;
  const committer = new Committer(5_000);
  for (const at of [5_001, 5_101, 10_002]) {
    timer.mockReturnValue(at);
    committer.commitIfDue(client, [{ topic: 'orders', partition: 0, next: 7 } as KafkaPartitionStatus]);
    if (at === 5_101) told[0]?.();
    await new Promise(setImmediate);
  }
  expect(told).toHaveLength(2);
  timer.mockRestore();
});
