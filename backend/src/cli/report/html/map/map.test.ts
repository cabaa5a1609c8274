import { BRAZIL_STATES, ramp, MAP_STYLES } from '../../../../contract';
import type { PlainField } from '../../cells';
import { field, texts } from '../../testing/field';
import { mapColors } from './colors';
import { mapOf } from './index';

type Row = Record<string, number | string | null>;

/** A frame of `geography` with these rows. */
function frameOf(rows: readonly Row[]): PlainField[] {
  const keys = Object.keys(rows[0] ?? {});
  const column = (key: string) => rows.map((row) => row[key] ?? null);
  return keys.map((key) =>
    ['state', 'name', 'city'].includes(key)
      ? texts(key, column(key).map(String))
      : field(key, {
          name: key === 'revenue' ? 'Revenue' : key,
          values: column(key),
          unit: key === 'revenue' ? 'currencyBRL' : key.endsWith('_share') ? 'percentunit' : '',
        }),
  );
}

const state = (code: string, revenue: number, more: Row = {}): Row => ({
  state: code,
  name: BRAZIL_STATES[code] ?? code,
  revenue,
  customer_base: 10,
  high_risk_share: 0.1,
  ...more,
});
const STATES = frameOf([state('MG', 400_000), state('SP', 5_878_936), state('AM', 27_846), state('RR', 0)]);
const CITIES = frameOf([
  { city: 'sao paulo', state: 'SP', longitude: -46.63, latitude: -23.55, revenue: 2_150_535, customer_base: 9 },
  { city: 'campinas', state: 'SP', longitude: -47.06, latitude: -22.9, revenue: 211_540, customer_base: 4 },
  { city: 'belo horizonte', state: 'MG', longitude: -43.94, latitude: -19.92, revenue: 411_572, customer_base: 5 },
  { city: 'nowhere', state: 'SP', longitude: null, latitude: null, revenue: 900, customer_base: 1 },
]);

const map = (options = {}, chosen: string[] = [], frames = [STATES, CITIES], language: 'en' | 'pt-BR' = 'en') =>
  mapOf(frames, options, chosen, language);
const html = (...args: Parameters<typeof map>): string => map(...args)?.html ?? '';

const titlesIn = (text: string): string[] => [...text.matchAll(/<title>([^<]*)</g)].map(([, title]) => title ?? '');
const legendIn = (text: string): string[] =>
  [...text.matchAll(/<li[^>]*>(?:<i[^>]*><\/i>|<svg.*?<\/svg>)?([^<]+)/g)].map(([, item]) => item ?? '');

it('draws every state, which says its name and its exact number when it is pointed at', () => {
  const titles = titlesIn(html());
  expect(titles).toHaveLength(Object.keys(BRAZIL_STATES).length);
  expect(titles).toContain('São Paulo (SP): Revenue R$ 5,878,936');
  expect(titles).toContain('Bahia (BA): no customers here');
});

it('fills states with colours of the page’s theme, deeper for more, and says in its legend what they mean', () => {
  const text = html();
  const fills = [...text.matchAll(/class="area" style="fill:var\((--map-[\d-]+)\)"><title>([^(]*) \(/g)];
  expect(Object.fromEntries(fills.map(([, fill, name]) => [name, fill]))).toEqual({
    Amazonas: '--map-0-3-0',
    'Minas Gerais': '--map-0-3-1',
    'São Paulo': '--map-0-3-2',
  });
  expect(text).toContain('<p class="scale">Revenue</p>');
  expect(legendIn(text)).toEqual(['R$ 27.8k', 'R$ 400.0k', 'R$ 5.9M', 'None in this range', 'No customers']);
});

it.each([true, false])('has the colours of the panel’s scale where the page is dark: %s', (isDark) => {
  const [deepest] = ramp(MAP_STYLES.high_risk_share.color, 5, isDark).slice(-1);
  expect(mapColors(isDark)).toContain(`--map-1-5-4: ${deepest};`);
});

it('does not take states that sold nothing, or have no customers, for the palest ones', () => {
  const text = html();
  expect(text).toMatch(/class="area zero"><title>Roraima/);
  expect(text).toMatch(/class="area absent"><title>Bahia/);
});

it('writes into states what they are worth, as far as it fits', () => {
  expect(html()).toMatch(/>AM<\/tspan><tspan[^>]*>R\$ 27\.8k</);
  expect(html()).not.toContain('>DF<');
});

it('shows the measure that the panel shows first', () => {
  const text = html({ measure: 'high_risk_share' });
  expect(titlesIn(text)).toContain('São Paulo (SP): high_risk_share 10.0%');
  expect(text).toContain('var(--map-1-1-0)');
});

it('draws cities as circles where the panel shows cities, the largest first, and says what is not on it', () => {
  const text = html({ level: 'cities' });
  expect(titlesIn(text)).toEqual([
    'São Paulo (SP): Revenue R$ 2,150,535',
    'Belo Horizonte (MG): Revenue R$ 411,572',
    'Campinas (SP): Revenue R$ 211,540',
  ]);
  expect(legendIn(text).at(-1)).toBe('1 without a known place');
});

it('looks at a chosen state from near, with its cities', () => {
  const text = html({}, ['SP']);
  expect(titlesIn(text)).toEqual(['São Paulo (SP): Revenue R$ 2,150,535', 'Campinas (SP): Revenue R$ 211,540']);
  expect(text).not.toMatch(/class="area/);
  const cities = map({}, ['SP'])?.numbers.find(({ key }) => key === 'city')?.values;
  expect(cities).toEqual(['sao paulo', 'campinas', 'nowhere']);
});

it('lets several chosen states stand out of all of Brazil', () => {
  const text = html({}, ['SP', 'MG']);
  expect([...text.matchAll(/class="chosen"/g)]).toHaveLength(2);
  expect(text).toMatch(/class="area away"[^>]*><title>Amazonas/);
});

it('takes no word of the data for a state', () => {
  expect(titlesIn(html({}, ['constructor']))).toHaveLength(Object.keys(BRAZIL_STATES).length);
});

it('shows cities where there are no states, and nothing where there are neither', () => {
  expect(titlesIn(html({}, [], [CITIES]))).toHaveLength(3);
  expect(map({}, [], [[field('revenue')]])).toBeUndefined();
});

it('says that the risk is not known while no model serves', () => {
  const unknown = frameOf([state('SP', 5, { high_risk_share: null })]);
  const text = html({ measure: 'high_risk_share' }, [], [unknown], 'pt-BR');
  expect(legendIn(text).at(-1)).toBe('Ainda não há modelo de abandono: o risco não é conhecido.');
});

it('lists what it shows, the most first, without degrees', () => {
  const numbers = map()?.numbers ?? [];
  expect(numbers.find(({ key }) => key === 'state')?.values).toEqual(['SP', 'MG', 'AM', 'RR']);
  expect(map({ level: 'cities' })?.numbers.map(({ key }) => key)).not.toContain('latitude');
});

it('escapes what the data says', () => {
  const evil = frameOf([state('SP', 5, { name: '<script>' })]);
  expect(html({}, [], [evil])).not.toContain('<script>');
});
