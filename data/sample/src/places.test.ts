import { CATEGORIES } from './categories';
import { makePlaces, zipText } from './places';
import { Random } from './random';

describe('places', () => {
  const places = makePlaces(1, 60_000);
  const index = (name: string): number => places.cities.findIndex((city) => city.name === name);

  it('have ascending, distinct zip prefixes', () => {
    places.zips.forEach((zip, nth) => {
      if (nth > 0) expect(zip).toBeGreaterThan(places.zips[nth - 1] ?? Infinity);
    });
    expect(zipText(places.zips[0] ?? 0)).toMatch(/^01\d{3}$/);
  });

  it('are 27 states, with cities of plain letters inside of Brazil', () => {
    expect(new Set(places.cities.map(({ state }) => state)).size).toBe(27);
    for (const { name, latitude, longitude } of places.cities) {
      expect(name).toMatch(/^[a-z -]+$/);
      expect(latitude).toBeGreaterThan(-34);
      expect(latitude).toBeLessThan(6);
      expect(longitude).toBeGreaterThan(-74);
      expect(longitude).toBeLessThan(-34);
    }
  });

  it('lie as far apart as on the map', () => {
    expect(places.distance(index('sao paulo'), index('rio de janeiro'))).toBeGreaterThan(340);
    expect(places.distance(index('sao paulo'), index('rio de janeiro'))).toBeLessThan(380);
    expect(places.distance(index('manaus'), index('manaus'))).toBe(0);
  });

  it('send most customers to the states where most people shop', () => {
    const random = new Random().reseed(1, 1, 1);
    const counts = new Map<string, number>();
    for (let draw = 0; draw < 20_000; draw += 1) {
      const state = places.cities[places.cityOfZip[places.customerZip.draw(random)] ?? 0]?.state ?? '';
      counts.set(state, (counts.get(state) ?? 0) + 1);
    }
    expect((counts.get('SP') ?? 0) / 20_000).toBeCloseTo(0.42, 1);
    expect(
      [...counts]
        .sort((a, b) => b[1] - a[1])
        .slice(0, 3)
        .map(([state]) => state),
    ).toEqual(['SP', 'RJ', 'MG']);
  });

  it.each([100, 50_000_000])('fit for %p customers', (customers) => {
    const { zips } = makePlaces(1, customers);
    expect(zips.length).toBeGreaterThan(150);
    expect(zips.length).toBeLessThanOrEqual(15_100);
  });
});

describe('categories', () => {
  it('are 71 with a translation and two without, in snake case, each once', () => {
    const translated = CATEGORIES.filter(({ untranslated }) => !untranslated);
    expect(translated).toHaveLength(71);
    expect(CATEGORIES).toHaveLength(73);
    expect(new Set(CATEGORIES.map(({ name }) => name)).size).toBe(73);
    expect(new Set(translated.map(({ english }) => english)).size).toBe(71);
    for (const { name, english } of translated) expect(`${name} ${english}`).toMatch(/^[a-z_]+ [a-z_]+$/);
  });

  it('all have a price, a weight and buyers', () => {
    for (const { medianPrice, spread, grams, popularity } of CATEGORIES) {
      for (const figure of [medianPrice, spread, grams, popularity]) expect(figure).toBeGreaterThan(0);
    }
  });
});
