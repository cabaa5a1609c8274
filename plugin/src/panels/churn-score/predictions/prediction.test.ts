import { MOST_IN_ALL, MOST_PER_CUSTOMER, parsePredictions, withPrediction, type Prediction } from './prediction';

function prediction(id: string, customer = 'a'): Prediction {
  const changes = [{ feature: 'recency_days', label: 'Recency', unit: 'days', from: null, to: 30 }];
  return { id, customer, at: 1, changes, before: 0.9, after: 0.8, band: 'low' };
}

describe('what a viewer has tried', () => {
  it('stands with the latest in front', () => {
    expect(withPrediction([prediction('1')], prediction('2')).map(({ id }) => id)).toEqual(['2', '1']);
  });

  it('holds each attempt once', () => {
    const kept = withPrediction([prediction('1'), prediction('2')], { ...prediction('1'), after: 0.7 });
    expect(kept.map(({ id, after }) => [id, after])).toEqual([
      ['1', 0.7],
      ['2', 0.8],
    ]);
  });

  it('keeps so many of a customer, and leaves the others alone', () => {
    const other = prediction('x', 'b');
    let kept: Prediction[] = [other];
    for (let index = 0; index < 20; index++) kept = withPrediction(kept, prediction(String(index)));
    expect(kept.filter(({ customer }) => customer === 'a')).toHaveLength(MOST_PER_CUSTOMER);
    expect(kept).toContain(other);
    expect(kept[0]?.id).toBe('19');
  });

  it('keeps so many in all', () => {
    let kept: Prediction[] = [];
    for (let index = 0; index < 2 * MOST_IN_ALL; index++) kept = withPrediction(kept, prediction('1', String(index)));
    expect(kept).toHaveLength(MOST_IN_ALL);
  });

  it('is read back as it was kept', () => {
    const kept = [prediction('1'), prediction('2', 'b')];
    expect(parsePredictions(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
  });

  it.each([
    undefined,
    null,
    'text',
    {},
    [null],
    [{ ...prediction('1'), band: 'purple' }],
    [{ ...prediction('1'), after: 'much' }],
    [{ ...prediction('1'), changes: [{ feature: 'x' }] }],
    [{ ...prediction('1'), changes: undefined }],
  ])('leaves out what it cannot read: %j', (kept) => {
    expect(parsePredictions(kept)).toEqual([]);
  });
});
