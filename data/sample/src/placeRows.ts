import type { Sellers } from './catalogue';
import { idField, textField } from './csv';
import { zipText, type City, type Places } from './places';
import { Random } from './random';
import { STREAM } from './streams';

/** One zip prefix in so many has no row in the geolocation file. */
const UNLOCATED = 150;
/** One row in so many lies somewhere else in the world. */
const ASTRAY = 20_000;
const MOST_ROWS_PER_ZIP = 40;

/** The lines of the geolocation file: many per zip prefix, ascending, some of them twice. */
export function* geolocationRows(seed: number, customers: number, places: Places): Generator<string> {
  const random = new Random();
  const usual = Math.min(MOST_ROWS_PER_ZIP, 7 + customers / 2500);
  for (let zip = 0; zip < places.zips.length; zip += 1) {
    if (zip % UNLOCATED === UNLOCATED - 1) continue;
    const city = places.cities[places.cityOfZip[zip] ?? 0];
    if (city === undefined) continue;
    random.reseed(seed, STREAM.geolocation, zip);
    yield rowsOfZip(random, zipText(places.zips[zip] ?? 0), city, Math.ceil(random.lognormal(usual, 0.9)));
  }
}

/** The lines of the seller file; a few sellers wrote more than a city, or something else, into its field. */
export function* sellerRows(sellers: Sellers, places: Places): Generator<string> {
  for (let seller = 0; seller < sellers.ids.length; seller += 1) {
    const zip = sellers.zip[seller] ?? 0;
    const city = places.cities[places.cityOfZip[zip] ?? 0];
    if (city === undefined) continue;
    const prefix = zipText(places.zips[zip] ?? 0);
    yield `${idField(sellers.ids[seller] ?? '')},"${prefix}",${textField(sellerCity(seller, city, prefix))},${city.state}\n`;
  }
}

function sellerCity(seller: number, city: City, prefix: string): string {
  switch (seller % 500) {
    case 11:
      return `${city.name}, ${city.state.toLowerCase()}, brasil`;
    case 17:
      return `${city.name} / ${city.state.toLowerCase()}`;
    case 23:
      return `${prefix}000`;
    default:
      return city.name;
  }
}

function rowsOfZip(random: Random, zip: string, city: City, count: number): string {
  const latitude = city.latitude + 0.02 * random.normal();
  const longitude = city.longitude + 0.02 * random.normal();
  let rows = '';
  let row = '';
  for (let nth = 0; nth < count; nth += 1) {
    if (nth === 0 || !random.chance(0.25)) {
      const astray = random.below(ASTRAY) === 0 ? 60 : 0;
      const name = random.chance(0.12) ? city.accented : city.name;
      row = `"${zip}",${latitude + astray + 0.004 * random.normal()},${longitude + astray + 0.004 * random.normal()},${name},${city.state}\n`;
    }
    rows += row;
  }
  return rows;
}
