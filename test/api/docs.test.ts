import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openShop, type Shop } from '../browser/shop';
import { root } from '../files/repository';
import { examplesIn, withAnswers } from './examples';
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
  const answers: string[] = [];

  beforeAll(async () => {
    shop = await openShop();
    variables.API = `${shop.address}/api`;
    await modelServes(variables.API);
    variables.CUSTOMER = await someCustomer(variables.API);
  }, PATIENCE_MS);

  afterAll(async () => {
    await shop?.close();
    if (!WRITE || answers.length !== examples.length) return;
    const lasting = answers.map((answer) => answer.replaceAll(shop.files, '/srv/shop'));
    writeFileSync(PATH, withAnswers(text, lasting));
  });

  it('are there for every route of the API that workflow tools use', async () => {
    const { paths } = (await (await fetch(`${variables.API}/openapi.json`)).json()) as { paths: object };
    const routes = Object.keys(paths).map((path) => path.replace('/api', '').replace('{id}', '$CUSTOMER'));
    const used = examples.map(({ command }) => command);
    const documented = routes.filter((path) => !FOR_OUR_PAGES.includes(path));
    expect(documented.filter((path) => !used.some((one) => one.includes(`$API${path}`)))).toEqual([]);
  });

  for (const [at, { title, command, answer, form }] of examples.entries()) {
    it(`${title}, example ${at + 1}: answers in the documented shape`, async () => {
      const output = await printed(command, variables);
      if (form === 'csv') {
        answers.push(output.trim().replaceAll('\r\n', '\n'));
        if (!WRITE) expect(output.split('\r\n')[0]).toBe(answer.split('\n')[0]);
        return;
      }
      const body: unknown = JSON.parse(output);
      answers.push(JSON.stringify(shortened(body, ENTRIES), null, 2));
      if (!WRITE) expect(differences(JSON.parse(answer), body)).toEqual([]);
    });
  }
});

/** Waits until the model of a new shop has been trained. */
async function modelServes(api: string): Promise<void> {
  for (;;) {
    const { model } = (await (await fetch(`${api}/status`)).json()) as { model: { state: string; reason?: string } };
    if (model.state === 'ready') return;
    if (model.reason !== undefined) throw new Error(`No model could be trained: ${model.reason}`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

async function someCustomer(api: string): Promise<string> {
  const { customers } = (await (await fetch(`${api}/customers?limit=1`)).json()) as {
    customers: { customer_id: string }[];
  };
  return customers[0]?.customer_id ?? '';
}
