import { DEFAULT_LANGUAGE, type Language } from '../language';

/** What a load report notes of a file, with `{n}` for counts, and the same in Portuguese. */
const NOTES: readonly [english: string, portuguese: string][] = [
  [
    '{n} of {n} orders have a status that is not known ({names}); counted as purchases',
    '{n} de {n} pedidos têm uma situação desconhecida ({names}); contados como compras',
  ],
  ['{n} of {n} orders have no items', '{n} de {n} pedidos não têm itens'],
  ['{n} of {n} orders have no payments', '{n} de {n} pedidos não têm pagamentos'],
  [
    '{n} of {n} orders have no review; their score is unknown',
    '{n} de {n} pedidos não têm avaliação; a nota deles é desconhecida',
  ],
  [
    '{n} of {n} order items name a product that is not in this file; kept without a category',
    '{n} de {n} itens de pedidos citam um produto que não está neste arquivo; ficam sem categoria',
  ],
  [
    '{n} of {n} order items name a seller who is not in this file; kept without a state',
    '{n} de {n} itens de pedidos citam um vendedor que não está neste arquivo; ficam sem estado',
  ],
  // Of but one of them.
  [
    '1 of {n} orders has a status that is not known ({names}); counted as purchases',
    '1 de {n} pedidos tem uma situação desconhecida ({names}); contado como compra',
  ],
  ['1 of {n} orders has no items', '1 de {n} pedidos não tem itens'],
  ['1 of {n} orders has no payments', '1 de {n} pedidos não tem pagamentos'],
  [
    '1 of {n} orders has no review; its score is unknown',
    '1 de {n} pedidos não tem avaliação; a nota dele é desconhecida',
  ],
  [
    '1 of {n} order items names a product that is not in this file; kept without a category',
    '1 de {n} itens de pedidos cita um produto que não está neste arquivo; fica sem categoria',
  ],
  [
    '1 of {n} order items names a seller who is not in this file; kept without a state',
    '1 de {n} itens de pedidos cita um vendedor que não está neste arquivo; fica sem estado',
  ],
  ['absent: review scores are unknown', 'ausente: as notas das avaliações são desconhecidas'],
  ['{n} added', '{n} acrescentadas'],
];

const COUNT = '([\\d,]+)';
const escaped = (text: string): string => text.replaceAll(/[.*+?^$()|[\]\\]/g, String.raw`\$&`);
const PATTERNS = NOTES.map(([english, portuguese]): [RegExp, string] => [
  new RegExp(escaped(english).replaceAll('{n}', COUNT).replace('{names}', '(.*?)'), 'g'),
  portuguese,
]);

/** What a load report notes of a file, in the reader's language; what is not known stays as it is. */
export function noteText(notes: string, language: Language): string {
  if (language === DEFAULT_LANGUAGE) return notes;
  return PATTERNS.reduce(
    (text, [english, portuguese]) =>
      text.replaceAll(english, (...found) => filled(portuguese, found.slice(1, -2).map(String))),
    notes,
  );
}

const filled = (text: string, parts: string[]): string =>
  text.replaceAll(/\{(n|names)\}/g, (_sign, what) => {
    const part = parts.shift() ?? '';
    return what === 'n' ? part.replaceAll(',', '.') : part;
  });
