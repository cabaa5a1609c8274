import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openEventStore, storeFile } from '../../events/store/store';
import { NO_WARNINGS } from '../../queries/alerts';
import { keptWarnings } from './kept-warnings';

let out: string;
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'churnwatch-kept-'));
});
afterEach(() => rmSync(out, { recursive: true, force: true }));

describe('the early warnings of a warehouse folder', () => {
  it('are none where no server ever kept any, and nothing is made', async () => {
    const { access, trouble } = await keptWarnings(out);
    expect({ access, trouble }).toEqual({ access: NO_WARNINGS, trouble: undefined });
    expect(existsSync(storeFile(out))).toBe(false);
  });

  it('are read from a copy, so that a server can take the events meanwhile', async () => {
    await (await openEventStore(out)).close();
    const kept = await keptWarnings(out);
    const server = await openEventStore(out);
    await server.transaction((statements) => statements.run('DROP TABLE deliveries'));
    if (!('source' in kept.access)) throw new Error('there are no warnings');
    expect(await kept.access.source.rows('SELECT count(*) AS n FROM deliveries')).toEqual([{ n: 0 }]);
    expect(await kept.access.source.rows('SELECT count(*) AS n FROM warnings')).toEqual([{ n: 0 }]);
    await kept.close();
    await server.close();
  });

  it('are out of reach while a server holds them, which is said with what to do', async () => {
    const server = await openEventStore(out);
    const { access, trouble } = await keptWarnings(out);
    expect(access).toBe(NO_WARNINGS);
    expect(trouble).toEqual({ en: expect.stringContaining('--server'), 'pt-BR': expect.stringContaining('--server') });
    await server.close();
  });

  it('that cannot be read are not none', async () => {
    mkdirSync(dirname(storeFile(out)), { recursive: true });
    writeFileSync(storeFile(out), 'not a database at all, and long enough to be looked at as one'.repeat(200));
    const { trouble } = await keptWarnings(out);
    expect(trouble?.en).toMatch(/^The early warnings cannot be read\. ./);
    expect(trouble?.['pt-BR']).toMatch(/^Não foi possível ler os alertas antecipados\. ./);
  });
});
