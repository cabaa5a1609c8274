import { act, renderHook } from '@testing-library/react';
import { goTo } from '../host/location';
import { usePlaceVariables } from './usePlaceVariables';

const unknown = (text: string) => text;

beforeEach(() => goTo('/d/overview?from=1&var-month=2018-02-01'));

describe('the variables in the address of the viewer', () => {
  it('are read, then those that the dashboard was saved with, else none', () => {
    const saved = renderHook(() => usePlaceVariables(['cohort', 'month'], () => '2017-01-01'));
    expect(saved.result.current.values).toEqual({ cohort: '2017-01-01', month: '2018-02-01' });
    const none = renderHook(() => usePlaceVariables(['cohort'], unknown));
    expect(none.result.current.values).toEqual({ cohort: '' });
  });

  it('are written in one step, and followed', () => {
    const { result } = renderHook(() => usePlaceVariables(['cohort', 'month'], unknown));
    act(() => result.current.set({ cohort: '2018-01-01', month: '' }));
    expect(window.location.search).toBe('?from=1&var-cohort=2018-01-01&var-month=');
    expect(result.current.values).toEqual({ cohort: '2018-01-01', month: '' });
  });
});
