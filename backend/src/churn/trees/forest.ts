import { drawRows } from './bootstrap';
import type { BinnedRows } from './binned-rows';
import { MAX_VALUE_BINS } from './bins';
import {
  bestSplit,
  countBins,
  countDraws,
  newHistogram,
  sideScore,
  type ClassHistogram,
  type SplitRules,
} from './gini';
import { checkOptions } from './options';
import { partition } from './partition';
import { drawInPlace, randomStream, type RandomStream } from './random';
import { TreeBuilder, type Tree } from './tree';

/** How a random forest is grown (Breiman 2001, "Random forests"). */
export interface ForestOptions {
  trees: number;
  /** Most questions between the root and a leaf. */
  maxDepth: number;
  /** Fewest drawn rows in a leaf. */
  minLeaf: number;
  /** Features tried per split, drawn anew each time; more when none of them splits. */
  featuresPerSplit: number;
  /** Size of each tree's bootstrap sample, as a share of the rows. */
  sampleShare: number;
  /** How many times as much as a negative row a positive row counts, in splits and in the answers. */
  positiveWeight: number;
  /**
   * The share of the negative rows' draws that are made at all. Each of the others counts for more, so the answers keep
   * their scale, but for leaves so small that the few negatives drawn say little. What is won is time, where nearly all
   * rows are negative.
   */
  negativeShare: number;
  /** Most bins that a feature's known values are put into, 2 to 255. */
  maxBins: number;
  seed: number;
}

/** Everything that growing any tree of a forest needs. */
export interface ForestJob {
  rows: BinnedRows;
  /** How many bin numbers each feature uses. */
  binCounts: readonly number[];
  labels: Uint8Array;
  weights?: Float64Array;
  options: ForestOptions;
}

/** Options that suit some ten to a hundred thousand rows with some ten features. */
export function forestOptions(features: number, given: Partial<ForestOptions> = {}): ForestOptions {
  const options: ForestOptions = {
    trees: 100,
    maxDepth: 10,
    minLeaf: 20,
    featuresPerSplit: Math.max(1, Math.round(Math.sqrt(features))),
    sampleShare: 1,
    positiveWeight: 1,
    negativeShare: 1,
    maxBins: MAX_VALUE_BINS,
    seed: 1,
    ...given,
  };
  checkOptions(options, {
    trees: { from: 1, to: 10_000, whole: true },
    maxDepth: { from: 1, to: 60, whole: true },
    minLeaf: { from: 1, to: 2 ** 26, whole: true },
    featuresPerSplit: { from: 1, to: features, whole: true },
    sampleShare: { from: 1e-6, to: 1 },
    positiveWeight: { from: 1e-6, to: 1e6 },
    negativeShare: { from: 1e-6, to: 1 },
    maxBins: { from: 2, to: MAX_VALUE_BINS, whole: true },
    seed: { from: 0, to: 2 ** 32 - 1, whole: true },
  });
  return options;
}

/** The `index`-th tree of a forest; it depends on nothing but the job and the index. */
export function growForestTree(job: ForestJob, index: number): Tree {
  const { options, labels, weights } = job;
  const random = randomStream(options.seed, index);
  const rates = { positive: options.sampleShare, negative: options.sampleShare * options.negativeShare };
  const drawn = drawRows(labels, weights, rates, random);
  return new ForestTree(job, drawn.positives, drawn.negatives, random).grow();
}

/** Numbers kept per node until it is settled: where its rows lie in the two lists of drawn rows, and its depth. */
const SEGMENT = 5;

/**
 * One tree while it grows. The drawn rows of each class lie in a list of their own, in which every node has one
 * stretch; so counting a class needs no label, and where one class is rare its list costs next to nothing.
 *
 * A child's histograms are counted, not taken as the parent's minus its sibling's: that would need those of all
 * features in every node, where only a few are drawn.
 */
class ForestTree {
  private readonly builder: TreeBuilder;
  private readonly segments: number[] = [];
  private readonly histogram: ClassHistogram;
  private readonly spare: Int32Array;
  private readonly features: Int32Array;
  private readonly rules: SplitRules;

  constructor(
    private readonly job: ForestJob,
    private readonly positives: Int32Array,
    private readonly negatives: Int32Array,
    private readonly random: RandomStream,
  ) {
    const { options } = job;
    const byDepth = 2 ** Math.min(options.maxDepth + 1, 30);
    const byRows = 2 * (positives.length + negatives.length);
    this.builder = new TreeBuilder(Math.max(1, Math.min(byDepth, byRows)));
    this.spare = new Int32Array(Math.max(positives.length, negatives.length));
    this.features = Int32Array.from(job.binCounts, (_, feature) => feature);
    this.histogram = newHistogram(options.featuresPerSplit);
    this.rules = {
      minLeaf: options.minLeaf,
      positiveWeight: options.positiveWeight,
      negativeWeight: 1 / options.negativeShare,
    };
  }

  grow(): Tree {
    this.add(0, this.positives.length, 0, this.negatives.length, 0);
    for (let node = 0; node < this.builder.length; node++) this.settle(node);
    return this.builder.finish();
  }

  private add(positiveFrom: number, positiveTo: number, negativeFrom: number, negativeTo: number, depth: number): void {
    const positives = countDraws(this.positives, positiveFrom, positiveTo) * this.rules.positiveWeight;
    const negatives = countDraws(this.negatives, negativeFrom, negativeTo) * this.rules.negativeWeight;
    const cover = positives + negatives;
    // Of a tiny sample nothing may have been drawn at all.
    this.builder.add(cover === 0 ? 0 : positives / cover, cover);
    this.segments.push(positiveFrom, positiveTo, negativeFrom, negativeTo, depth);
  }

  /** Splits a node when that is allowed and of use; else it stays a leaf. */
  private settle(node: number): void {
    const [positiveFrom, positiveTo, negativeFrom, negativeTo, depth] = this.segmentOf(node);
    if (depth >= this.job.options.maxDepth || positiveFrom === positiveTo || negativeFrom === negativeTo) return;
    const found = this.search(positiveFrom, positiveTo, negativeFrom, negativeTo);
    if (found === undefined) return;
    const { rows } = this.job;
    const positiveCut = partition(this.positives, positiveFrom, positiveTo, rows, found, this.spare);
    const negativeCut = partition(this.negatives, negativeFrom, negativeTo, rows, found, this.spare);
    this.builder.split(node, found.feature, found.threshold);
    this.add(positiveFrom, positiveCut, negativeFrom, negativeCut, depth + 1);
    this.add(positiveCut, positiveTo, negativeCut, negativeTo, depth + 1);
  }

  private segmentOf(node: number): [number, number, number, number, number] {
    const at = node * SEGMENT;
    const { segments } = this;
    return [segments[at]!, segments[at + 1]!, segments[at + 2]!, segments[at + 3]!, segments[at + 4]!];
  }

  /** The best split among the features that are drawn; while none splits, the draw goes on. */
  private search(positiveFrom: number, positiveTo: number, negativeFrom: number, negativeTo: number) {
    const { features, histogram, job, rules } = this;
    const positives = countDraws(this.positives, positiveFrom, positiveTo);
    const negatives = countDraws(this.negatives, negativeFrom, negativeTo);
    if (positives + negatives < 2 * rules.minLeaf) return undefined;
    const unsplit = sideScore(positives * rules.positiveWeight, negatives * rules.negativeWeight);
    // Less is rounding.
    let bestScore = unsplit * (1 + 1e-12);
    let best: { feature: number; threshold: number } | undefined;
    for (let tried = 0; tried < features.length && best === undefined;) {
      const more = tried === 0 ? job.options.featuresPerSplit : 1;
      drawInPlace(features, tried, more, this.random);
      const drawn = features.subarray(tried, tried + more);
      countBins(histogram.positives, drawn, job.rows, this.positives, positiveFrom, positiveTo);
      countBins(histogram.negatives, drawn, job.rows, this.negatives, negativeFrom, negativeTo);
      for (let slot = 0; slot < more; slot++) {
        const feature = drawn[slot]!;
        const split = bestSplit(histogram, slot, job.binCounts[feature]!, positives, negatives, rules);
        if (split.score <= bestScore) continue;
        bestScore = split.score;
        best = { feature, threshold: split.threshold };
      }
      tried += more;
    }
    return best;
  }
}
