import type { KafkaPartitionStatus } from '../../contract';
import type { KafkaClient } from './client';
import { reasonOf } from './failures';

/** Tells Kafka now and then how far reading has come, for its own tools. That this fails holds nothing up. */
export class Committer {
  private readonly told = new Map<string, number>();
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

  async commitIfDue(client: KafkaClient, partitions: readonly KafkaPartitionStatus[]): Promise<void> {
    if (performance.now() < this.due) return;
    this.due = performance.now() + this.everyMs;
    await this.commit(client, partitions);
  }

  async commit(client: KafkaClient, partitions: readonly KafkaPartitionStatus[]): Promise<void> {
    const news = partitions.filter(({ topic, partition, next }) => this.told.get(`${topic}/${partition}`) !== next);
    if (news.length === 0) return;
    try {
      await client.commit(news);
      for (const { topic, partition, next } of news) this.told.set(`${topic}/${partition}`, next);
      this.failure = undefined;
    } catch (error) {
      this.failure = `Kafka could not be told how far reading has come, which only its own tools miss: ${reasonOf(error)}`;
    }
  }
}
