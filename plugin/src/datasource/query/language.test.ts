import { setCurrentLanguage } from '../../language/current';
import { inReadersLanguage } from './language';

afterEach(() => setCurrentLanguage('en'));

it('asks for Portuguese where the page speaks it', () => {
  setCurrentLanguage('pt-BR');
  expect(inReadersLanguage({ kind: 'headline' })).toEqual({ kind: 'headline', language: 'pt-BR' });
  expect(inReadersLanguage({ kind: 'headline', language: 'en' })).toEqual({ kind: 'headline', language: 'en' });
});

it('leaves a query as it is in English', () => {
  const query = { kind: 'headline' };
  expect(inReadersLanguage(query)).toBe(query);
});
