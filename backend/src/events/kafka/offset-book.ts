import type { KafkaReset } from '../../contract';
import type { EventStore } from '../store/store';
import type { Topic } from './client';
import type { Start } from './position';

const SHOWN_RESETS = 20;

/** Where topics are read on, in the same store as their events: this is what counts, not what Kafka has noted. */
export class OffsetBook {
  constructor(private readonly store: EventStore) {}

  /** The id that a topic had when it was last read. */
  async topicId(topic: string): Promise<string | undefined> {
    const [row] = await this.store.rows('SELECT topic_id FROM kafka_topics WHERE topic = $topic', { topic });
    return row === undefined ? undefined : String(row['topic_id']);
  }

  /** The next offset of each partition of a topic that was read. */
  async next(topic: string): Promise<Map<number, number>> {
    const rows = await this.store.rows('SELECT partition, next_offset FROM consumer_offsets WHERE topic = $topic', {
      topic,
    });
    return new Map(rows.map((row) => [Number(row['partition']), Number(row['next_offset'])]));
  }

  /** Notes where partitions of a topic are begun or gone on with, before anything of them is read. */
  async begin(topic: Topic, starts: readonly Start[], at: string): Promise<void> {
    const { name, id, partitions } = topic;
    await this.store.append(async (statements) => {
      // Offsets of the topic that had this name before mean nothing in this one, also where it is begun later.
      await statements.run(
        `DELETE FROM consumer_offsets WHERE topic = $name AND NOT list_contains($begun, cast(partition AS VARCHAR))
           AND EXISTS (FROM kafka_topics WHERE topic = $name AND topic_id <> $id)`,
        { name, id, begun: starts.map(({ partition }) => String(partition)) },
      );
      await statements.run(
        `INSERT INTO kafka_topics VALUES ($name, $id) ON CONFLICT (topic) DO UPDATE SET topic_id = excluded.topic_id`,
        { name, id },
      );
      // A topic that was made anew may have fewer.
      await statements.run('DELETE FROM consumer_offsets WHERE topic = $name AND partition >= $count', {
        name,
        count: partitions.length,
      });
      for (const { partition, next, reset } of starts) {
        await statements.run(
          `INSERT INTO consumer_offsets VALUES ($name, $partition, $next)
           ON CONFLICT (topic, partition) DO UPDATE SET next_offset = excluded.next_offset`,
          { name, partition, next },
        );
        if (reset === undefined) continue;
        await statements.run(
          'INSERT INTO kafka_resets VALUES (cast($at AS TIMESTAMP), $name, $partition, $from, $next, $reason)',
          { at, name, partition, next, from: reset.from, reason: reset.reason },
        );
      }
    });
  }

  /** The latest resets, the newest first. */
  async resets(): Promise<KafkaReset[]> {
    const rows = await this.store.rows(
      `SELECT made_at, topic, partition, from_offset, to_offset, reason FROM kafka_resets
       ORDER BY made_at DESC, topic, partition LIMIT ${SHOWN_RESETS}`,
    );
    return rows.map((row) => ({
      at: String(row['made_at']),
      topic: String(row['topic']),
      partition: Number(row['partition']),
      from: Number(row['from_offset']),
      to: Number(row['to_offset']),
      reason: String(row['reason']),
    }));
  }
}
