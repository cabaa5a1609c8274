/** The names of the independent random streams (first argument after the seed in `Random.reseed`). */
export const STREAM = {
  person: 1,
  visit: 2,
  order: 3,
  loyalty: 4,
  product: 5,
  seller: 6,
  place: 7,
  geolocation: 8,
  calendar: 9,
  review: 10,
  pilot: 11,
} as const;
