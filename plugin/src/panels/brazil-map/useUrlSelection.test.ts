import { locationService } from '@grafana/runtime';
import { act, renderHook } from '@testing-library/react';
import { useUrlSelection } from './useUrlSelection';

/** Interpolates as a dashboard that knows no such variable: the text stays as it is. */
const unknown = (text: string) => text;

beforeEach(() => locationService.push('/d/geography?from=1'));

describe('the chosen state in the address', () => {
  it('is none at first, is written, and is set to all when taken back', () => {
    const { result } = renderHook(() => useUrlSelection('state', unknown));
    expect(result.current.selected).toEqual([]);
    act(() => result.current.select('SP'));
    expect(locationService.getSearchObject()).toEqual({ from: '1', 'var-state': 'SP' });
    expect(result.current.selected).toEqual(['SP']);
    act(() => result.current.select(null));
    expect(locationService.getSearchObject()['var-state']).toBe('$__all');
    expect(result.current.selected).toEqual([]);
  });

  it('follows the address, where only states count', () => {
    const { result } = renderHook(() => useUrlSelection('state', unknown));
    act(() => locationService.push('/d/geography?var-state=SP&var-state=All&var-state=MG'));
    expect(result.current.selected).toEqual(['SP', 'MG']);
  });

  it('is that of the dashboard when the address names none, and none without a variable', () => {
    expect(renderHook(() => useUrlSelection('state', () => 'BA')).result.current.selected).toEqual(['BA']);
    expect(renderHook(() => useUrlSelection('', () => 'BA')).result.current.selected).toEqual([]);
  });
});
