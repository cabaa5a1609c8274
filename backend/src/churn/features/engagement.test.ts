import { build, openWarehouse, type Warehouse } from '../../warehouse';
import { writeSupplement } from '../../warehouse/supplement/testing/write-supplement';
import { scratchShop, type ScratchFolders } from '../../warehouse/testing/tiny-shop';
import { EVENT_FEATURES, FEATURE_SPECS, ORDER_FEATURES } from './feature-specs';
import { readFeatures } from './read-features';

let folders: ScratchFolders;
let warehouse: Warehouse;

const event = (n: number, event_type: string, occurred_at: string) => ({
  customer_unique_id: `person${n}`,
  event_type,
  occurred_at,
});

// The tiny shop sells order n on the n-th day of 2018, to person n.
beforeAll(async () => {
  folders = await scratchShop();
  await writeSupplement(folders.out, {
    customer_events: [
      event(1, 'support_ticket_opened', '2018-02-01 10:00:00'),
      event(1, 'support_ticket_opened', '2018-02-02 00:00:00'),
      event(1, 'email_opened', '2018-01-02 09:00:00'),
      event(1, 'email_opened', '2018-01-10 09:00:00'),
      event(1, 'email_clicked', '2018-01-10 09:01:00'),
      event(1, 'page_viewed', '2018-01-12 09:00:00'),
      event(1, 'page_viewed', '2018-01-12 09:05:00'),
      // Sent twice: one page view.
      event(1, 'page_viewed', '2018-01-12 09:05:00'),
      event(2, 'payment_failed', '2018-01-05 23:59:59'),
      // Before the first order: the shop has no customer yet who does anything of the kind.
      event(9, 'payment_failed', '2018-01-03 10:00:00'),
      event(4, 'support_ticket_opened', '2018-01-04 10:00:00'),
      event(4, 'email_opened', '2018-01-04 10:00:00'),
    ],
  });
  await build({ data: folders.data, out: folders.out, sample: false });
  warehouse = await openWarehouse(folders.out);
});
afterAll(async () => {
  await warehouse.close();
  await folders.remove();
});

const FEATURES = FEATURE_SPECS.map(({ key }) => key);

async function engagementOf(key: number, cut: string): Promise<Record<string, number>> {
  const { customerKeys, names, columns } = await warehouse.use((engine) =>
    readFeatures(engine, cut, { features: FEATURES }),
  );
  expect(names).toEqual(FEATURES);
  const row = customerKeys.indexOf(key);
  return Object.fromEntries(EVENT_FEATURES.map((name) => [name, columns[names.indexOf(name)]![row]!]));
}

it('counts what the customer did in the days up to the cut', async () => {
  expect(await engagementOf(1, '2018-02-01')).toEqual({
    support_tickets: 1,
    failed_payments: 0,
    emails_opened: 2,
    emails_clicked: 1,
    pages_viewed: 2,
    days_since_interest: 20,
  });
  expect(await engagementOf(1, '2018-02-02')).toMatchObject({ support_tickets: 2 });
});

it('forgets counts when their days are over, but not the last sign of interest', async () => {
  expect(await engagementOf(1, '2018-02-10')).toMatchObject({ pages_viewed: 2 });
  expect(await engagementOf(1, '2018-02-11')).toMatchObject({ pages_viewed: 0 });
  expect(await engagementOf(1, '2018-04-01')).toMatchObject({ emails_opened: 2 });
  expect(await engagementOf(1, '2018-04-02')).toMatchObject({ emails_opened: 1 });
  expect(await engagementOf(1, '2018-05-01')).toMatchObject({ support_tickets: 2, days_since_interest: 109 });
  expect(await engagementOf(1, '2018-05-03')).toMatchObject({ support_tickets: 0, days_since_interest: 111 });
  expect(await engagementOf(2, '2018-04-04')).toMatchObject({ failed_payments: 1 });
  expect(await engagementOf(2, '2018-04-05')).toMatchObject({ failed_payments: 0, days_since_interest: NaN });
});

it('knows nothing of what the shop has not told of any customer yet', async () => {
  const none = { failed_payments: NaN, emails_clicked: NaN, pages_viewed: NaN };
  expect(await engagementOf(1, '2018-01-03')).toMatchObject({ ...none, support_tickets: NaN, emails_opened: 1 });
  expect(await engagementOf(2, '2018-01-04')).toMatchObject({ ...none, support_tickets: 0, emails_opened: 0 });
  expect(await engagementOf(1, '2018-01-05')).toMatchObject({ failed_payments: 0 });
});

it('leaves the features of orders as they are without those of events', async () => {
  const [orders, all] = await warehouse.use(async (engine) => [
    await readFeatures(engine, '2018-02-05'),
    await readFeatures(engine, '2018-02-05', { features: FEATURES }),
  ]);
  expect(orders.names).toEqual(ORDER_FEATURES);
  expect(all.customerKeys).toEqual(orders.customerKeys);
  expect(all.columns.slice(0, ORDER_FEATURES.length)).toEqual(orders.columns);
});
