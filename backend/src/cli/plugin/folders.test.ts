import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dataFolder, warehouseFolder } from './folders';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'churnwatch-folders-'))));
afterEach(() => {
  chmodSync(folder, 0o700);
  rmSync(folder, { recursive: true, force: true });
});

describe('dataFolder', () => {
  it('is the folder that is set once it holds a CSV file, gzipped or not', () => {
    for (const name of ['orders.csv', 'orders.CSV.gz']) {
      const data = join(folder, name.length.toString());
      mkdirSync(data);
      expect(dataFolder({ dataFolder: data })).toBeUndefined();
      writeFileSync(join(data, name), '');
      expect(dataFolder({ dataFolder: data })).toBe(data);
    }
  });

  it('is the sample without a setting', () => {
    expect(dataFolder({})).toBeUndefined();
  });

  it('is a folder that does not exist, so that the build says what is wrong with it', () => {
    expect(dataFolder({ dataFolder: join(folder, 'nowhere') })).toBe(join(folder, 'nowhere'));
  });
});

describe('warehouseFolder', () => {
  it('is what is set, else lies in the data folder', () => {
    expect(warehouseFolder({ dataFolder: folder, warehouseFolder: '/srv/warehouse' }, 'u')).toBe('/srv/warehouse');
    expect(warehouseFolder({ dataFolder: folder }, 'u')).toBe(join(folder, '.churnwatch'));
  });

  it("is this user's own temporary folder else, one for each data source, closed to others", () => {
    const one = warehouseFolder({}, 'one');
    expect(one).not.toBe(warehouseFolder({}, 'two'));
    expect(statSync(join(one, '..')).mode & 0o077).toBe(0);
  });

  it('makes no path of a uid', () => {
    for (const uid of ['../../etc', '..', '', 'a/b'])
      expect(warehouseFolder({}, uid)).toMatch(/churnwatch-\w+[\\/][0-9a-f]{16}$/);
  });
});
