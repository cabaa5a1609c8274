import { decodeArray, encodeArray } from './base64';
import { MAX_VALUE_BINS, type FeatureBins } from './bins';
import { checkTree } from './check-tree';
import type { TreeEnsemble, TreeModel } from './ensemble';
import { ModelFormatError } from './errors';
import type { Tree } from './tree';

const FORMAT = 'churnwatch-trees';
const VERSION = 1;
const LINKS: readonly TreeEnsemble['link'][] = ['mean', 'logit-sum'];

/** A model as JSON. Arrays are base64 of their bytes, least significant first; those of all trees stand end to end. */
export interface EncodedModel {
  format: typeof FORMAT;
  version: typeof VERSION;
  /** The algorithm. */
  name: string;
  link: TreeEnsemble['link'];
  base: number;
  /** Edges of each feature's bins, Float64. */
  bins: string[];
  /** Nodes of each tree, Int32. */
  sizes: string;
  /** Int16, Uint8, Int32, Float64 and Float32, a value per node. */
  feature: string;
  threshold: string;
  left: string;
  value: string;
  cover: string;
}

/** The model as an object that JSON can hold. */
export function encode(name: string, { bins, ensemble }: TreeModel): EncodedModel {
  const { trees } = ensemble;
  const all = <K extends keyof Tree>(key: K) => trees.flatMap((tree) => Array.from(tree[key]));
  return {
    format: FORMAT,
    version: VERSION,
    name,
    link: ensemble.link,
    base: ensemble.base,
    bins: bins.map((edges) => encodeArray('float64', edges)),
    sizes: encodeArray(
      'int32',
      Int32Array.from(trees, (tree) => tree.feature.length),
    ),
    feature: encodeArray('int16', all('feature')),
    threshold: encodeArray('uint8', all('threshold')),
    left: encodeArray('int32', all('left')),
    value: encodeArray('float64', all('value')),
    cover: encodeArray('float32', all('cover')),
  };
}

/** @throws ModelFormatError naming the part that is wrong */
export function decode(encoded: unknown): { name: string; model: TreeModel } {
  if (typeof encoded !== 'object' || encoded === null) throw new ModelFormatError('The model is not an object.');
  const fields: Readonly<Record<string, unknown>> = { ...encoded };
  if (fields['format'] !== FORMAT || fields['version'] !== VERSION) {
    throw new ModelFormatError(
      `The model is of format ${fields['format']} ${fields['version']}; this version reads ${FORMAT} ${VERSION}. Train again.`,
    );
  }
  const { name, base } = fields;
  if (typeof name !== 'string') throw new ModelFormatError("The model's name is missing.");
  if (typeof base !== 'number' || !Number.isFinite(base)) {
    throw new ModelFormatError(`The model's base is ${base}; it must be a number.`);
  }
  const link = LINKS.find((known) => known === fields['link']);
  if (!link) throw new ModelFormatError(`The model's link is ${fields['link']}; known: ${LINKS.join(', ')}.`);
  const bins = decodeBins(fields['bins']);
  return { name, model: { bins, ensemble: { link, base, trees: decodeTrees(fields, bins) } } };
}

function decodeBins(encoded: unknown): FeatureBins {
  if (!Array.isArray(encoded) || encoded.length === 0) throw new ModelFormatError("The model's bins are missing.");
  return encoded.map((text: unknown, feature) => {
    const edges = Float64Array.from(decodeArray('float64', text, `bins of feature ${feature}`));
    if (edges.length >= MAX_VALUE_BINS) {
      throw new ModelFormatError(`Feature ${feature} has ${edges.length} edges; ${MAX_VALUE_BINS - 1} is the most.`);
    }
    edges.forEach((edge, i) => {
      if (i === 0 ? !Number.isNaN(edge) : edge > edges[i - 1]!) return;
      throw new ModelFormatError(`The edges of feature ${feature} do not ascend at ${i}.`);
    });
    return edges;
  });
}

function decodeTrees(fields: Readonly<Record<string, unknown>>, bins: FeatureBins): Tree[] {
  const sizes = decodeArray('int32', fields['sizes'], 'sizes');
  if (sizes.length === 0) throw new ModelFormatError('The model has no trees.');
  const empty = sizes.findIndex((size) => size < 1);
  if (empty >= 0) throw new ModelFormatError(`Tree ${empty} has ${sizes[empty]} nodes.`);
  const nodes = sizes.reduce((sum, size) => sum + size, 0);
  const read = (type: Parameters<typeof decodeArray>[0], part: keyof Tree): number[] => {
    const values = decodeArray(type, fields[part], part);
    if (values.length === nodes) return values;
    throw new ModelFormatError(`The model's ${part} has ${values.length} values for ${nodes} nodes.`);
  };
  const all = {
    feature: Int16Array.from(read('int16', 'feature')),
    threshold: Uint8Array.from(read('uint8', 'threshold')),
    left: Int32Array.from(read('int32', 'left')),
    value: Float64Array.from(read('float64', 'value')),
    cover: Float32Array.from(read('float32', 'cover')),
  };
  let from = 0;
  return sizes.map((size, index) => {
    const to = from + size;
    const tree: Tree = {
      feature: all.feature.slice(from, to),
      threshold: all.threshold.slice(from, to),
      left: all.left.slice(from, to),
      value: all.value.slice(from, to),
      cover: all.cover.slice(from, to),
    };
    checkTree(tree, index, bins.length);
    from = to;
    return tree;
  });
}
