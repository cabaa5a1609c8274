import type { KafkaPartitionStatus } from '../../contract';
import type { KafkaClient } from './client';
import { reasonOf } from './failures';

/** Tells Kafka now and then how far reading has come, for its own tools. That this fails, or takes long, holds nothing up. */
export class Committer {
  /** In ms of a clock that nobody sets. */
  private due: number;
  private failure: string | undefined;

  constructor(private readonly everyMs: number) {
    this.due = performance.now() + everyMs;
  }

  /** Why it failed the last time. */
  get problem(): string | undefined {
    return this.failure;
  }

  commitIfDue(client: KafkaClient, partitions: readonly KafkaPartitionStatus[]): void {
    const began = performance.now();
    if (began < this.due) return;
    this.due = Infinity;
    // Counted from its beginning: from its end on, it would not be due yet when this is next called.
    void this.commit(client, partitions).finally(() => (this.due = began + this.everyMs));
  }

  /** Of all partitions: Kafka forgets what it was told a week ago, and operators set it elsewhere. */
  async commit(client: KafkaClient, partitions: readonly KafkaPartitionStatus[]): Promise<void> {
    if (partitions.length === 0) return;
    try {
      await client.commit(partitions);
      this.failure = undefined;
    } catch (error) {
      this.failure = `Kafka could not be told how far reading has come, which only its own tools miss: ${reasonOf(error)}`;
    }
  }
}
