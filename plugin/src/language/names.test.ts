import { setCurrentLanguage } from './current';
import { modelReason, stepText } from './names';

afterEach(() => setCurrentLanguage('en'));

const REASON = { en: 'Too few customers.', 'pt-BR': 'Clientes de menos.' };

it.each([
  ['en', 'making fct_sales', 'Too few customers.'],
  ['pt-BR', 'montando fct_sales', 'Clientes de menos.'],
])('tells a step and a reason in %s', (language, step, reason) => {
  setCurrentLanguage(language);
  expect(stepText('making fct_sales')).toBe(step);
  expect(modelReason({ state: 'none', reason: REASON.en, reasonIn: REASON })).toBe(reason);
});

it('tells a reason of a server that knows one language, and none where there is none', () => {
  setCurrentLanguage('pt-BR');
  expect(modelReason({ state: 'none', reason: 'Too few customers.' })).toBe('Too few customers.');
  expect(modelReason(undefined)).toBeUndefined();
});
