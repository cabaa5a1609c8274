import { FieldType, LoadingState, toDataFrame, type DataFrame, type Field, type LinkModel } from '@grafana/data';

/** A data link as the panel is given it. */
export const link = (href: string): LinkModel => ({
  href,
  title: 'Customers',
  target: '_self',
  origin: { name: 'city', type: FieldType.string, config: {}, values: [] },
});

type Figures = Record<string, string | number | null>;

/** The figures of a place; those that a test does not care about follow from its revenue. */
export function figures(revenue: number, risk: number | null = 0.25): Figures {
  const customers = Math.round(revenue / 100);
  return {
    revenue,
    orders: customers + 1,
    customers,
    customer_base: customers * 2,
    churned_share: 0.5,
    high_risk_customers: risk === null ? null : customers * 2 * risk,
    high_risk_share: risk,
    high_risk_revenue: risk === null ? null : revenue * risk,
  };
}

export const STATES: Figures[] = [
  { state: 'SP', name: 'São Paulo', ...figures(5_000_000.5, 0.3) },
  { state: 'MG', name: 'Minas Gerais', ...figures(1_000_000, 0.4) },
  { state: 'AM', name: 'Amazonas', ...figures(20_000, 0.1) },
  { state: 'RS', name: 'Rio Grande do Sul', ...figures(800_000, 0.2) },
  { state: 'AC', name: 'Acre', ...figures(0, 0.2), customer_base: 3 },
];

const city = (name: string, state: string, at: [number, number] | null, revenue: number, risk = 0.25): Figures => ({
  city: name,
  state,
  latitude: at?.[1] ?? null,
  longitude: at?.[0] ?? null,
  ...figures(revenue, risk),
});

export const CITIES: Figures[] = [
  city('sao paulo', 'SP', [-46.63, -23.55], 2_000_000, 0.3),
  city('campinas', 'SP', [-47.06, -22.9], 200_000, 0.1),
  city('belo horizonte', 'MG', [-43.94, -19.92], 500_000),
  city('nowhere', 'SP', null, 900),
  // A mistake of the file: a town of São Paulo on the equator.
  city('lost', 'SP', [-60, 0], 800),
];

/** A frame with a field for each key of its rows. */
export function frameOf(rows: Figures[], getLinks?: Field['getLinks']): DataFrame {
  const keys = Object.keys(rows[0] ?? {});
  const frame = toDataFrame({
    name: 'geography',
    meta: { custom: { asOf: '2018-08-31' } },
    fields: keys.map((key) => ({
      name: key,
      type: ['state', 'name', 'city'].includes(key) ? FieldType.string : FieldType.number,
      values: rows.map((row) => row[key]),
    })),
  });
  for (const field of frame.fields) if (['state', 'city'].includes(field.name)) field.getLinks = getLinks;
  return frame;
}

/** What the backend answers for a small shop: states and cities. */
export const shopFrames = (): DataFrame[] => [frameOf(STATES), frameOf(CITIES)];

/** A panel's data once it is loaded. */
export function loaded(series: DataFrame[]) {
  return { series, state: LoadingState.Done };
}
