import { formatsIn } from '../format';
import { comparedWithTypical, type Describe } from './fact';

const { counted, hours, money, plain, share } = formatsIn('en');

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
    const often = usual ? 'about as often as usual' : `${plain(value)} times as often as usual`;
    return { fact: `Purchases ${of} are followed by another ${often}` };
  };

/** Sentences about what the customer bought, from whom, for how much and how it was paid. */
export const PURCHASE_FACTS: Record<string, Describe> = {
  monetary: (subject) => comparedWithTypical(`Has spent ${money(subject.value)} in all`, subject),
  order_value: (subject) => comparedWithTypical(`Spends ${money(subject.value)} per order on average`, subject),
  last_order_value: (subject) => comparedWithTypical(`The last order was worth ${money(subject.value)}`, subject),
  item_price: (subject) => comparedWithTypical(`Buys items at ${money(subject.value)} on average`, subject),
  freight_per_order: (subject) => comparedWithTypical(`Pays ${money(subject.value)} freight per order`, subject),
  freight_share: (subject) =>
    comparedWithTypical(`Freight made up ${share(subject.value)} of the price with freight`, subject),
  items_per_order: (subject) =>
    comparedWithTypical(`Buys ${counted(subject.value, 'item', 'items')} per order`, subject),
  categories: (subject) =>
    comparedWithTypical(`Has bought from ${counted(subject.value, 'product category', 'product categories')}`, subject),
  sellers: (subject) => comparedWithTypical(`Has bought from ${counted(subject.value, 'seller', 'sellers')}`, subject),
  product_weight_g: (subject) =>
    comparedWithTypical(`The products weighed ${plain(subject.value)} g on average`, subject, (g) => `${plain(g)} g`),
  category_repeat_index: repeatIndex("in this customer's categories"),
  seller_repeat_index: repeatIndex("from this customer's sellers"),
  state_repeat_index: repeatIndex("in this customer's state"),
  city_repeat_index: repeatIndex("in this customer's city"),
  instalments: (subject) =>
    comparedWithTypical(
      subject.value < 1.5
        ? 'Pays at once, without instalments'
        : `Pays in ${counted(subject.value, 'instalment', 'instalments')} on average`,
      subject,
    ),
  card_share: shareOfAll(
    'Never paid by credit card',
    'Paid everything by credit card',
    (text) => `Paid ${text} by credit card`,
  ),
  voucher_share: shareOfAll('Never paid by voucher', 'Paid everything by voucher', (text) => `Paid ${text} by voucher`),
  approval_hours: (subject) =>
    comparedWithTypical(`Payments took ${hours(subject.value)} to be approved`, subject, hours),
  same_state_share: shareOfAll(
    'Never bought from a seller in the same state',
    'Bought everything from sellers in the same state',
    (text) => `Bought ${text} of the items from sellers in the same state`,
  ),
  city_customers: (subject) =>
    comparedWithTypical(`Lives in a city with ${counted(subject.value, 'customer', 'customers')}`, subject),
  weekend_share: shareOfAll(
    'Never ordered at a weekend',
    'Always ordered at weekends',
    (text) => `Placed ${text} of the orders at weekends`,
  ),
  last_order_hour: ({ value }) => ({
    fact: `Placed the last order between ${Math.floor(value)}:00 and ${Math.floor(value)}:59`,
  }),
  busiest_day: ({ value }) =>
    value < 1.5
      ? { fact: 'Bought on ordinary days' }
      : { fact: `Bought on a day that was ${plain(value)} times as busy as usual, such as a sale` },
};
