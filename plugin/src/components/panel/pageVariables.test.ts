import { locationService } from '@grafana/runtime';
import { act, renderHook } from '@testing-library/react';
import { valueOf } from './pageVariables';
import { useUrlVariables } from './useUrlVariables';

describe('the value of a variable', () => {
  it.each([
    [['2018-01-01'], '2018-01-01'],
    [[], ''],
    [[''], ''],
    [['$__all'], ''],
    [['All'], ''],
    [['{}'], ''],
    [['${cohort}'], ''],
    [['a', 'b'], ''],
  ])('%j is "%s"', (texts, value) => {
    expect(valueOf(texts)).toBe(value);
  });
});

describe('the variables in the address of Grafana', () => {
  const names = ['cohort', 'month'];
  /** Interpolates as a dashboard that knows no such variable: the text stays as it is. */
  const unknown = (text: string) => text;

  beforeEach(() => locationService.push('/d/overview?from=1&var-month=2018-02-01'));

  it('are read, and empty where they are not there', () => {
    const { result } = renderHook(() => useUrlVariables(names, unknown));
    expect(result.current.values).toEqual({ cohort: '', month: '2018-02-01' });
  });

  it('are those of the dashboard where the address names none', () => {
    const { result } = renderHook(() => useUrlVariables(names, () => '2017-01-01'));
    expect(result.current.values).toEqual({ cohort: '2017-01-01', month: '2018-02-01' });
  });

  it('are written in one step, beside what else is there, and followed', () => {
    const { result } = renderHook(() => useUrlVariables(names, unknown));
    act(() => result.current.set({ cohort: '2018-01-01', month: '' }));
    expect(locationService.getSearchObject()).toMatchObject({ from: '1', 'var-cohort': '2018-01-01' });
    expect(result.current.values).toEqual({ cohort: '2018-01-01', month: '' });
    act(() => locationService.push('/d/overview?var-cohort=2016-01-01'));
    expect(result.current.values).toEqual({ cohort: '2016-01-01', month: '' });
  });
});
