import customersWith from './sql/events/customers-with.sql';
import engagement from './sql/events/engagement.sql';
import recorded from './sql/events/recorded.sql';
import withEventsSql from './sql/events/with-events.sql';
import featuresSql from './sql/features.sql';
import busyDays from './sql/shop/busy-days.sql';
import categoryRates from './sql/shop/category-rates.sql';
import cityRates from './sql/shop/city-rates.sql';
import citySizes from './sql/shop/city-sizes.sql';
import occasions from './sql/shop/occasions.sql';
import outcomes from './sql/shop/outcomes.sql';
import overall from './sql/shop/overall.sql';
import purchases from './sql/shop/purchases.sql';
import sellerRates from './sql/shop/seller-rates.sql';
import stateRates from './sql/shop/state-rates.sql';

/** A relation by its name, and the SELECT of its rows as of the day `$cut`. */
export interface NamedSelect {
  name: string;
  sql: string;
}

const named = (name: string, sql: string): NamedSelect => ({ name, sql: sql.replaceAll(/^--.*\n/gm, '').trim() });

const PURCHASES = named('purchases', purchases);

/** What is known of the customers' own purchases: of some customers, it needs the orders of these alone. */
export const OWN_PAST: readonly NamedSelect[] = [PURCHASES, named('occasions', occasions)];

/**
 * What a feature says of a customer by way of the whole shop: chances of another order by what, from whom and where people
 * bought, and how busy the shop was. Each reads the marts, OWN_PAST of all customers and those before it.
 */
export const SHOP_FACTS: readonly NamedSelect[] = [
  named('outcomes', outcomes),
  named('overall', overall),
  named('category_rates', categoryRates),
  named('seller_rates', sellerRates),
  named('state_rates', stateRates),
  named('city_rates', cityRates),
  named('city_sizes', citySizes),
  named('busy_days', busyDays),
];

/** What customers did besides ordering: of some customers, it needs the events of these alone. */
const OWN_EVENTS = named('engagement', engagement);

/** Which events the whole shop has told of; reads the marts alone. */
export const RECORDED_EVENTS = named('recorded', recorded);

/** Statements of the same rows without and with the features of events. */
export interface FeatureStatements {
  orders: string;
  withEvents: string;
}

const withKnown = (sql: string, known: readonly NamedSelect[]): string =>
  sql.replace('{known}', () => known.map((one) => `${one.name} AS (\n${one.sql}\n)`).join(',\n'));

function statements(known: readonly NamedSelect[], ofEvents: readonly NamedSelect[]): FeatureStatements {
  const orders = withKnown(featuresSql, known);
  return { orders, withEvents: withKnown(withEventsSql, ofEvents).replace('{features}', () => orders) };
}

/** The features of all customers of a warehouse. */
export const FEATURES_SQL = statements([...OWN_PAST, ...SHOP_FACTS], [OWN_EVENTS, RECORDED_EVENTS]);

/** The features of the customers whose orders the marts hold, where SHOP_FACTS and RECORDED_EVENTS are tables by these names. */
export const FEATURES_OF_SOME_SQL = statements([PURCHASES], [OWN_EVENTS]);

/** Of how many customers each feature of events says something. */
export const CUSTOMERS_WITH_EVENTS_SQL = withKnown(customersWith, [OWN_EVENTS]);
