import type { Connection } from '@platformatic/kafka';
import type { Brokers } from './brokers';
import type { Position } from './client';
import { newestOf } from './versions';

const OF_A_GROUP = 0;
/** For a group that has no members. */
const NO_MEMBER = [-1, '', null] as const;
const NO_EPOCH = -1;

/** Has a group's offsets kept by the broker that keeps the group. */
export async function commitOffsets(brokers: Brokers, group: string, positions: readonly Position[]): Promise<void> {
  const { offsetCommitV8, offsetCommitV9 } = await import('@platformatic/kafka');
  const node = await brokers.askAny((connection) => coordinatorOf(connection, group));
  const topics = [...new Set(positions.map(({ topic }) => topic))].map((name) => ({
    name,
    partitions: positions.filter(({ topic }) => topic === name).map(committed),
  }));
  await brokers.ask(node, async (connection) => {
    const api = await newestOf(connection, [offsetCommitV9.api, offsetCommitV8.api]);
    await api.async(connection, group, ...NO_MEMBER, topics);
  });
}

async function coordinatorOf(connection: Connection, group: string): Promise<number> {
  const { findCoordinatorV4, findCoordinatorV5, findCoordinatorV6 } = await import('@platformatic/kafka');
  const apis = [findCoordinatorV6, findCoordinatorV5, findCoordinatorV4].map(({ api }) => api);
  const api = await newestOf(connection, apis);
  const { coordinators } = await api.async(connection, OF_A_GROUP, [group]);
  const found = coordinators.find(({ key }) => key === group);
  if (found === undefined) throw new Error(`No broker keeps the group ${group}.`);
  return found.nodeId;
}

const committed = ({ partition, next }: Position) => ({
  partitionIndex: partition,
  committedOffset: BigInt(next),
  committedLeaderEpoch: NO_EPOCH,
  committedMetadata: null,
});
