import { inOneLine } from './watch-texts';

it.each([
  ['two\nlines', 'two lines'],
  ['a|b', 'a b'],
  ['```<!ch', ' <!ch'],
  ['\u0000\u001b[1m', ' [1m'],
  ['Zoë 😀-1', 'Zoë 😀-1'],
])('%j stays within its line of the list and the block around it', (id, shown) => {
  expect(inOneLine(id)).toBe(shown);
});
