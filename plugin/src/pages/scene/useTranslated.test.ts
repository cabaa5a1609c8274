import { renderHook, waitFor } from '@testing-library/react';
import { setCurrentLanguage } from '../../language/current';
import type { DashboardModel } from './model';
import { useTranslated } from './useTranslated';

const DASHBOARD: DashboardModel = { panels: [] };

afterEach(() => setCurrentLanguage('en'));

it('is there at once in English', () => {
  expect(renderHook(() => useTranslated(DASHBOARD)).result.current).toEqual(DASHBOARD);
});

it('waits for its texts in Portuguese, and has them then', async () => {
  setCurrentLanguage('pt-BR');
  const dashboard = { ...DASHBOARD, title: 'Model card' };
  const { result } = renderHook(() => useTranslated(dashboard));
  expect(result.current).toBeUndefined();
  await waitFor(() => expect(result.current).toMatchObject({ title: 'Ficha do modelo', panels: [] }));
});
