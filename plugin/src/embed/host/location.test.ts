import { act, renderHook } from '@testing-library/react';
import { changeQuery, goTo, usePlace } from './location';

beforeEach(() => goTo('/d/overview?from=1&to=2'));

it('tells of changes of the address, and keeps what was not changed', () => {
  const { result } = renderHook(usePlace);
  act(() => changeQuery({ 'var-state': ['SP', 'RJ'], to: null }));
  expect(result.current).toEqual({ pathname: '/d/overview', search: '?from=1&var-state=SP&var-state=RJ' });
});

it('makes no step in the history when nothing changes or when told so', () => {
  const before = window.history.length;
  changeQuery({ from: '1' });
  changeQuery({ theme: 'light' }, true);
  expect(window.history.length).toBe(before);
  expect(window.location.search).toBe('?from=1&to=2&theme=light');
});

it('follows the back button', async () => {
  const { result } = renderHook(usePlace);
  act(() => changeQuery({ from: '5' }));
  const back = new Promise((resolve) => window.addEventListener('popstate', resolve, { once: true }));
  window.history.back();
  await act(() => back);
  expect(result.current.search).toBe('?from=1&to=2');
});

it('can leave an empty query string', () => {
  changeQuery({ from: null, to: null });
  expect(window.location.href).toMatch(/\/d\/overview$/);
});
