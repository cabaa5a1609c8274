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
