import { STATES, withoutAccents, ZIP_END, type State } from './brazil';
import { cosine } from './portableMath';
import { Random } from './random';
import { STREAM } from './streams';
import { WeightedChoice } from './weightedChoice';

export interface City {
  /** With accents, as some rows of the geolocation file write it. */
  accented: string;
  /** Without accents, as everything else writes it. */
  name: string;
  state: string;
  latitude: number;
  longitude: number;
}

/** Where people and sellers live: zip prefixes, each in one city. */
export interface Places {
  cities: readonly City[];
  /** Ascending. */
  zips: Int32Array;
  cityOfZip: Int16Array;
  /** Draws the index of a zip prefix. */
  customerZip: WeightedChoice;
  sellerZip: WeightedChoice;
  /** Kilometres between two cities (indexes), as the crow flies. */
  distance(from: number, to: number): number;
}

interface SettledCity extends City {
  customers: number;
  sellers: number;
  /** The city's first prefix, and the one after its last. */
  zips: readonly [number, number];
}

interface ListedCity {
  accented: string;
  zip: number;
  latitude: number;
  longitude: number;
  weight: number;
}

const MOST_ZIPS = 15_000;
const FEWEST_ZIPS = 300;
/** No city spreads over more prefixes, however far away the next one of the list begins. */
const MOST_ROOM = 5_900;
const EARTH_DEGREE_KM = 111.2;
const RADIANS = 3.141592653589793 / 180;

/** Lays out zip prefixes in proportion to where customers live: the more customers, the more of them. */
export function makePlaces(seed: number, customers: number): Places {
  const cities = STATES.flatMap(citiesOf);
  const wanted = Math.min(MOST_ZIPS, Math.max(FEWEST_ZIPS, Math.round(customers / 6)));
  const sum = cities.reduce((total, city) => total + city.customers, 0);
  const random = new Random().reseed(seed, STREAM.place, 0);
  const zips: number[] = [];
  const cityOfZip: number[] = [];
  const customerWeights: number[] = [];
  const sellerWeights: number[] = [];
  cities.forEach((city, cityIndex) => {
    const [low, end] = city.zips;
    const room = Math.min(MOST_ROOM, end - low - 1);
    const count = Math.max(1, Math.min(room, Math.round((wanted * city.customers) / sum)));
    const step = room / count;
    for (let nth = 0; nth < count; nth += 1) {
      zips.push(low + 1 + Math.floor(nth * step) + random.below(Math.floor(step)));
      cityOfZip.push(cityIndex);
      const crowd = random.lognormal(1, 0.6) / count;
      customerWeights.push(city.customers * crowd);
      sellerWeights.push(city.sellers * crowd);
    }
  });
  const kilometres = distances(cities);
  return {
    cities,
    zips: Int32Array.from(zips),
    cityOfZip: Int16Array.from(cityOfZip),
    customerZip: new WeightedChoice(customerWeights),
    sellerZip: new WeightedChoice(sellerWeights),
    distance: (from, to) => kilometres[from * cities.length + to] ?? 0,
  };
}

/** `01310` for 1310. */
export function zipText(zip: number): string {
  return String(zip).padStart(5, '0');
}

function citiesOf(state: State, nth: number): SettledCity[] {
  const parsed = parse(state);
  const sum = parsed.reduce((total, { weight }) => total + weight, 0);
  return parsed.map(({ weight, zip, accented, latitude, longitude }, index) => {
    const nextState = STATES[nth + 1];
    const next = parsed[index + 1] ?? (nextState === undefined ? undefined : parse(nextState)[0]);
    return {
      accented,
      name: withoutAccents(accented),
      state: state.code,
      latitude,
      longitude,
      customers: (state.customers * weight) / sum,
      sellers: (state.sellers * weight) / sum,
      zips: [zip, next?.zip ?? ZIP_END],
    };
  });
}

function parse({ cities }: State): ListedCity[] {
  return cities.split(';').map((text) => {
    const [accented = '', ...figures] = text.trim().split('/');
    const [zip = 0, latitude = 0, longitude = 0, weight = 0] = figures.map(Number);
    return { accented, zip, latitude, longitude, weight };
  });
}

function distances(cities: readonly City[]): Float64Array {
  const result = new Float64Array(cities.length * cities.length);
  cities.forEach((from, row) => {
    cities.forEach((to, column) => {
      const north = from.latitude - to.latitude;
      const east = (from.longitude - to.longitude) * cosine(((from.latitude + to.latitude) / 2) * RADIANS);
      result[row * cities.length + column] = EARTH_DEGREE_KM * Math.sqrt(north * north + east * east);
    });
  });
  return result;
}
