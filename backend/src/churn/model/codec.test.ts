import { explain, churnProbabilities, type ChurnModel } from './churn-model';
import { decodeModel, encodeModel } from './codec';
import { ModelFileError } from './errors';
import { sealModel, unsealModel } from './model-file';
import { madeUpColumns, smallModel } from './testing/small-model';

let model: ChurnModel;
let payload: Record<string, unknown>;
beforeAll(async () => {
  model = await smallModel();
  payload = { ...encodeModel(model) };
});

const through = (text: string): ChurnModel => decodeModel(unsealModel(text, 'a.model.json'), 'a.model.json');
const read = (changes: Record<string, unknown>): (() => ChurnModel) => {
  const text = sealModel({ ...payload, ...changes });
  return () => through(text);
};

/** The first parts of the payload with one of them changed. */
const withPart = (index: number, change: object): unknown[] =>
  (payload['parts'] as object[]).map((part, i) => (i === index ? { ...part, ...change } : part));

test('a model that was written and read answers the same, bit for bit', () => {
  const again = through(sealModel(encodeModel(model)));
  const columns = madeUpColumns(300, 9);
  expect(churnProbabilities(again, columns)).toEqual(churnProbabilities(model, columns));
  expect(explain(again, columns)).toEqual(explain(model, columns));
  expect({ ...again, parts: [] }).toEqual({ ...model, parts: [] });
  expect(sealModel(encodeModel(again))).toBe(sealModel(encodeModel(model)));
});

test('unknown typical values stay unknown', () => {
  expect(through(sealModel(encodeModel(model))).typical[2]).toBeNaN();
});

test.each([0, 1, 40, 0.5, 0.99])('a file cut off at %d is no whole model file', (at) => {
  const text = sealModel(encodeModel(model));
  const cut = text.slice(0, at < 1 ? Math.floor(text.length * at) : at);
  expect(() => through(cut)).toThrow(
    new ModelFileError('a.model.json is no whole model file. Train again with "churnwatch train".'),
  );
});

test('JSON that is no model file is told from one', () => {
  for (const text of ['null', '[]', '"x"', '{}', '{"format":"other","version":1,"sha256":"","payload":"{}"}'])
    expect(() => through(text)).toThrow('is no whole model file');
});

test('a changed digit is noticed wherever it is', () => {
  const text = sealModel(encodeModel(model));
  const places = [...text.matchAll(/\d/g)].map(({ index }) => index).filter((at) => at > text.indexOf('payload'));
  for (const at of [places[0]!, places[Math.floor(places.length / 2)]!, places.at(-1)!]) {
    const other = text[at] === '1' ? '2' : '1';
    const changed = text.slice(0, at) + other + text.slice(at + 1);
    expect(() => through(changed)).toThrow('was changed after it was written: its checksum does not match');
  }
});

test('a file of another version says which', () => {
  const text = sealModel(encodeModel(model)).replace('"version":1', '"version":2');
  expect(() => through(text)).toThrow('a.model.json is of version 2, this program reads version 1. Train again');
});

test('a model of other features, or in another order, is refused', () => {
  const features = payload['features'] as string[];
  const chance = features.at(-1)!;
  const swapped = [...features.slice(0, -1), 'failed_payments', 'support_tickets', chance];
  const twice = [...features.slice(0, -1), 'pages_viewed', 'pages_viewed', chance];
  for (const other of [features.slice(1), [...features].reverse(), [...features, 'tickets'], swapped, twice])
    expect(read({ features: other })).toThrow('a.model.json cannot be used: it was trained on other features');
});

test('a model may have some features of events, and says which', async () => {
  const ofEvents = ['failed_payments', 'days_since_interest'];
  const other = await smallModel({}, ofEvents);
  const again = through(sealModel(encodeModel(other)));
  expect(again.features).toEqual([...model.features.slice(0, -1), ...ofEvents, 'return_chance']);
  expect(sealModel(encodeModel(again))).toBe(sealModel(encodeModel(other)));
  // One that names them but knows nothing of them.
  expect(read({ features: other.features })).toThrow('holds trees for 40 features, not 42');
});

test.each([
  'facts',
  'features',
  'parts',
  'typical',
  'references',
  'quality',
  'gates',
  'calibration',
  'rhythm',
  'value',
])('a model without %s is refused by name of the file', (key) => {
  for (const wrong of [undefined, null, 'text', {}]) {
    expect(read({ [key]: wrong })).toThrow(ModelFileError);
    expect(read({ [key]: wrong })).toThrow(/^a\.model\.json cannot be used: .*[Tt]rain/);
  }
});

test('a payload that is no object is refused', () => {
  for (const wrong of [null, 3, [], 'x'])
    expect(() => decodeModel(wrong, 'b')).toThrow('b cannot be used: the model is missing');
});

test.each([
  ['facts', { id: undefined }],
  ['facts', { horizonDays: null }],
  ['facts', { trainingCuts: '2018-03-01' }],
  ['quality', { metrics: undefined }],
  ['quality', { confusion: {} }],
  ['quality', { customers: null }],
])('%s that lack a field (%j) are not whole', (key, change) => {
  const whole = payload[key] as object;
  expect(read({ [key]: { ...whole, ...change } })).toThrow(`${key} is missing or not whole. Train again.`);
});

test('gates without an outcome are refused', () => {
  expect(read({ gates: [{ gate: 'customers' }] })).toThrow('gates is missing or not whole');
});

describe('a part', () => {
  test.each([-0.1, 1.1, Number.NaN, '0.5', undefined])('whose weight is %p is refused', (weight) => {
    expect(read({ parts: withPart(0, { weight }) })).toThrow('a part whose weight is no share');
  });

  test('may not weigh more, or less, than is left of the whole', () => {
    expect(read({ parts: withPart(0, { weight: 0.5 }) })).toThrow('its parts do not fit together');
    expect(read({ parts: withPart(0, { weight: 0 }) })).toThrow('its parts do not fit together');
    expect(read({ parts: [] })).toThrow('its parts do not fit together');
  });

  test('of an unknown kind, or that is no part, is refused', () => {
    expect(read({ parts: withPart(1, { kind: 'neural' }) })).toThrow('a part of a kind that is not known');
    expect(read({ parts: [null] })).toThrow('no share');
  });

  test.each([{ feature: -1 }, { feature: 1_000 }, { feature: 0.5 }, { base: 2 }, { base: null }, { name: 7 }])(
    'that points at no feature (%j) is refused',
    (change) => expect(read({ parts: withPart(2, change) })).toThrow('a part that names no feature'),
  );

  test('with trees for fewer features is refused', () => {
    const { model: trees, ...rest } = (payload['parts'] as { model: { bins: unknown[] } }[])[0]!;
    const fewer = { ...rest, model: { ...trees, bins: trees.bins.slice(0, 3) } };
    expect(read({ parts: [fewer, ...(payload['parts'] as object[]).slice(1)] })).toThrow(ModelFileError);
  });

  test('with damaged trees is refused', () => {
    expect(read({ parts: withPart(0, { model: {} }) })).toThrow(
      /^a\.model\.json cannot be used: The model is of format/,
    );
  });
});

test('too few typical values or references do not fit', () => {
  for (const key of ['typical', 'references'])
    expect(read({ [key]: (payload[key] as unknown[]).slice(1) })).toThrow('its parts do not fit together');
});
