import { insertionFor } from './insertion';
import { writtenName } from './names';

describe('inserting a name', () => {
  it.each([
    ['SELECT ', ' FROM t', 'state'],
    ['SELECT', '', ' state'],
    ['count(', ')', 'state'],
    ['SELECT a,', 'FROM t', ' state '],
    ['', '', 'state'],
  ])('between "%s" and "%s" writes "%s"', (before, after, text) => {
    expect(insertionFor('state', before, after)).toEqual({ text, select: [text.length, text.length] });
  });

  it('selects the first argument of a macro', () => {
    const { text, select } = insertionFor('$__timeGroup(column, interval)', 'BY', '');
    expect(text.slice(...select)).toBe('column');
    expect(insertionFor('$__asOf()', '', '').select).toEqual([9, 9]);
  });
});

describe('writing a name', () => {
  it.each([
    ['purchased_at', 'purchased_at'],
    ['order', '"order"'],
    ['a b', '"a b"'],
    ['say "x"', '"say ""x"""'],
    ['região', '"região"'],
  ])('%s: %s', (name, written) => {
    expect(writtenName(name)).toBe(written);
  });
});
