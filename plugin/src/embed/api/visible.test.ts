import { setCurrentLanguage } from '../../language/current';
import { goTo } from '../host/location';
import { fetchVisible } from './visible';

const DASHBOARD = {
  uid: 'shop',
  title: 'Executive overview',
  panels: [],
  time: { from: '2018-01-01', to: '2018-02-01' },
};

afterEach(() => setCurrentLanguage('en'));

it.each([
  ['en', 'Executive overview'],
  ['pt-BR', 'Visão executiva'],
] as const)('shows the dashboard of a signed link in the language of the page, %s', async (language, title) => {
  setCurrentLanguage(language);
  goTo(`/embed/shop?token=abc&lang=${language}`);
  const answer = { ok: true, status: 200, json: () => Promise.resolve({ dashboard: DASHBOARD, link: { free: [] } }) };
  global.fetch = jest.fn().mockResolvedValue(answer);
  const { dashboard, fixedTime } = await fetchVisible(
    'shop',
    `?token=abc&lang=${language}`,
    new AbortController().signal,
  );
  expect([dashboard.title, fixedTime]).toEqual([title, true]);
});
