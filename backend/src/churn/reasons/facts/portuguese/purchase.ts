import { formatsIn } from '../../format';
import { comparedWithTypical, type Describe } from '../fact';

const { counted, hours, money, plain, share } = formatsIn('pt-BR');

const shareOfAll =
  (none: string, all: string, some: (text: string) => string): Describe =>
  (subject) => {
    const part = subject.value > 0.995 ? all : some(share(subject.value));
    return comparedWithTypical(subject.value < 0.005 ? none : part, subject);
  };

/** Nearer to 1 than this, a rate is as usual. */
const AS_USUAL = 0.05;

const repeatIndex =
  (of: string): Describe =>
  ({ value }) => {
    const usual = Math.abs(value - 1) < AS_USUAL;
    const often = usual ? 'quase com a frequência' : `com ${plain(value)} vezes a frequência`;
    return { fact: `As compras ${of} são seguidas de outra ${often} habitual` };
  };

/** Sentences in Portuguese about what the customer bought, from whom, for how much and how it was paid. */
export const PURCHASE_FACTS: Record<string, Describe> = {
  monetary: (subject) => comparedWithTypical(`Gastou ${money(subject.value)} ao todo`, subject),
  order_value: (subject) => comparedWithTypical(`Gasta ${money(subject.value)} por pedido em média`, subject),
  last_order_value: (subject) => comparedWithTypical(`O último pedido foi de ${money(subject.value)}`, subject),
  item_price: (subject) => comparedWithTypical(`Compra itens de ${money(subject.value)} em média`, subject),
  freight_per_order: (subject) => comparedWithTypical(`Paga ${money(subject.value)} de frete por pedido`, subject),
  freight_share: (subject) => comparedWithTypical(`O frete foi ${share(subject.value)} do preço com frete`, subject),
  items_per_order: (subject) =>
    comparedWithTypical(`Compra ${counted(subject.value, 'item', 'itens')} por pedido`, subject),
  categories: (subject) =>
    comparedWithTypical(
      `Comprou de ${counted(subject.value, 'categoria de produtos', 'categorias de produtos')}`,
      subject,
    ),
  sellers: (subject) => comparedWithTypical(`Comprou de ${counted(subject.value, 'vendedor', 'vendedores')}`, subject),
  product_weight_g: (subject) =>
    comparedWithTypical(`Os produtos pesaram ${plain(subject.value)} g em média`, subject, (g) => `${plain(g)} g`),
  category_repeat_index: repeatIndex('nas categorias deste cliente'),
  seller_repeat_index: repeatIndex('com os vendedores deste cliente'),
  state_repeat_index: repeatIndex('no estado deste cliente'),
  city_repeat_index: repeatIndex('na cidade deste cliente'),
  instalments: (subject) =>
    comparedWithTypical(
      subject.value < 1.5
        ? 'Paga à vista, sem parcelar'
        : `Paga em ${counted(subject.value, 'parcela', 'parcelas')} em média`,
      subject,
    ),
  card_share: shareOfAll(
    'Nunca pagou com cartão de crédito',
    'Pagou tudo com cartão de crédito',
    (text) => `Pagou ${text} com cartão de crédito`,
  ),
  voucher_share: shareOfAll('Nunca pagou com vale', 'Pagou tudo com vale', (text) => `Pagou ${text} com vale`),
  approval_hours: (subject) =>
    comparedWithTypical(`A aprovação do pagamento levou ${hours(subject.value)}`, subject, hours),
  same_state_share: shareOfAll(
    'Nunca comprou de um vendedor do mesmo estado',
    'Comprou tudo de vendedores do mesmo estado',
    (text) => `Comprou ${text} dos itens de vendedores do mesmo estado`,
  ),
  city_customers: (subject) =>
    comparedWithTypical(`Mora em uma cidade com ${counted(subject.value, 'cliente', 'clientes')}`, subject),
  weekend_share: shareOfAll(
    'Nunca fez pedidos no fim de semana',
    'Sempre fez pedidos no fim de semana',
    (text) => `Fez ${text} dos pedidos no fim de semana`,
  ),
  last_order_hour: ({ value }) => ({
    fact: `Fez o último pedido entre ${Math.floor(value)}h00 e ${Math.floor(value)}h59`,
  }),
  busiest_day: ({ value }) =>
    value < 1.5
      ? { fact: 'Comprou em dias comuns' }
      : { fact: `Comprou em um dia ${plain(value)} vezes mais movimentado que o habitual, como em uma promoção` },
};
