import { setCurrentLanguage } from '../language/current';
import { formatAge } from './age';

const NOW = Date.UTC(2018, 7, 31, 12);

afterEach(() => void setCurrentLanguage('en'));

it('says how long ago a moment was, in the reader’s language', () => {
  expect(formatAge('2018-08-31T09:00:00Z', NOW)).toBe('3 hours ago');
  setCurrentLanguage('pt-BR');
  expect(formatAge('2018-08-31T09:00:00Z', NOW)).toBe('há 3 horas');
});

it('leaves text that is no moment as it is', () => {
  expect(formatAge('soon', NOW)).toBe('soon');
});
