import { idField, moneyField, plainField, quotedHeader, textField } from './csv';

describe('fields', () => {
  it('quotes identifiers that begin with a digit', () => {
    expect(idField('0a')).toBe('"0a"');
    expect(idField('9f')).toBe('"9f"');
    expect(idField('a0')).toBe('a0');
  });

  it('quotes text that begins with a digit, and text that must be quoted', () => {
    expect(textField('01310000')).toBe('"01310000"');
    expect(textField('sao paulo')).toBe('sao paulo');
    expect(textField('sao paulo, sp')).toBe('"sao paulo, sp"');
  });

  it.each([
    ['10', '10'],
    ['', ''],
    ['a, b', '"a, b"'],
    ['so "novo"', '"so ""novo"""'],
    ['eins\r\nzwei', '"eins\r\nzwei"'],
    ['a\nb', '"a\nb"'],
  ])('writes %j as %j', (value, expected) => {
    expect(plainField(value)).toBe(expected);
  });

  it.each([
    [0, '0.00'],
    [5, '0.05'],
    [1290, '12.90'],
    [123_456_78, '123456.78'],
  ])('writes %p cents as %p', (cents, text) => {
    expect(moneyField(cents)).toBe(text);
  });

  it('quotes every name of a header', () => {
    expect(quotedHeader(['a', 'b'])).toBe('"a","b"\n');
  });
});
