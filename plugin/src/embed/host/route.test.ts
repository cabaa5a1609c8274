import { embedRouteOf, routeOf } from './route';

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

it.each([
  ['/embed/overview', { uid: 'overview', panel: undefined }],
  ['/embed/overview/9', { uid: 'overview', panel: 9 }],
  ['/embed/a%20b/', { uid: 'a b', panel: undefined }],
  ['/embed/overview/nine', undefined],
  ['/embed/', undefined],
  ['/d/overview', undefined],
])('an embedded %s', (path, route) => {
  expect(embedRouteOf(path)).toEqual(route);
});
