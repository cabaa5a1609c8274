import { noteText } from './notes';

it.each([
  ['775 of 99,444 orders have no items', '775 de 99.444 pedidos não têm itens'],
  [
    '1 of 9 orders have a status that is not known (lost, sold); counted as purchases',
    '1 de 9 pedidos têm uma situação desconhecida (lost, sold); contados como compras',
  ],
  ['1 of 9 orders has no review; its score is unknown', '1 de 9 pedidos não tem avaliação; a nota dele é desconhecida'],
  [
    '1 of 1,009 order items names a product that is not in this file; kept without a category',
    '1 de 1.009 itens de pedidos cita um produto que não está neste arquivo; fica sem categoria',
  ],
  ['absent: review scores are unknown', 'ausente: as notas das avaliações são desconhecidas'],
  ['3 added', '3 acrescentadas'],
  ['2 of 9 orders have no items; 3 added', '2 de 9 pedidos não têm itens; 3 acrescentadas'],
  ['Something else.', 'Something else.'],
])('tells “%s” in Portuguese', (note, portuguese) => {
  expect(noteText(note, 'pt-BR')).toBe(portuguese);
  expect(noteText(note, 'en')).toBe(note);
});
