import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sampleShop, type Shop } from '../testing/shop';
import { MACROS } from './macros';

const text = readFileSync(join(process.cwd(), '../docs/data-source.md'), 'utf8');
const statements = [...text.matchAll(/```sql\n([\s\S]*?)```/g)].map(([, sql]) => sql!);

let shop: Shop;

beforeAll(async () => {
  shop = await sampleShop();
}, 60_000);

afterAll(() => shop.close());

describe('the documentation of the data source', () => {
  it.each(statements)('shows SQL that works: %s', async (rawSql) => {
    const { error, frames } = await shop.ask({ kind: 'sql', rawSql }, { settings: { sqlMode: 'everybody' } });
    expect(error).toBeUndefined();
    expect(frames[0]?.fields[0]?.column.length).toBeGreaterThan(0);
  });

  it('shows some, and names every macro', () => {
    expect(statements.length).toBeGreaterThan(3);
    for (const { usage } of MACROS.values()) expect(text).toContain(`\`${usage}`);
  });
});
