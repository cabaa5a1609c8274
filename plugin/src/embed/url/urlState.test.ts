import { changeSearch, parseUrlState, variableKey } from './urlState';

describe('reading an address', () => {
  it('knows time range, variables with one and several values, refresh and theme', () => {
    expect(parseUrlState('?from=now-30d&to=now&var-state=SP&var-state=RJ&var-q=a%26b&refresh=30s&theme=light')).toEqual(
      {
        from: 'now-30d',
        to: 'now',
        variables: { state: ['SP', 'RJ'], q: ['a&b'] },
        refresh: '30s',
        theme: 'light',
      },
    );
  });

  it.each(['', '?', '?orgId=1&theme=pink', '?viewPanel=2'])('finds nothing in "%s"', (search) => {
    expect(parseUrlState(search)).toEqual({ variables: {} });
  });
});

describe('changing an address', () => {
  it('writes each value of a list once, in place of those before', () => {
    expect(changeSearch('?from=1&var-state=SP&var-state=RJ', { 'var-state': ['MG', 'BA'] })).toBe(
      'from=1&var-state=MG&var-state=BA',
    );
  });

  it('removes what is null and leaves the rest', () => {
    expect(changeSearch('?a=1&b=2', { a: null, c: undefined })).toBe('b=2');
    expect(changeSearch('?a=1', { a: null })).toBe('');
  });

  it('can be read again, whatever the values hold', () => {
    const values = ['$__all', 'a,b:c', 'São Paulo & more', '100%', '+'];
    const search = changeSearch('', { [variableKey('x')]: values });
    expect(search).toContain('$__all');
    expect(parseUrlState(`?${search}`).variables.x).toEqual(values);
  });
});
