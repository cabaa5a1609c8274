import type { Language, Text } from './language';

/** How orders are paid, by the keys of Olist's files. */
const KNOWN: Readonly<Record<string, Text>> = {
  credit_card: { en: 'Credit card', 'pt-BR': 'Cartão de crédito' },
  debit_card: { en: 'Debit card', 'pt-BR': 'Cartão de débito' },
  boleto: { en: 'Boleto', 'pt-BR': 'Boleto' },
  voucher: { en: 'Voucher', 'pt-BR': 'Vale' },
  not_defined: { en: 'Not defined', 'pt-BR': 'Não definida' },
};

/** What a payment type is called in the language; one that is not known stays as it is. */
export function paymentTypeName(key: string, language: Language): string {
  return Object.hasOwn(KNOWN, key) ? (KNOWN[key]?.[language] ?? key) : key;
}
