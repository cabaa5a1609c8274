import type { Text } from '../../contract';
import { PORTUGUESE_FEATURES } from '../features/portuguese';
import type { FeatureSpec } from '../features/spec';

// The English texts name features by their keys as well: programs ask what-ifs, too.

const decimal = (value: number): string => String(value).replace('.', ',');
const named = ({ key, label }: FeatureSpec): { en: string; 'pt-BR': string } => ({
  en: `${label} (${key})`,
  'pt-BR': `${PORTUGUESE_FEATURES[key] ?? label} (${key})`,
});

/** Why a what-if is refused: a feature that cannot be set. @param known the keys of those that can */
export const notChangeable = (key: string, known: string): Text => ({
  en: `"${key}" is not a feature that can be set; these can: ${known}.`,
  'pt-BR': `"${key}" não é uma característica que se possa mudar; estas são: ${known}.`,
});

/** A value outside of what is possible. */
export const outOfRange = (spec: FeatureSpec, min: number, max: number, value: number): Text => ({
  en: `${named(spec).en} must be from ${min} to ${max}, not ${value}.`,
  'pt-BR': `${named(spec)['pt-BR']}: o valor deve ficar entre ${decimal(min)} e ${decimal(max)}, não ${decimal(value)}.`,
});

/** A count with a fraction. */
export const notWhole = (spec: FeatureSpec, value: number): Text => ({
  en: `${named(spec).en} must be a whole number, not ${value}.`,
  'pt-BR': `${named(spec)['pt-BR']}: o valor deve ser um número inteiro, não ${decimal(value)}.`,
});

/** A first and a last order on different days, of a customer who ordered on one day. */
export const sameDay = (tenure: number, recency: number): Text => ({
  en: `A customer who ordered on one day has the same first and last order: tenure_days (${tenure}) must equal recency_days (${recency}).`,
  'pt-BR': `Quem pediu em um só dia tem o primeiro e o último pedido no mesmo dia: os dias desde o primeiro (${decimal(tenure)}) devem ser iguais aos dias desde o último (${decimal(recency)}).`,
});

/** More days with an order than lie between the first and the last. */
export const tooManyDays = (frequency: number, tenure: number, recency: number, shortest: number): Text => ({
  en: `${frequency} days with an order do not fit between the first (${tenure} days ago) and the last (${recency} days ago): tenure_days must be at least ${shortest}.`,
  'pt-BR': `${decimal(frequency)} dias com pedido não cabem entre o primeiro (há ${decimal(tenure)} dias) e o último (há ${decimal(recency)} dias): o primeiro deve ter sido há pelo menos ${decimal(shortest)} dias.`,
});

/** A last order that is the only one, and yet not worth what was spent. */
export const onlyOrder = (last: number, monetary: number): Text => ({
  en: `The only order is the last one: last_order_value (${last}) must equal monetary (${monetary}).`,
  'pt-BR': `O único pedido é o último: o valor dele (${decimal(last)}) deve ser igual ao total gasto (${decimal(monetary)}).`,
});

/** A last order worth more than all together. */
export const lastAboveAll = (last: number, monetary: number): Text => ({
  en: `The last order cannot be worth more than all orders: last_order_value (${last}) must be at most monetary (${monetary}).`,
  'pt-BR': `O último pedido (${decimal(last)}) não pode valer mais que o total gasto (${decimal(monetary)}).`,
});
