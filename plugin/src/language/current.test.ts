import { currentLanguage, currentLocale, setCurrentLanguage } from './current';
import { perLocale } from './perLocale';

afterEach(() => setCurrentLanguage('en'));

it('is English until it is known', () => {
  expect([currentLanguage(), currentLocale()]).toEqual(['en', 'en-US']);
});

it.each([
  ['pt-BR', 'pt-BR', 'pt-BR'],
  ['pt-PT', 'pt-BR', 'pt-BR'],
  ['de-DE', 'en', 'en-US'],
])('serves a reader of %s in %s', (tag, language, locale) => {
  expect(setCurrentLanguage(tag)).toBe(language);
  expect([currentLanguage(), currentLocale()]).toEqual([language, locale]);
});

it('makes a format once for each locale', () => {
  const make = jest.fn((locale: string) => new Intl.NumberFormat(locale));
  const format = perLocale(make);
  expect(format().format(1.5)).toBe('1.5');
  setCurrentLanguage('pt-BR');
  expect([format().format(1.5), format().format(2.5), format('en-US').format(2.5)]).toEqual(['1,5', '2,5', '2.5']);
  expect(make.mock.calls).toEqual([['en-US'], ['pt-BR']]);
});
