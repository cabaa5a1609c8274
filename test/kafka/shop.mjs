// A shop that sends messages to Kafka, and does to its topics what an operator may: a process of its own, told by messages.
import { Admin, Consumer, Producer } from '@platformatic/kafka';

const [, , broker] = process.argv;
const options = { clientId: 'shop', bootstrapBrokers: [broker], retries: 300, retryDelay: 300 };
const admin = new Admin(options);
const producer = new Producer(options);
let other;

const work = {
  // Compressed by the broker, as Kafka itself does it, whatever the shop sends.
  create: ({ topic, partitions, compression = 'producer' }) =>
    admin.createTopics({
      topics: [topic],
      partitions,
      replicas: 1,
      configs: [{ name: 'compression.type', value: compression }],
    }),
  // Each partition by the broker of its number.
  assign: ({ topic, brokers }) =>
    admin.createTopics({
      topics: [topic],
      assignments: brokers.map((broker, partition) => ({ partition, brokers: [broker] })),
    }),
  remove: ({ topic }) => admin.deleteTopics({ topics: [topic] }),
  // What retention does: everything before these offsets goes.
  expire: ({ topic, partition, before }) =>
    admin.deleteRecords({ topics: [{ name: topic, partitions: [{ partition, offset: BigInt(before) }] }] }),
  send: ({ topic, messages }) =>
    producer.send({
      acks: -1,
      messages: messages.map(({ partition, value }) => ({
        topic,
        partition,
        value: value === null ? undefined : Buffer.from(value),
      })),
    }),
  // A message that is small as it lies in Kafka, and large once it is unpacked.
  swell: ({ topic, mebibytes }) =>
    producer.send({
      acks: -1,
      compression: 'gzip',
      messages: [{ topic, partition: 0, value: Buffer.alloc(mebibytes * 1024 * 1024) }],
    }),
  // Sends in transactions of their own, and commits those that are said to be good.
  transact: async ({ topic, transactions }) => {
    const careful = new Producer({ ...options, transactionalId: `careful-${topic}`, idempotent: true });
    for (const { values, good } of transactions) {
      const transaction = await careful.beginTransaction();
      for (const value of values) {
        await transaction.send({ acks: -1, messages: [{ topic, partition: 0, value: Buffer.from(value) }] });
      }
      await (good ? transaction.commit() : transaction.abort());
    }
    await careful.close();
  },
  // Kafka's numbers: a topic by its very name, any operation, denied or taken back.
  forbid: ({ topic, user, operation }) =>
    admin.createAcls({
      creations: [{ ...ruleOf(topic, user), operation, permissionType: 2 }],
    }),
  allow: ({ topic, user }) =>
    admin.deleteAcls({ filters: [{ ...ruleOf(topic, user), operation: 1, permissionType: 1 }] }),
  // Somebody else who reads in the same group.
  join: async ({ topic, group }) => {
    other = new Consumer({ ...options, groupId: group });
    const stream = await other.consume({ topics: [topic], mode: 'latest', autocommit: false });
    stream.on('data', () => undefined);
  },
  leave: () => other.close(true),
  committed: async ({ group }) => {
    const [found] = await admin.listConsumerGroupOffsets({ groups: [group] });
    return (found?.topics ?? []).flatMap(({ name, partitions }) =>
      partitions.map((one) => [`${name}/${one.partitionIndex}`, Number(one.committedOffset)]),
    );
  },
};

/** Whom and what a rule is about. */
function ruleOf(topic, user) {
  const resource = { resourceType: 2, resourceName: topic, resourcePatternType: 3 };
  return { ...resource, principal: `User:${user}`, host: '*' };
}

process.on('message', async ({ id, what, ...details }) => {
  try {
    const result = await work[what](details);
    // What Kafka answers to sending holds big numbers, which cannot be told to another process.
    process.send({ id, ...(what === 'committed' ? { result } : {}) });
  } catch (error) {
    const causes = [error, ...(error.errors ?? [])].map(({ message }) => message).join(' ');
    process.send({ id, error: `${what}: ${causes}` });
  }
});
process.on('disconnect', () => process.exit());
