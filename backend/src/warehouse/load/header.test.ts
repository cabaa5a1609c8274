import fc from 'fast-check';
import { parseHeader } from './header';
import { closest, editDistance } from './closest';

describe('parseHeader', () => {
  test.each([
    ['a,b,c', ['a', 'b', 'c']],
    ['"a","b"', ['a', 'b']],
    [' a , "b ""x"", y" ,c', ['a', '"b ""x""', 'y"', 'c']],
    ['"a, b",c', ['a, b', 'c']],
    ['a,,c,', ['a', '', 'c', '']],
    ['one', ['one']],
    ['"say ""hi"""', ['say "hi"']],
  ])('%s', (line, names) => {
    expect(parseHeader(line)).toEqual(names);
  });

  test('reads back any names that were quoted', () => {
    const name = fc.string({ minLength: 1 }).map((text) => text.replace(/[\r\n]/g, '').trim());
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 8 }), (names) => {
        const line = names.map((text) => `"${text.replaceAll('"', '""')}"`).join(',');
        expect(parseHeader(line)).toEqual(names);
      }),
    );
  });
});

describe('editDistance', () => {
  test.each([
    ['', '', 0],
    ['abc', '', 3],
    ['kitten', 'sitting', 3],
    ['lenght', 'length', 2],
  ])('%s and %s: %d', (a, b, edits) => {
    expect(editDistance(a, b)).toBe(edits);
  });

  test('is the same both ways, and 0 only for the same word', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b) === 0).toBe(a === b);
      }),
    );
  });
});

describe('closest', () => {
  test('finds the likely spelling, whatever its case', () => {
    expect(closest('product_name_lenght', ['product_id', 'product_name_length'])).toBe('product_name_length');
    expect(closest('order_id', ['ORDER_ID', 'price'])).toBe('ORDER_ID');
  });

  test('finds nothing where nothing is near', () => {
    expect(closest('price', ['customer_city', 'x'])).toBeUndefined();
    expect(closest('price', [])).toBeUndefined();
  });
});
