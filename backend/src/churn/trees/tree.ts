/**
 * A binary decision tree as flat arrays, a node per position, the root at 0. Children come after their parent, side by
 * side: the right child of a node is at `left + 1`.
 */
export interface Tree {
  /** The feature that a node asks about; -1 at a leaf. */
  feature: Int16Array;
  /** Rows whose bin is at most this go left, the others right; 0 at a leaf. */
  threshold: Uint8Array;
  /** Where the left child is; 0 at a leaf. */
  left: Int32Array;
  /** What the tree answers for the rows in this node; at an inner node the mean of its children, weighted by cover. */
  value: Float64Array;
  /** The weight of the training rows that came through the node. */
  cover: Float32Array;
}

/** Nodes on the longest way from the root to a leaf, without the root. */
export function depthOf({ feature, left }: Tree): number {
  const depths = new Uint16Array(feature.length);
  let deepest = 0;
  for (let node = 0; node < feature.length; node++) {
    if (feature[node]! < 0) continue;
    const depth = depths[node]! + 1;
    depths[left[node]!] = depth;
    depths[left[node]! + 1] = depth;
    if (depth > deepest) deepest = depth;
  }
  return deepest;
}

/** A tree under construction: room for `capacity` nodes, filled from the front. */
export class TreeBuilder {
  private readonly feature: Int16Array;
  private readonly threshold: Uint8Array;
  private readonly left: Int32Array;
  private readonly value: Float64Array;
  private readonly cover: Float32Array;
  length = 0;

  constructor(capacity: number) {
    this.feature = new Int16Array(capacity).fill(-1);
    this.threshold = new Uint8Array(capacity);
    this.left = new Int32Array(capacity);
    this.value = new Float64Array(capacity);
    this.cover = new Float32Array(capacity);
  }

  /** Adds a leaf and returns its position. */
  add(value: number, cover: number): number {
    const node = this.length++;
    this.value[node] = value;
    this.cover[node] = cover;
    return node;
  }

  /** Makes a leaf ask about a feature; its children are the two nodes that are added next. */
  split(node: number, feature: number, threshold: number): void {
    this.feature[node] = feature;
    this.threshold[node] = threshold;
    this.left[node] = this.length;
  }

  /** The finished tree, with the values of inner nodes taken from their children. */
  finish(): Tree {
    const { value, cover } = this;
    for (let node = this.length - 1; node >= 0; node--) {
      if (this.feature[node]! < 0) continue;
      const left = this.left[node]!;
      const both = cover[left]! + cover[left + 1]!;
      value[node] = (value[left]! * cover[left]! + value[left + 1]! * cover[left + 1]!) / both;
    }
    return {
      feature: this.feature.slice(0, this.length),
      threshold: this.threshold.slice(0, this.length),
      left: this.left.slice(0, this.length),
      value: value.slice(0, this.length),
      cover: cover.slice(0, this.length),
    };
  }
}
