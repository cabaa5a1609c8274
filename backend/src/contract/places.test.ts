import { nameOfPlace, withoutPlaces } from './places';

it.each([
  ['/srv/shops/olist', 'olist'],
  ['/srv/shops/olist/', 'olist'],
  ['C:\\shops\\olist', 'olist'],
  ['olist', 'olist'],
  ['/', '/'],
])('%s is named %s', (path, name) => {
  expect(nameOfPlace(path)).toBe(name);
});

it.each([
  ['There is no folder /srv/shops/olist.', 'There is no folder olist.'],
  ['/srv/olist/orders.csv: column "id" is missing.', 'orders.csv: column "id" is missing.'],
  ['It lies in "D:\\shops\\olist", since 2018-08-28T10:00:00Z.', 'It lies in "olist", since 2018-08-28T10:00:00Z.'],
  ['See https://example.com/docs/files and/or/else 1/2/3.', 'See https://example.com/docs/files and/or/else 1/2/3.'],
  ['orders.csv is cut off: the gzip data ends too early.', 'orders.csv is cut off: the gzip data ends too early.'],
])('%s becomes %s', (text, short) => {
  expect(withoutPlaces(text)).toBe(short);
});

it('knows paths with spaces and of one part where they are told', () => {
  const text = '/srv/my shop/order files lacks the required file a.csv; /shop is full.';
  const known = ['/srv/my shop', '/srv/my shop/order files', '/shop', ''];
  expect(withoutPlaces(text, known)).toBe('order files lacks the required file a.csv; shop is full.');
});
