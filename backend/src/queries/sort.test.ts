import { RISK_BANDS, SEGMENTS } from '../contract';
import { fakeModel } from './churn/testing/fake-model';
import { fakeScorer } from './churn/testing/fake-scorer';
import { rowsOf, sampleShop, type Shop } from './testing/shop';

let shop: Shop;
beforeAll(async () => {
  shop = await sampleShop();
}, 60_000);
afterAll(() => shop.close());

const scorer = fakeScorer(fakeModel({}));
const column = async (model: object, name: string) => {
  const { status, error, frames } = await shop.ask(model, { scorer });
  expect({ status, error }).toEqual({ status: 200, error: undefined });
  return rowsOf(frames[0]).map((row) => row[name]);
};
const up = (values: unknown[]) => values.map(Number).toSorted((a, b) => a - b);

describe('a breakdown', () => {
  const by = (model: object, name = 'revenue') => column({ kind: 'breakdown', by: 'category', ...model }, name);

  it('comes by its measure both ways, the limit at the end that is shown', async () => {
    const all = up(await by({}));
    expect(await by({ descending: false })).toEqual(all);
    expect(await by({})).toEqual(all.toReversed());
    expect(await by({ limit: 3 })).toEqual(all.toReversed().slice(0, 3));
    expect(await by({ limit: 3, descending: false })).toEqual(all.slice(0, 3));
  });

  it('comes by name both ways, of which a limit keeps the largest', async () => {
    const names = (await by({}, 'category')).map(String);
    expect(await by({ sort: 'name', descending: false }, 'category')).toEqual(names.toSorted());
    expect(await by({ sort: 'name' }, 'category')).toEqual(names.toSorted().reverse());
    expect(await by({ sort: 'name', descending: false, limit: 4 }, 'category')).toEqual(names.slice(0, 4).sort());
  });

  it('calls what has no seller by a name', async () => {
    expect(await column({ kind: 'breakdown', by: 'seller' }, 'seller')).not.toContain('null');
  });
});

describe('segments', () => {
  it('come in their own order unless a sort is asked for', async () => {
    const names = await column({ kind: 'rfm_segments' }, 'segment');
    expect(names).toEqual(SEGMENTS.filter((segment) => names.includes(segment)));
    for (const measure of ['customers', 'churned_share']) {
      const sorted = await column({ kind: 'rfm_segments', sort: measure }, measure);
      expect(sorted).toEqual(up(sorted).toReversed());
      const alert = { kind: 'rfm_segments', measure, sort: measure, descending: false };
      expect(await column(alert, measure)).toEqual(up(sorted));
    }
  });
});

describe('risk by group', () => {
  const risk = (model: object, name: string) => column({ kind: 'risk_summary', ...model }, name);

  it('comes by any measure both ways, with a limit at the end that is shown', async () => {
    const customers = up(await risk({ by: 'state' }, 'customers'));
    expect(await risk({ by: 'state', sort: 'customers', limit: 2 }, 'customers')).toEqual(
      customers.toReversed().slice(0, 2),
    );
    const fewest = { by: 'state', sort: 'customers', descending: false, limit: 2 };
    expect(await risk(fewest, 'customers')).toEqual(customers.slice(0, 2));
    const own = await risk({ by: 'state', measure: 'high_risk_share' }, 'high_risk_share');
    expect(own).toEqual(up(own).toReversed());
  });

  it('comes by name, segments and bands in their own order', async () => {
    const states = (await risk({ by: 'state', sort: 'name', descending: false }, 'state')).map(String);
    expect(states).toEqual(states.toSorted());
    const bands = await risk({ by: 'band', sort: 'name', descending: false }, 'band');
    expect(bands).toEqual(RISK_BANDS.filter((band) => bands.includes(band)));
    const largest = await risk({ by: 'state', limit: 3 }, 'state');
    expect(await risk({ by: 'state', sort: 'name', limit: 3 }, 'state')).toEqual(largest.map(String).sort().reverse());
  });
});
