import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { DEFAULT_BANDS, DEFAULT_WARNING_RULES } from '../../contract';
import { MIGRATIONS } from '../store/migrations';
import { openEventStore, storeFile, type EventStore } from '../store/store';
import { notePurchases } from './returns';
import { BASIS, profile, risen, WORDS } from './testing/profiles';
import { openWarnings, type Warnings } from './warnings';

/** Before warnings knew any language but English. */
const OLD_VERSION = 4;
const OLD_WARNING = `INSERT INTO warnings BY NAME SELECT 'w000000000000' AS id, now() AS created_at,
  DATE '2018-07-01' AS as_of, 'customer-old' AS customer_id, 'medium' AS from_band, 'high' AS band,
  0.99 AS churn_probability, 0.5 AS relative_odds, 'Loyal' AS segment, 'SP' AS state, 200 AS monetary,
  100 AS value_if_returns, 99 AS revenue_at_risk, '["Last order 300 days ago."]' AS reasons, 'Write' AS action,
  'event' AS trigger, 'g0' AS generation, 'm0' AS model, false AS held_out, 'new' AS warning_state, 1 AS version,
  DATE '2018-12-28' AS horizon_end`;
const PAGE = { sort: 'created_at', descending: true, limit: 10, offset: 0 } as const;
const ID = 'w000000000001';

let out: string;
let store: EventStore;
let warnings: Warnings;

const open = async (): Promise<void> => {
  store = await openEventStore(out);
  const rules = { ...DEFAULT_WARNING_RULES, holdOutShare: 0, valueFrom: 0 };
  warnings = openWarnings({ store, rules, bands: DEFAULT_BANDS, horizonDays: 180, onFault: () => {} });
};

beforeEach(async () => {
  out = await mkdtemp(join(tmpdir(), 'churnwatch-words-'));
  await mkdir(dirname(storeFile(out)));
  const old = await DuckDBInstance.create(storeFile(out));
  const connection = await old.connect();
  await connection.run(MIGRATIONS.slice(0, OLD_VERSION).join('\n'));
  await connection.run(`CREATE TABLE store_version (version INTEGER NOT NULL);
    INSERT INTO store_version VALUES (${OLD_VERSION}); ${OLD_WARNING}`);
  connection.closeSync();
  old.closeSync();
  await open();
  for (const one of [profile('customer-a'), risen('customer-a')]) {
    await store.transaction((statements) => warnings.watcher.consider(statements, [one], BASIS, Date.now()));
  }
});
afterEach(async () => {
  await store.close();
  await rm(out, { recursive: true, force: true });
});

it('tells a warning in the language asked for, also when the store is opened again', async () => {
  await store.close();
  await open();
  const portuguese = { title: 'O risco passou a alto', ...WORDS['pt-BR'] };
  expect(await warnings.one(ID, true, 'pt-BR')).toMatchObject(portuguese);
  expect((await warnings.list(PAGE, true, 'pt-BR')).find(({ id }) => id === ID)).toMatchObject(portuguese);
  const english = { title: 'Risk has risen to high', ...WORDS.en };
  for (const language of [undefined, 'en'] as const) {
    expect(await warnings.one(ID, true, language)).toMatchObject(english);
  }
});

it('tells a warning of an older store in English, as it was written', async () => {
  const old = { reasons: ['Last order 300 days ago.'], action: 'Write', title: 'O risco passou a alto' };
  expect((await warnings.list(PAGE, true, 'pt-BR')).find(({ id }) => id === 'w000000000000')).toMatchObject(old);
  await warnings.change('w000000000000', { state: 'acted' }, 'ana', true, 'pt-BR');
  expect(await warnings.one('w000000000000', true, 'pt-BR')).toMatchObject({ ...old, state: 'acted' });
});

it('sends news in English', async () => {
  const [made] = await warnings.since(0, 1);
  expect(made?.warning).toMatchObject(WORDS.en);
});

it('refuses in the language asked for', async () => {
  const refused = (id: string, change: object) => warnings.change(id, change, 'ana', true, 'pt-BR');
  await warnings.change(ID, { state: 'resolved' }, 'ana', true);
  const errors = await Promise.all([
    refused('none', {}),
    refused(ID, { state: 'acted' }),
    refused(ID, { owner: 'bia', version: 1 }),
    refused(ID, { note: 'a\u0000b' }),
  ]);
  expect(errors).toEqual([
    { status: 404, error: 'Não há alerta antecipado "none".' },
    { status: 422, error: expect.stringMatching(/“Resolvido” não pode passar a “.*pode passar a: “/) as string },
    { status: 409, error: expect.stringMatching(/está como “Resolvido” \(versão 2\)/) as string },
    { status: 422, error: expect.stringMatching(/^anotação: há caracteres/) as string },
  ]);
});

it('tells in it also why a warning was resolved by itself, and leaves the notes of people as they are', async () => {
  await warnings.change(ID, { note: 'Bought again on 2018-08-01.' }, 'ana', true);
  const purchases = [{ customerId: 'customer-a', day: '2018-09-03' }];
  await store.transaction((statements) => notePurchases(statements, purchases, Date.now()));
  const notes = async (language: 'en' | 'pt-BR') =>
    (await warnings.one(ID, true, language))?.history.map(({ note }) => note);
  expect(await notes('pt-BR')).toEqual([null, 'Bought again on 2018-08-01.', 'Comprou de novo em 3 de set. de 2018.']);
  expect(await notes('en')).toEqual([null, 'Bought again on 2018-08-01.', 'Bought again on Sep 3, 2018.']);
});
