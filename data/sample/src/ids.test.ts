import { hexId, ID_KIND } from './ids';

describe('hexId', () => {
  it('gives 32 hexadecimal digits', () => {
    expect(hexId(1, ID_KIND.order, 0)).toMatch(/^[0-9a-f]{32}$/);
  });

  it('gives distinct ids over kinds and indexes', () => {
    const ids = new Set<string>();
    for (const kind of Object.values(ID_KIND)) {
      for (let index = 0; index < 5000; index += 1) ids.add(hexId(1, kind, index));
    }
    expect(ids.size).toBe(5000 * Object.values(ID_KIND).length);
  });

  it('depends on the seed, and on nothing else', () => {
    expect(hexId(1, ID_KIND.person, 5)).toBe(hexId(1, ID_KIND.person, 5));
    expect(hexId(2, ID_KIND.person, 5)).not.toBe(hexId(1, ID_KIND.person, 5));
  });
});
