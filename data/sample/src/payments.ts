import type { Payment, PaymentType } from './order';
import type { Random } from './random';

/** Orders whose payments differ from price plus freight, for the interest on long instalments. */
const INTEREST_SHARE = 0.05;
const INTEREST_FROM = 10;

/** How an order of so many cents is paid: in one payment mostly, sometimes with vouchers. They add up to `cents`. */
export function drawPayments(random: Random, cents: number): Payment[] {
  const u = random.uniform();
  if (u < 0.738) return [cardPayment(random, cents)];
  if (u < 0.94) return [{ type: 'boleto', instalments: 1, cents }];
  if (u < 0.955) return [{ type: 'debit_card', instalments: 1, cents }];
  if (u < 0.971) return vouchers(random, cents, voucherCount(random));
  if (u < 0.974) return twoCards(random, cents);
  return cardAndVouchers(random, cents);
}

/** The type that decides when an order is approved. */
export function mainType(payments: readonly Payment[]): PaymentType {
  return payments[0]?.type ?? 'credit_card';
}

function cardPayment(random: Random, cents: number): Payment {
  const instalments = drawInstalments(random, cents);
  const interest = instalments >= INTEREST_FROM && random.chance(INTEREST_SHARE) ? random.between(0.01, 0.06) : 0;
  return { type: 'credit_card', instalments, cents: Math.round(cents * (1 + interest)) };
}

/** The dearer the order, the more instalments; 8 and 10 are offered more often than their neighbours. */
function drawInstalments(random: Random, cents: number): number {
  if (random.chance(cents < 6000 ? 0.5 : 0.27)) return 1;
  const reach = Math.min(10, 2 + cents / 4500);
  const drawn = 2 + Math.floor(random.exponential() * reach * 0.6);
  if (drawn <= 6) return drawn;
  if (drawn <= 10) return random.pick([8, 8, 10, 10, 10, 7, 9]);
  return random.chance(0.96) ? 10 : random.pick([12, 12, 15, 18, 20, 24]);
}

function voucherCount(random: Random): number {
  const u = random.uniform();
  if (u < 0.72) return 1;
  if (u < 0.87) return 2;
  return 3 + Math.floor(random.exponential() * 1.5);
}

/** Splits an amount into so many vouchers, fewer when there are not enough cents. */
function vouchers(random: Random, cents: number, count: number): Payment[] {
  const payments: Payment[] = [];
  let left = cents;
  for (let nth = 1; nth < count && left > 100; nth += 1) {
    const part = Math.max(1, Math.round(left * random.between(0.2, 0.8)));
    payments.push({ type: 'voucher', instalments: 1, cents: part });
    left -= part;
  }
  payments.push({ type: 'voucher', instalments: 1, cents: left });
  return payments;
}

function cardAndVouchers(random: Random, cents: number): Payment[] {
  const byCard = Math.max(1, Math.round(cents * random.between(0.1, 0.85)));
  const card: Payment = { type: 'credit_card', instalments: drawInstalments(random, byCard), cents: byCard };
  return [card, ...vouchers(random, cents - byCard, random.chance(0.83) ? 1 : 2)];
}

function twoCards(random: Random, cents: number): Payment[] {
  const first = Math.max(1, Math.round(cents * random.between(0.2, 0.8)));
  return [first, cents - first].map((part) => ({
    type: 'credit_card',
    instalments: drawInstalments(random, part),
    cents: part,
  }));
}
