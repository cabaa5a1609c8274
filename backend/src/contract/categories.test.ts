import { categoryName, KNOWN_CATEGORIES } from './categories';

/** Names that are the same in both languages. */
const SAME = ['cool_stuff', 'la_cuisine', 'market_place', 'pet_shop'];

it.each(KNOWN_CATEGORIES.filter((key) => !SAME.includes(key)))('names %s in each language, in words', (key) => {
  const [english, portuguese] = [categoryName(key, 'en'), categoryName(key, 'pt-BR')];
  expect(english).not.toBe(portuguese);
  for (const name of [english, portuguese]) expect(name).toMatch(/^[\p{Lu}(][^_]*$/u);
});

it('names no two categories the same', () => {
  for (const language of ['en', 'pt-BR'] as const) {
    const names = KNOWN_CATEGORIES.map((key) => categoryName(key, language));
    expect(new Set(names).size).toBe(names.length);
  }
});

it('names other categories by their keys, and in Portuguese by what the shop calls them, with accents', () => {
  expect(categoryName('cosmetics_and_care', 'en')).toBe('Cosmetics & care');
  expect(categoryName('cosmetics_and_care', 'pt-BR', 'cosmeticos_e_cuidados')).toBe('Cosméticos e cuidados');
  expect(categoryName('calcados', 'pt-BR')).toBe('Calçados');
  expect(categoryName('constructor', 'en')).toBe('Constructor');
});

it('names the known ones as everywhere, whatever the shop calls them', () => {
  expect(categoryName('health_beauty', 'en', 'beleza_saude')).toBe('Health & beauty');
  expect(categoryName('health_beauty', 'pt-BR', 'beleza_saude')).toBe('Beleza e saúde');
  expect(categoryName('(no items)', 'pt-BR')).toBe('(sem itens)');
});
