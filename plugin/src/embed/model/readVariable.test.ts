import { customOptions, readVariable } from './readVariable';

describe('options of a custom variable', () => {
  it('are separated by commas, with a text before a spaced colon', () => {
    expect(customOptions('one, Two words : 2,  a:b')).toEqual([
      { text: 'one', value: 'one' },
      { text: 'Two words', value: '2' },
      { text: 'a:b', value: 'a:b' },
    ]);
  });

  it('may hold an escaped comma, and none may be empty', () => {
    expect(customOptions('a\\,b,,')).toEqual([{ text: 'a,b', value: 'a,b' }]);
    expect(customOptions('')).toEqual([]);
  });
});

it('shows queries and custom lists, and hides what a reader cannot change', () => {
  expect(readVariable({ type: 'query', name: 'state' }).shown).toBe(true);
  expect(readVariable({ type: 'query', name: 'headline', hide: 2 }).shown).toBe(false);
  expect(readVariable({ type: 'datasource', name: 'datasource' }).shown).toBe(false);
  expect(readVariable({ type: 'constant', name: 'c' }).shown).toBe(false);
});

it('reads a saved value that is text, a list or missing', () => {
  expect(readVariable({ type: 'query', name: 'a', current: { value: 'SP' } }).saved).toEqual(['SP']);
  expect(readVariable({ type: 'query', name: 'a', current: { value: ['SP', 'RJ'] } }).saved).toEqual(['SP', 'RJ']);
  expect(readVariable({ type: 'query', name: 'a', current: {} }).saved).toEqual([]);
  expect(readVariable({ type: 'constant', name: 'a', query: '180' }).saved).toEqual(['180']);
});

it('reads a type that it does not know as a constant', () => {
  expect(readVariable({ type: 'adhoc', name: 'a' })).toMatchObject({ type: 'constant', shown: false, saved: [] });
});
