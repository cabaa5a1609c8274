/** How Kafka's Java clients, and brokers, begin what they compress with snappy; two versions of four bytes follow. */
const FRAME = Buffer.from([0x82, 0x53, 0x4e, 0x41, 0x50, 0x50, 0x59, 0x00]);
const HEAD_BYTES = FRAME.length + 8;

type Decompress = (data: Buffer) => Buffer;

/**
 * Teaches a decompression of snappy to read the frame that Kafka's Java clients put around it: blocks that each follow
 * their length. What is in no frame is left to it as it is.
 */
export function withFrames(decompress: Decompress): Decompress {
  return (data) => {
    if (!data.subarray(0, FRAME.length).equals(FRAME)) return decompress(data);
    const blocks: Buffer[] = [];
    for (let at = HEAD_BYTES; at < data.length;) {
      const from = at + 4;
      at = from + data.readInt32BE(at);
      if (at > data.length) throw new Error('What was compressed with snappy ends within a block.');
      blocks.push(decompress(data.subarray(from, at)));
    }
    return Buffer.concat(blocks);
  };
}
