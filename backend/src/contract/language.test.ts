import { LANGUAGES, languageFor } from './language';
import { parseQuery } from './validate';

describe('the language of a reader', () => {
  it.each([
    ['pt-BR', 'pt-BR'],
    ['pt', 'pt-BR'],
    ['PT-pt', 'pt-BR'],
    ['en-US', 'en'],
    ['ptx', 'en'],
    ['de-DE', 'en'],
    ['', 'en'],
    [undefined, 'en'],
  ])('%s is served in %s', (tag, language) => {
    expect(languageFor(tag)).toBe(language);
  });
});

describe('the language of a query', () => {
  it.each(LANGUAGES)('may be %s, of any kind', (language) => {
    expect(parseQuery({ kind: 'headline', language })).toMatchObject({ language });
    expect(parseQuery({ kind: 'sql', rawSql: 'SELECT 1', language })).toMatchObject({ language });
  });

  it('is left out where none is named, and refused where it is unknown', () => {
    expect(parseQuery({ kind: 'kpis', language: '' })).not.toHaveProperty('language');
    expect(() => parseQuery({ kind: 'kpis', language: 'fr' })).toThrow('language cannot be "fr"; known: en, pt-BR.');
  });
});
