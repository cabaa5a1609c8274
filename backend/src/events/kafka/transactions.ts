/** A batch of records, in the words of Kafka's protocol. */
export interface RecordBatch {
  attributes: number;
  firstOffset: bigint;
  lastOffsetDelta: number;
  producerId: bigint;
  records: readonly { offsetDelta: number; key: Buffer | null; value: Buffer | null }[];
}

/** A transaction that was given up: its records stay in the partition, from this offset up to its mark. */
export interface AbortedTransaction {
  producerId: bigint;
  firstOffset: bigint;
}

const IS_TRANSACTIONAL = 0b10000;
/** Batches with this bit mark the end of a transaction. */
const IS_CONTROL = 0b100000;
/** What a mark's key says, behind two bytes of its version, of a transaction that was given up. */
const ABORT = 0;

/**
 * The batches that hold messages, without those of transactions that were given up: told apart as Kafka's own clients do
 * it. The broker says which transactions they are; a mark ends each, unless it lies behind these batches.
 */
export function committedBatches<Batch extends RecordBatch>(
  batches: readonly Batch[],
  aborted: readonly AbortedTransaction[],
): Batch[] {
  const coming = [...aborted].sort((one, other) => Number(one.firstOffset - other.firstOffset));
  const open = new Set<bigint>();
  return batches.filter((batch) => {
    const last = batch.firstOffset + BigInt(batch.lastOffsetDelta);
    while (coming[0] && coming[0].firstOffset <= last) open.add(coming.shift()!.producerId);
    if ((batch.attributes & IS_CONTROL) !== 0) {
      if (isAbort(batch)) open.delete(batch.producerId);
      return false;
    }
    return (batch.attributes & IS_TRANSACTIONAL) === 0 || !open.has(batch.producerId);
  });
}

function isAbort({ records }: RecordBatch): boolean {
  const key = records[0]?.key;
  return key !== null && key !== undefined && key.length >= 4 && key.readInt16BE(2) === ABORT;
}
