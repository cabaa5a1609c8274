import { locationService } from '@grafana/runtime';
import { act, renderHook } from '@testing-library/react';
import { useUrlSelection } from './useUrlSelection';

/** Interpolates as a dashboard that knows no such variable: the text stays as it is. */
const unknown = (text: string) => text;

beforeEach(() => locationService.push('/d/overview?from=1&to=2'));

describe('the chosen segments in the address', () => {
  it('are none at first', () => {
    const { result } = renderHook(() => useUrlSelection('segment', unknown));
    expect(result.current.selected).toEqual([]);
  });

  it('are written when one is chosen, beside what else is there', () => {
    const { result } = renderHook(() => useUrlSelection('segment', unknown));
    act(() => result.current.select('At risk'));
    expect(locationService.getSearchObject()).toEqual({ from: '1', to: '2', 'var-segment': 'At risk' });
    expect(result.current.selected).toEqual(['At risk']);
  });

  it('are set to all when the choice is taken back', () => {
    const { result } = renderHook(() => useUrlSelection('segment', unknown));
    act(() => result.current.select('Lost'));
    act(() => result.current.select(null));
    expect(locationService.getSearchObject()['var-segment']).toBe('$__all');
    expect(result.current.selected).toEqual([]);
  });

  it('follow the address when it is changed elsewhere', () => {
    const { result } = renderHook(() => useUrlSelection('segment', unknown));
    act(() => locationService.push('/d/overview?var-segment=Lost&var-segment=New&var-segment=All'));
    expect(result.current.selected).toEqual(['Lost', 'New']);
  });

  it('are those of the dashboard when the address names none', () => {
    const { result } = renderHook(() => useUrlSelection('segment', () => 'Champions,Loyal'));
    expect(result.current.selected).toEqual(['Champions', 'Loyal']);
  });

  it('are none without a variable', () => {
    const { result } = renderHook(() => useUrlSelection('', () => 'Champions'));
    expect(result.current.selected).toEqual([]);
  });
});
