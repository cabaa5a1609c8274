import { routeOf } from './route';

it.each([
  ['/', { page: 'list' }],
  ['/index.html', { page: 'list' }],
  ['/d/overview', { page: 'dashboard', uid: 'overview' }],
  ['/d/overview/executive-overview', { page: 'dashboard', uid: 'overview' }],
  ['/d/a%20b', { page: 'dashboard', uid: 'a b' }],
  ['/d/%E0%A4%A', { page: 'dashboard', uid: '%E0%A4%A' }],
  ['/d/', { page: 'missing' }],
  ['/explore', { page: 'missing' }],
])('%s', (path, route) => {
  expect(routeOf(path)).toEqual(route);
});
