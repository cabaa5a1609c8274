import { stepName } from './steps';

it.each([
  ['starting', 'começando'],
  ['reading olist_orders_dataset.csv.gz', 'lendo olist_orders_dataset.csv.gz'],
  ['making fct_orders', 'montando fct_orders'],
  ['testing that payments add up', 'verificando os dados'],
  ['judging validation 2 at 2018-01-01', 'avaliando a validação 2 em 2018-01-01'],
  ['constructor', 'constructor'],
])('tells %s in Portuguese', (step, portuguese) => {
  expect(stepName(step, 'pt-BR')).toBe(portuguese);
  expect(stepName(step, 'en')).toBe(step);
});
