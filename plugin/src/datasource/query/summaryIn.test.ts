import { setCurrentLanguage } from '../../language/current';
import { summarize } from './summary';

beforeEach(() => {
  setCurrentLanguage('pt-BR');
});
afterEach(() => {
  setCurrentLanguage('en');
});

it('names the question, the parameters and the filters in Portuguese', () => {
  const said = summarize({
    refId: 'A',
    kind: 'sales',
    measure: 'orders',
    by: 'state',
    limit: 3,
    filters: { segment: ['At risk'] },
  });
  expect(said).toBe(
    'Vendas ao longo do tempo · medida: Pedidos · dividir por: Estado · limite: 3 · segmento: Em risco',
  );
});

it('keeps variables and values that it does not know as they are', () => {
  const query = JSON.parse('{"refId":"A","kind":"breakdown","by":"$by","compare":true,"exclude":{"state":["SP"]}}');
  expect(summarize(query)).toMatch(/^Detalhamento · por: \$by · comparar: .+ · .*SP$/);
});
