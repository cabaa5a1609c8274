import { encodeArray } from './base64';
import type { EncodedModel } from './encode';
import { ModelFormatError } from './errors';
import { trainBoosting } from './gradient-boosting';
import { restoreTrees } from './learned-trees';
import { trainForest } from './random-forest';
import { exclusiveOr } from './testing/synthetic';

const data = exclusiveOr(400, 1);

test.each([
  ['forest', () => trainForest(data, { trees: 7, minLeaf: 3 })],
  ['boosting', () => trainBoosting(data, { rounds: 7, minLeaf: 5 })],
])('a %s read back from JSON is the same', async (_, train) => {
  const learned = await train();
  const text = JSON.stringify(learned.encode());
  const restored = restoreTrees(JSON.parse(text));
  expect(restored.name).toBe(learned.name);
  expect(restored.model).toEqual(learned.model);
  expect(JSON.stringify(restored.encode())).toBe(text);
  expect(restored.predict(data.columns)).toEqual(learned.predict(data.columns));
});

test('a node takes less than 30 characters', async () => {
  const learned = await trainForest(data, { trees: 50, minLeaf: 1 });
  const nodes = learned.model.ensemble.trees.reduce((sum, { feature }) => sum + feature.length, 0);
  const { bins, ...trees } = learned.encode();
  expect(bins).toHaveLength(5);
  expect(JSON.stringify(trees).length).toBeLessThan(30 * nodes);
});

describe('a damaged model', () => {
  /** One tree: a root that asks about feature 0, and two leaves. */
  const whole: EncodedModel = {
    format: 'churnwatch-trees',
    version: 1,
    name: 'random-forest',
    link: 'mean',
    base: 0,
    bins: [encodeArray('float64', [0.5])],
    sizes: encodeArray('int32', [3]),
    feature: encodeArray('int16', [0, -1, -1]),
    threshold: encodeArray('uint8', [1, 0, 0]),
    left: encodeArray('int32', [1, 0, 0]),
    value: encodeArray('float64', [0.5, 0, 1]),
    cover: encodeArray('float32', [2, 1, 1]),
  };

  test('is none before it is damaged', () => {
    expect(Array.from(restoreTrees(whole).predict([Float64Array.of(0, 1)]))).toEqual([0, 1]);
  });

  test.each([
    ['nothing', null, 'not an object'],
    ['another format', { ...whole, format: 'onnx' }, 'of format onnx 1'],
    ['a later version', { ...whole, version: 2 }, 'churnwatch-trees 2; this version reads churnwatch-trees 1'],
    ['no name', { ...whole, name: undefined }, 'name is missing'],
    ['an unknown link', { ...whole, link: 'softmax' }, 'link is softmax; known: mean, logit-sum'],
    ['no base', { ...whole, base: NaN }, 'base is NaN'],
    ['no bins', { ...whole, bins: [] }, 'bins are missing'],
    ['an edge of NaN', { ...whole, bins: [encodeArray('float64', [NaN])] }, 'edges of feature 0 do not ascend at 0'],
    ['edges out of order', { ...whole, bins: [encodeArray('float64', [2, 1])] }, 'do not ascend at 1'],
    ['too many edges', { ...whole, bins: [encodeArray('float64', new Array(255).fill(0))] }, '254 is the most'],
    ['no trees', { ...whole, sizes: '' }, 'has no trees'],
    ['an empty tree', { ...whole, sizes: encodeArray('int32', [3, 0]) }, 'Tree 1 has 0 nodes'],
    ['a missing part', { ...whole, left: undefined }, 'left is missing'],
    ['text that is no base64', { ...whole, value: '%%%%' }, 'value is not base64'],
    [
      'cut-off bytes',
      { ...whole, value: encodeArray('uint8', [1, 2, 3]) },
      '3 bytes, which is no whole number of float64',
    ],
    ['too few values', { ...whole, cover: encodeArray('float32', [1]) }, 'cover has 1 values for 3 nodes'],
    ['a value of NaN', { ...whole, value: encodeArray('float64', [0, NaN, 1]) }, 'Node 1 of tree 0 has the value NaN'],
    ['a negative cover', { ...whole, cover: encodeArray('float32', [2, -1, 1]) }, 'Node 1 of tree 0 has the cover -1'],
    ['an unknown feature', { ...whole, feature: encodeArray('int16', [1, -1, -1]) }, 'asks about feature 1 of 1'],
    ['a negative feature', { ...whole, feature: encodeArray('int16', [-2, -1, -1]) }, 'asks about feature -2'],
    ['a way back', { ...whole, left: encodeArray('int32', [0, 0, 0]) }, 'leads back to node 0'],
    ['a way out', { ...whole, left: encodeArray('int32', [2, 0, 0]) }, 'leads to node 3 of 3'],
  ])('%s', (_, model, message) => {
    expect(() => restoreTrees(model)).toThrow(ModelFormatError);
    expect(() => restoreTrees(model)).toThrow(message);
  });
});
