import { setCurrentLanguage } from '../../../language/current';
import { formatFeature } from './wording';

afterEach(() => setCurrentLanguage('en'));

it('writes plain numbers with four digits, in the notation of the reader', () => {
  expect([1.4272, 0.5, 12_345].map((value) => formatFeature(value, ''))).toEqual(['1.427', '0.5', '12,350']);
  setCurrentLanguage('pt-BR');
  expect(formatFeature(1.4272, '')).toBe('1,427');
});

it('says where a customer has none', () => {
  expect(formatFeature(null, '')).toBe('not known');
});
