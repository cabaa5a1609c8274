import { placedCities } from './placed';
import type { Degrees } from './state-shapes';

const city = (at: Degrees | null, state = 'SP') => ({ at, state });

it('puts a city on the map that lies in its state, or a little off its coarse outline', () => {
  const cities = [city([-46.63, -23.55]), city([-45.3, -23.9]), city([-60.02, -3.12], 'AM')];
  expect(placedCities(cities)).toEqual(cities);
});

it('puts none there whose place is unknown, lies elsewhere, or in no state of Brazil', () => {
  expect(placedCities([city(null), city([-60, 0]), city([-46.63, -23.55], 'XX')])).toEqual([]);
});
