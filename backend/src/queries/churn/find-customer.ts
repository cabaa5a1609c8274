import { meansMostAtStake, QueryError, type Language } from '../../contract';
import { NoScoreError, type ScoredCustomers } from '../../churn/scoring/scored';
import type { Row } from '../../warehouse/engine';
import type { QueryContext } from '../context';
import { searchText, shownId } from '../customer-ids';
import { fill } from '../template';
import { longDay } from '../wording';
import findCustomerSql from './sql/find-customer.sql';
import knownCustomersSql from './sql/known-customers.sql';

const BY_ID = { wanted: 'starts_with(customer_id, $search)', order: 'exact DESC' };
const BY_STAKE = { wanted: 'true', order: "status = 'active' DESC, revenue_at_risk DESC" };

/**
 * The row of the scored table of the one customer whose id is `wanted` or begins with it, or who has the most at stake,
 * with `shown_id` as the caller may see it.
 *
 * @throws QueryError when no customer is meant, or several
 * @throws NoScoreError when the customer has no purchase, or none by the as-of day
 */
export async function findCustomer(wanted: string, scored: ScoredCustomers, context: QueryContext): Promise<Row> {
  const search = searchText(wanted, context.fullIds);
  const shown = shownId('customer_id', context.fullIds);
  const byStake = meansMostAtStake(wanted);
  const sql = fill(findCustomerSql, { customers: scored.table, shown, ...(byStake ? BY_STAKE : BY_ID) });
  const found = await context.engine.rows(sql, { search }, context.signal);
  const [first, second] = found;
  if (!first) return refuse(search, shown, context);
  // A whole id names its customer even when a longer one begins with it.
  if (second && !byStake && !(first.exact && context.fullIds)) throw severalBeginWith(search);
  return first;
}

async function refuse(search: string, shown: string, { engine, asOf, signal }: QueryContext): Promise<never> {
  const [known, another] = await engine.rows(fill(knownCustomersSql, { shown }), { search }, signal);
  const wanted = JSON.stringify(search);
  if (!known) {
    throw new QueryError({
      en: `No customer has the id ${wanted}, or one that begins with it.`,
      'pt-BR': `Nenhum cliente tem o id ${wanted}, nem um que comece assim.`,
    });
  }
  if (another) throw severalBeginWith(search);
  if (known.first_purchase === null) {
    throw new NoScoreError({
      en: `Customer ${known.shown_id} has no purchase (canceled and unavailable orders do not count), so no score.`,
      'pt-BR': `O cliente ${known.shown_id} não tem compra (pedidos cancelados e indisponíveis não contam), por isso não tem pontuação.`,
    });
  }
  throw notYetCustomer(String(known.shown_id), asOf, String(known.first_purchase));
}

function notYetCustomer(shownId: string, asOf: string, firstPurchase: string): NoScoreError {
  const days = (language: Language): [asOf: string, first: string] => [
    longDay(asOf, language),
    longDay(firstPurchase, language),
  ];
  const [english, portuguese] = [days('en'), days('pt-BR')];
  return new NoScoreError({
    en: `Customer ${shownId} has no score as of ${english[0]}: the first purchase was on ${english[1]}.`,
    'pt-BR': `O cliente ${shownId} não tem pontuação em ${portuguese[0]}: a primeira compra foi em ${portuguese[1]}.`,
  });
}

function severalBeginWith(search: string): QueryError {
  const beginning = JSON.stringify(search);
  return new QueryError({
    en: `Several customers' ids begin with ${beginning}: give more of the id.`,
    'pt-BR': `Os ids de vários clientes começam com ${beginning}: informe mais do id.`,
  });
}
