import { DAY_MS, dayOf, segmentName, startOf, type AnnotationsQuery, type InLanguages } from '../../contract';
import { missingNotice } from '../alerts/source';
import { narrowingCondition } from '../alerts/conditions';
import type { QueryContext } from '../context';
import { bind, where } from '../filters';
import { wordingIn } from '../wording';
import type { ShopEvent, Told } from './event';

type Context = Pick<QueryContext, 'asked' | 'warnings' | 'language'>;

interface AlertWords {
  title(customers: number): string;
  text(day: Day): string;
}

const [en, pt] = [wordingIn('en'), wordingIn('pt-BR')];

const WORDS: InLanguages<AlertWords> = {
  en: {
    title: (customers) => `${en.count(customers)} ${customers === 1 ? 'customer' : 'customers'} newly at high risk`,
    text: ({ atRisk, segment, open }) =>
      `${en.money(atRisk)} at risk, most of it among ${segment}; ${open === 0 ? 'none of them is open' : `${en.count(open)} still open`}.`,
  },
  'pt-BR': {
    title: (customers) =>
      `${pt.count(customers)} ${customers === 1 ? 'cliente entrou' : 'clientes entraram'} em risco alto`,
    text: ({ atRisk, segment, open }) =>
      `${pt.money(atRisk)} em risco, a maior parte em ${segmentName(segment, 'pt-BR')}; ${open === 0 ? 'nenhum alerta em aberto' : `em aberto: ${pt.count(open)}`}.`,
  },
};

const BY_DAY = `SELECT as_of, segment, count(*) AS customers, sum(revenue_at_risk) AS at_risk, min(id) AS id,
    count(*) FILTER (warning_state IN ('new', 'acknowledged')) AS open
  FROM warnings`;

interface Day {
  customers: number;
  atRisk: number;
  open: number;
  /** The segment with the most at stake. */
  segment: string;
}

/** Early warnings, one event for each day of data that has any: how many, what is at stake, and where most of it is. */
export async function alertEvents(query: AnnotationsQuery, { asked, warnings, language }: Context): Promise<Told> {
  if ('missing' in warnings) {
    // Who asks for all that there is does not miss what is not kept here.
    const named = query.source?.includes('alerts') === true;
    return { events: [], notices: named ? [missingNotice(warnings.missing, language)] : [] };
  }
  const own = narrowingCondition(query);
  const { from, to } = asked;
  const rows = await warnings.source.rows(
    `${BY_DAY} ${where('NOT held_out', own.sql, 'as_of BETWEEN $first::DATE AND $last::DATE')}
    GROUP BY as_of, segment ORDER BY as_of, at_risk DESC, segment`,
    bind({ first: heldDay(from), last: heldDay(to) }, own),
  );
  const days = new Map<string, Day>();
  for (const { as_of, segment, customers, at_risk, open } of rows) {
    const day = days.get(String(as_of)) ?? { customers: 0, atRisk: 0, open: 0, segment: String(segment) };
    day.customers += Number(customers);
    day.atRisk += Number(at_risk);
    day.open += Number(open);
    days.set(String(as_of), day);
  }
  return { events: [...days].map(([day, of]) => eventOf(day, of, WORDS[language])) };
}

function eventOf(day: string, of: Day, words: AlertWords): ShopEvent {
  return {
    id: `alerts-${day}`,
    time: startOf(day),
    timeEnd: startOf(day) + DAY_MS - 1,
    title: words.title(of.customers),
    text: words.text(of),
    tags: ['alert', 'high', of.segment],
  };
}

/** A day that the database can hold. */
const heldDay = (ms: number): string => dayOf(Math.min(Math.max(ms, Date.UTC(1, 0, 2)), Date.UTC(9_999, 11, 31)));
