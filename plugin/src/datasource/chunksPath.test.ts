import { chunksPath } from './chunksPath';

describe('where parts of the bundle are loaded from', () => {
  it.each([
    [
      'http://g/sub/public/plugins/churnwatch-warehouse-datasource/',
      'http://g/sub/public/plugins/churnwatch-retention-app/',
    ],
    [
      'https://cdn/churnwatch-retention-app/0.1.0/public/plugins/churnwatch-retention-app/datasource/',
      'https://cdn/churnwatch-retention-app/0.1.0/public/plugins/churnwatch-retention-app/',
    ],
    ['public/plugins/churnwatch-retention-app/', 'public/plugins/churnwatch-retention-app/'],
  ])('%s: %s', (own, path) => {
    expect(chunksPath(own)).toBe(path);
  });
});
