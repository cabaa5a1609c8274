import { CITIES, frameOf, link, shopFrames, STATES } from '../testing/frames';
import { readPlaces } from './readPlaces';

describe('reading places', () => {
  it('finds states and cities, whichever comes first', () => {
    const reading = readPlaces(shopFrames().toReversed());
    if (reading.state !== 'ready') throw new Error('not ready');
    const { states, cities, asOf } = reading.model;
    expect(states?.places[0]).toMatchObject({ key: 'SP', name: 'São Paulo', state: 'SP', at: null });
    expect(cities?.places[0]).toMatchObject({ key: 'sao paulo (SP)', name: 'São Paulo', at: [-46.63, -23.55] });
    expect(asOf).toBe('2018-08-31');
  });

  it('names states by their codes where the answer does not', () => {
    const reading = readPlaces([
      frameOf([
        { state: 'BA', revenue: 1 },
        { state: 'XX', revenue: 2 },
      ]),
    ]);
    expect(reading).toMatchObject({
      model: { states: { places: [{ name: 'Bahia' }, { name: 'XX' }] }, cities: null },
    });
  });

  it('knows what is not known', () => {
    const reading = readPlaces([frameOf([{ ...CITIES[0], latitude: null, revenue: Number.NaN }])]);
    expect(reading).toMatchObject({ model: { cities: { places: [{ at: null, figures: { revenue: null } }] } } });
  });

  it.each([
    ['nothing', [], { state: 'empty' }],
    ['no rows', [frameOf([])], { state: 'empty' }],
    ['no state', [frameOf([{ city: 'x', revenue: 1 }])], { state: 'missing', field: 'state' }],
    ['no measure', [frameOf([{ state: 'SP', mean_recency: 1 }])], { state: 'missing', field: 'revenue' }],
  ])('says what is missing: %s', (_, frames, expected) => {
    expect(readPlaces(frames)).toEqual(expected);
  });

  it('carries the links of the field that names the place', () => {
    const customers = link('/x');
    const reading = readPlaces([frameOf(STATES, ({ valueRowIndex }) => (valueRowIndex === 1 ? [customers] : []))]);
    expect(reading).toMatchObject({
      model: { states: { places: [{ links: [] }, { links: [customers] }, {}, {}, {}] } },
    });
  });
});
