import type { Frame, GeographyLevel, GeographyQuery, InLanguages, Language, Notice } from '../../contract';
import { NoScoreError } from '../../churn/scoring/scored';
import { noData } from '../../frames';
import type { Row, SqlParameters } from '../../warehouse/engine';
import { modelNotices } from '../churn/notices';
import type { QueryContext } from '../context';
import { bind, customerCondition, IN_RANGE, lineCondition, needsScores, where } from '../filters';
import { MEASURE_SQL } from '../measures';
import { statusCondition } from '../page';
import { fill } from '../template';
import { geographyFields } from './geography-fields';
import cityPositionsSql from './city-positions.sql';
import geographySql from './geography.sql';

/** The table of customers as of the day, and what is to be known of its scores. */
interface Customers {
  table: string;
  scored: boolean;
  notices: Notice[];
}

/** Degrees: Brazil from the Chuí to the Caburaí, and from the Serra do Divisor to Trindade and Martim Vaz (IBGE). */
const BRAZIL = { south: -33.8, north: 5.3, west: -74, east: -28.8 };

const PLACE: Record<GeographyLevel, string> = { state: 'state', city: 'city, state' };

interface GeographyWords {
  noRisk: string;
  noPlaces: string;
  lostPlaces(lost: number, all: number): string;
}

const WORDS: InLanguages<GeographyWords> = {
  en: {
    noRisk: 'Churn risk is left out.',
    noPlaces:
      'No city has a place on the map: load the shop’s geolocation file (olist_geolocation_dataset.csv) to see them.',
    lostPlaces: (lost, all) =>
      `${lost} of ${all} cities have no place on the map: the geolocation file knows none in Brazil for them.`,
  },
  'pt-BR': {
    noRisk: 'O risco de churn fica de fora.',
    noPlaces:
      'Nenhuma cidade tem lugar no mapa: carregue o arquivo de geolocalização da loja (olist_geolocation_dataset.csv) para vê-las.',
    lostPlaces: (lost, all) =>
      `${lost} de ${all} cidades não têm lugar no mapa: o arquivo de geolocalização não conhece nenhum no Brasil para elas.`,
  },
};

/** Sales, customers and churn risk by state or city. Without scores the risk is empty, and a notice says why. */
export function geography(query: GeographyQuery, context: QueryContext): Promise<Frame[]> {
  return withBestTable(query, context, async (customers) => {
    const by = query.by ?? 'state';
    const rows = await load(query, by, context, customers);
    if (rows.length === 0) return [noData('geography', 'table')];
    const notices = [...customers.notices, ...(by === 'city' ? positionNotices(rows, context.language) : [])];
    return [{ name: 'geography', meta: { type: 'table', notices }, fields: geographyFields(by, rows) }];
  });
}

/**
 * Calls `use` with the scored customers, or with the plain ones where there are no scores.
 *
 * @throws NoScoreError where there are none, but the filters name risk bands
 */
async function withBestTable<T>(
  query: GeographyQuery,
  context: QueryContext,
  use: (customers: Customers) => Promise<T>,
): Promise<T> {
  const { asOf } = context;
  try {
    return await context.scored(asOf, ({ table, model }) =>
      use({ table, scored: true, notices: modelNotices(model, context) }),
    );
  } catch (error) {
    if (!(error instanceof NoScoreError) || needsScores(query)) throw error;
    const text = `${WORDS[context.language].noRisk} ${error.told[context.language]}`;
    return context.snapshot(asOf, (table) => use({ table, scored: false, notices: [{ severity: 'info', text }] }));
  }
}

function load(
  query: GeographyQuery,
  by: GeographyLevel,
  { engine, asOf, range, signal }: QueryContext,
  { table, scored }: Customers,
): Promise<Row[]> {
  const [lines, customers] = [lineCondition(query, table), customerCondition(query, asOf)];
  const status = statusCondition(query);
  const sql = fill(geographySql, {
    ...MEASURE_SQL,
    place: PLACE[by],
    risk: riskSql(scored, status.sql),
    table,
    where_lines: where(...IN_RANGE, lines.sql),
    where_customers: where(customers.sql),
    position: by === 'city' ? 'latitude, longitude,' : '',
    positions: by === 'city' ? fill(cityPositionsSql, {}) : '',
    limit: query.limit === undefined ? '' : 'LIMIT $limit',
  });
  const own: SqlParameters = {
    from: range.from,
    to: range.to,
    ...(by === 'city' ? BRAZIL : {}),
    ...(query.limit === undefined ? {} : { limit: query.limit }),
  };
  return engine.rows(sql, bind(own, lines, customers, ...(scored ? [status] : [])), signal);
}

/** Columns of the risk of those customers whose risk counts; nulls without scores. */
function riskSql(scored: boolean, whoCounts: string): string {
  if (!scored) {
    return ['high_risk_customers', 'high_risk_share', 'high_risk_revenue']
      .map((name) => `NULL::DOUBLE AS ${name}`)
      .join(',\n    ');
  }
  const counts = whoCounts === '' ? 'true' : whoCounts;
  const high = `band = 'high' AND ${counts}`;
  return [
    `(count(*) FILTER (WHERE ${high}))::DOUBLE AS high_risk_customers`,
    `avg((band = 'high')::INTEGER) FILTER (WHERE ${counts}) AS high_risk_share`,
    `coalesce(sum(revenue_at_risk) FILTER (WHERE ${high}), 0) AS high_risk_revenue`,
  ].join(',\n    ');
}

/** Says where cities have no place on a map: there is no file of places, or some are not in it. */
function positionNotices(rows: readonly Row[], language: Language): Notice[] {
  const lost = rows.filter(({ latitude }) => latitude === null).length;
  if (lost === 0) return [];
  const words = WORDS[language];
  const text = lost === rows.length ? words.noPlaces : words.lostPlaces(lost, rows.length);
  return [{ severity: 'info', text }];
}
