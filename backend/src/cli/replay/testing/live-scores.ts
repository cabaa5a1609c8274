import type { ChurnModel } from '../../../churn/model/churn-model';
import { smallModel } from '../../../churn/model/testing/small-model';
import { EVENT_FEATURES } from '../../../churn/features/feature-specs';
import { builtInPlaybook } from '../../../churn/playbook/load-playbook';
import { Scorings } from '../../../churn/scoring/scorings';
import { servedModel } from '../../../churn/scoring/served-model';
import { DEFAULT_SETTINGS as settings } from '../../../contract';
import { eventsAfter } from '../../../events/process/logged-event';
import type { EventStore } from '../../../events/store/store';
import { LiveScoring } from '../../../queries/live/live-scorer';
import { Snapshots } from '../../../segments/snapshot';
import { openWarehouse } from '../../../warehouse';

/** How customers stand as of one day, by their ids. */
export interface Standing {
  asOf: string;
  customers: ReadonlyMap<string, readonly (string | number | null)[]>;
}

const MOST_EVENTS = 100_000;

/** A model that knows what customers do besides ordering. */
const modelOfEvents = (): Promise<ChurnModel> => smallModel({}, EVENT_FEATURES);

/** The customers whom the events in a log touched, scored live over the last generation, which has none of these events. */
export async function liveStanding(out: string, store: EventStore): Promise<Standing> {
  const model = await modelOfEvents();
  const warehouse = await openWarehouse(out);
  const champion = { model, served: servedModel(model) };
  const live = new LiveScoring({
    out,
    store,
    settings,
    models: { current: () => champion, reason: () => undefined, coming: () => false },
    playbook: () => Promise.resolve({ playbook: builtInPlaybook() }),
    generation: () => warehouse.generation,
    foldedUpTo: () => Promise.resolve(0),
    restFactor: 0,
  });
  try {
    const { profiles } = await live.score(await eventsAfter(store, 0, MOST_EVENTS));
    return {
      asOf: profiles[0]?.asOf ?? '',
      customers: new Map(
        profiles.map((one) => [
          one.customerId,
          [one.churnProbability, one.band, one.relativeOdds, one.segment, one.valueIfReturns, one.revenueAtRisk],
        ]),
      ),
    };
  } finally {
    await live.close();
    await warehouse.close();
  }
}

/** All customers as the last generation of a warehouse folder knows them. */
export async function builtStanding(out: string, asOf: string): Promise<Standing> {
  const model = await modelOfEvents();
  const warehouse = await openWarehouse(out);
  try {
    return await warehouse.use(async (engine) => {
      const snapshots = new Snapshots(engine);
      const request = { asOf, bands: settings.riskBands, snapshotKey: '' };
      const rows = await new Scorings(engine, model, servedModel(model)).with(
        { ...request, snapshot: (use) => snapshots.with({ asOf, settings }, use) },
        ({ table }) =>
          engine.rows(
            `SELECT customer_id, churn_probability, band, relative_odds, segment, value_if_returns, revenue_at_risk
             FROM ${table}`,
          ),
      );
      const customers = rows.map(({ customer_id, ...row }): [string, (string | number | null)[]] => [
        String(customer_id),
        Object.values(row) as (string | number | null)[],
      ]);
      return { asOf, customers: new Map(customers) };
    });
  } finally {
    await warehouse.close();
  }
}
