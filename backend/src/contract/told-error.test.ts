import { isText, toldBy, ToldError } from './told-error';

const TEXT = { en: 'No.', 'pt-BR': 'Não.' };

it('has its English text as its message, and one text alone in every language', () => {
  expect(new ToldError(TEXT)).toMatchObject({ message: 'No.', told: TEXT });
  expect(new ToldError('No.').told).toEqual({ en: 'No.', 'pt-BR': 'No.' });
});

it('is known by what it holds, as it comes from another thread without its class', () => {
  expect(toldBy(Object.assign(new Error('No.'), { told: TEXT }))).toEqual(TEXT);
  expect(toldBy(Object.assign(new Error('No.'), { told: { en: 'No.' } }))).toEqual({ en: 'No.', 'pt-BR': 'No.' });
  expect(toldBy('Broken')).toEqual({ en: 'Broken', 'pt-BR': 'Broken' });
});

it.each([null, 'text', { en: 'No.' }, { en: 'No.', 'pt-BR': 1 }])('%j is no text in each language', (value) => {
  expect(isText(value)).toBe(false);
});
