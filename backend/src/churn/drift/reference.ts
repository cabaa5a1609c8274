import { countWhere } from '../../contract';

/** A reference or values that cannot be compared; the message says why and what to do. */
export class DriftError extends Error {
  override readonly name = 'DriftError';
}

/**
 * How a feature or score was spread in training, kept with the model as JSON. Bin i holds values from edges[i - 1]
 * (inclusive) to edges[i] (exclusive), the first and the last bin being open: edges.length + 1 bins. Unknown values are
 * a bin of their own at the end of `counts`.
 */
export interface DriftReference {
  /** Strictly ascending; empty when all known values were equal or there were none. */
  edges: number[];
  /** Customers per bin, unknown ones last: edges.length + 2 whole numbers. */
  counts: number[];
}

/**
 * Bins values by their quantiles (deciles by default). A value that many customers share fills a bin of its own where
 * it can, so that a feature with few values keeps them apart.
 *
 * @param values NaN where not known
 * @throws DriftError without any values, or for a number of bins below 2
 */
export function buildDriftReference(values: Float64Array, bins = 10): DriftReference {
  if (values.length === 0)
    throw new DriftError('There are no training values to remember: train on a cut with customers.');
  if (!Number.isInteger(bins) || bins < 2) throw new DriftError(`${bins} bins: give a whole number from 2.`);
  const known = values.filter((value) => !Number.isNaN(value)).sort();
  const distinct = known.filter((value, i) => i === 0 || value !== known[i - 1]);
  const chosen = distinct.length <= bins ? [...distinct.subarray(1)] : quantileEdges(known, bins);
  // JSON knows no -0.
  const edges = chosen.map((edge) => edge + 0);
  return { edges, counts: countPerBin(edges, values) };
}

function quantileEdges(sorted: Float64Array, bins: number): number[] {
  const edges = new Set<number>();
  for (let bin = 1; bin < bins; bin++) {
    const at = sorted[Math.floor((bin * sorted.length) / bins)]!;
    // The lowest value needs no edge below it, but one above where it alone fills the bin.
    const edge = at === sorted[0] ? sorted.find((value) => value > at) : at;
    if (edge !== undefined) edges.add(edge);
  }
  return [...edges].sort((a, b) => a - b);
}

/** Customers per bin, unknown ones last. */
export function countPerBin(edges: readonly number[], values: Float64Array): number[] {
  const counts = new Array<number>(edges.length + 2).fill(0);
  for (const value of values) counts[Number.isNaN(value) ? edges.length + 1 : binOf(edges, value)]!++;
  return counts;
}

const binOf = (edges: readonly number[], value: number): number => countWhere(edges, (edge) => edge <= value);

/**
 * A reference from parsed JSON.
 *
 * @throws DriftError when it is none
 */
export function decodeDriftReference(value: unknown): DriftReference {
  const given = new Map<string, unknown>(Object.entries(typeof value === 'object' && value !== null ? value : {}));
  const edges = numbers(given.get('edges'), 'edges');
  const counts = numbers(given.get('counts'), 'counts');
  if (edges.some((edge, i) => i > 0 && edge <= edges[i - 1]!)) throw unusable('its edges do not ascend');
  if (counts.length !== edges.length + 2) throw unusable(`it has ${counts.length} counts for ${edges.length} edges`);
  if (counts.some((count) => count < 0 || !Number.isInteger(count)) || counts.every((count) => count === 0))
    throw unusable('its counts are no numbers of customers');
  return { edges, counts };
}

function numbers(value: unknown, name: string): number[] {
  const isFiniteNumber = (item: unknown): item is number => typeof item === 'number' && Number.isFinite(item);
  if (!Array.isArray(value) || !value.every(isFiniteNumber)) throw unusable(`"${name}" is no list of numbers`);
  return value;
}

function unusable(why: string): DriftError {
  return new DriftError(`The model's drift reference cannot be used: ${why}. Train the model again.`);
}
