import { t } from '../../../language/t';
/** How an order's status looks: a colour of Okabe and Ito's palette, and a shape that tells the same without it. */
export interface OrderStyle {
  color: string;
  shape: 'circle' | 'cross' | 'ring';
  label: string;
}

const LOST = ['canceled', 'unavailable'];

/** Delivered, lost, or on its way, as every other status counts. */
export function orderStyle(status: string): OrderStyle {
  if (status === 'delivered')
    return { color: '#009e73', shape: 'circle', label: t('churn.orders.delivered', 'Delivered') };
  if (LOST.includes(status))
    return { color: '#d55e00', shape: 'cross', label: t('churn.orders.lost', 'Canceled or unavailable') };
  return { color: '#56b4e9', shape: 'ring', label: t('churn.orders.onItsWay', 'On its way') };
}
