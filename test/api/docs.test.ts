import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openShop, type Shop } from '../browser/shop';
import { root } from '../files/repository';
import { examplesIn, withAnswers, type Example } from './examples';
import { differences, shortened } from './shape';
import { hasCurl, printed } from './shell';

const PATH = join(root, 'docs', 'api.md');
const text = readFileSync(PATH, 'utf8');
const examples = examplesIn(text);

/** What our own pages and editors ask. */
const FOR_OUR_PAGES = ['/query', '/schema'];

/** Set: the answers in the documentation are written anew instead of compared. */
const WRITE = process.env.CHURNWATCH_WRITE_DOCS === '1';
/** Lists are cut to so many entries there. */
const ENTRIES = 1;
/** A model is trained at the first start, which takes a while. */
const PATIENCE_MS = 300_000;

const describeWithCurl = hasCurl ? describe : describe.skip;

describeWithCurl(`the examples of docs/api.md${hasCurl ? '' : ' (skipped: no shell with curl found)'}`, () => {
  let shop: Shop;
  const variables: Record<string, string> = {};
  /** Asked in the order of the documentation: what the audit log shows, for one, depends on what was asked before. */
  const outputs: string[] = [];

  beforeAll(async () => {
    shop = await openShop();
    variables.API = `${shop.address}/api`;
    await modelServes(variables.API);
    variables.CUSTOMER = await someCustomer(variables.API);
    variables.WARNING = await someWarning(variables.API);
    await takesEvents(variables.API, variables.CUSTOMER);
    for (const { command } of examples) outputs.push(await answered(command, variables));
  }, PATIENCE_MS);

  afterAll(async () => {
    await shop?.close();
    if (!WRITE || outputs.length !== examples.length) return;
    const lasting = outputs.map((output, at) =>
      asWritten(output, examples[at]!.form)
        .replaceAll(shop.files, '/srv/shop')
        .replaceAll(shop.warehouse, '/srv/warehouse'),
    );
    writeFileSync(PATH, withAnswers(text, lasting));
  });

  it('are there for every route of the API that workflow tools use', async () => {
    const { paths } = (await (await fetch(`${variables.API}/openapi.json`)).json()) as { paths: object };
    const routes = Object.keys(paths).map((path) => path.replace('/api', '').replace('{id}', idOf(path)));
    const used = examples.map(({ command }) => command);
    const documented = routes.filter((path) => !FOR_OUR_PAGES.includes(path));
    expect(documented.filter((path) => !used.some((one) => one.includes(`$API${path}`)))).toEqual([]);
  });

  if (WRITE) return;

  for (const [at, { title, answer, form }] of examples.entries()) {
    it(`${title}, example ${at + 1}: answers in the documented shape`, () => {
      const output = outputs[at]!;
      if (form === 'csv') expect(output.split('\r\n')[0]).toBe(answer.split('\n')[0]);
      else expect(differences(JSON.parse(answer), JSON.parse(output))).toEqual([]);
    });
  }
});

/** What the example's command prints. */
async function answered(command: string, variables: Record<string, string>): Promise<string> {
  // Neither two builds nor two trainings run at once.
  await readable(variables.API!, ({ state, model }) => state === 'ready' && model.progress === undefined);
  return printed(command, variables);
}

/** An answer as it stands in the documentation: lists are cut. */
function asWritten(output: string, form: Example['form']): string {
  if (form === 'csv') return output.trim().replaceAll('\r\n', '\n');
  return JSON.stringify(shortened(JSON.parse(output), ENTRIES), null, 2);
}

const idOf = (path: string): string => (path.includes('/alerts/') ? '$WARNING' : '$CUSTOMER');

interface Status {
  state: string;
  model: { state: string; reason?: string; progress?: unknown };
  events: { unfolded?: number };
}

/** Waits until the status is as wanted. */
async function readable(api: string, wanted: (status: Status) => boolean): Promise<void> {
  while (!wanted((await (await fetch(`${api}/status`)).json()) as Status)) await pause();
}

/** Waits until the model of a new shop has been trained. */
async function modelServes(api: string): Promise<void> {
  await readable(api, ({ model }) => {
    if (model.reason !== undefined) throw new Error(`No model could be trained: ${model.reason}`);
    return model.state === 'ready';
  });
}

async function someCustomer(api: string): Promise<string> {
  const { customers } = (await (await fetch(`${api}/customers?limit=1`)).json()) as {
    customers: { customer_id: string }[];
  };
  return customers[0]?.customer_id ?? '';
}

/** Waits for an early warning, which the first model makes. */
async function someWarning(api: string): Promise<string> {
  for (;;) {
    const { alerts } = (await (await fetch(`${api}/alerts?limit=1`)).json()) as { alerts?: { id: string }[] };
    // Absent until the store of warnings is open.
    if (alerts?.[0]) return alerts[0].id;
    await pause();
  }
}

/** The status tells more once events have come. */
async function takesEvents(api: string, customer: string): Promise<void> {
  const event = {
    id: 'first',
    type: 'page_viewed',
    occurred_at: '2018-08-01T10:00:00Z',
    customer_id: customer,
    page: '/',
  };
  const headers = { 'content-type': 'application/json' };
  const { status } = await fetch(`${api}/events`, { method: 'POST', headers, body: JSON.stringify(event) });
  if (status !== 200) throw new Error(`The event was answered with ${status}.`);
  // The build that it brings about would otherwise begin between two of the examples.
  await readable(api, (now) => now.state === 'ready' && now.events.unfolded === 0);
}

const pause = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 500));
