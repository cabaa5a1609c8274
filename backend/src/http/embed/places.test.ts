import { PlaceError, readHosts, readOrigins } from './places';

it('takes origins of pages, with and without a port, and of all names below one', () => {
  const given = ['https://intranet.example', ' HTTP://127.0.0.1:8080/ ', 'https://*.example.com'];
  expect(readOrigins(given)).toEqual(['https://intranet.example', 'http://127.0.0.1:8080', 'https://*.example.com']);
});

it.each([
  '*',
  'https://*',
  'intranet.example',
  "'self'",
  "'none'; script-src *",
  'https://a.example; script-src *',
  'https://a.example https://b.example',
  'https://a.example\r\nset-cookie: a=b',
  'https://a.example/path',
  'https://user@a.example',
  'https://a.example?x',
  'javascript:alert(1)',
  'data:',
  'null',
  'https://exämple.de',
  '',
])('refuses %j as an origin', (origin) => {
  expect(() => readOrigins([origin])).toThrow(PlaceError);
});

it('takes host names', () => {
  expect(readHosts(['Figures.Example.com'])).toEqual(['figures.example.com']);
});

it.each(['localhost', '127.0.0.1', 'https://a.example', 'a.example:80', 'a.example/x', '*', 'a b', ''])(
  'refuses %j as a name for visitors',
  (host) => {
    expect(() => readHosts([host])).toThrow(PlaceError);
  },
);
