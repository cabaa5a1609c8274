import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Text } from '../../contract';
import { openEventStore, storeFile, type EventStore } from '../../events/store/store';
import { NO_WARNINGS, type WarningAccess } from '../../queries/alerts';
import { adviceOf, WarehouseError } from '../../warehouse';

/** The early warnings of a warehouse folder as they were at one moment. */
export interface KeptWarnings {
  access: WarningAccess;
  /** Why those that there are cannot be read. */
  trouble?: Text;
  close(): Promise<void>;
}

const HELD: Text = {
  en: 'The early warnings are held by the server that runs. Have it make the report: add --server with its address, such as --server http://127.0.0.1:4680.',
  'pt-BR':
    'Os alertas antecipados estão com o servidor em execução. Gere o relatório a partir dele: acrescente --server com o endereço, como --server http://127.0.0.1:4680.',
};

const unreadable = (error: unknown): Text => ({
  en: `The early warnings cannot be read. ${adviceOf(error)}`,
  'pt-BR': `Não foi possível ler os alertas antecipados. ${adviceOf(error)}`,
});

/**
 * Reads the early warnings from a copy, so that the events are held for a moment only: a server that starts meanwhile
 * finds them free. Never rejects.
 */
export async function keptWarnings(out: string): Promise<KeptWarnings> {
  const none = { access: NO_WARNINGS, close: () => Promise.resolve() };
  if (!existsSync(storeFile(out))) return none;
  const folder = await mkdtemp(join(tmpdir(), 'churnwatch-report-'));
  try {
    const copy = await copied(out, folder);
    const rows: EventStore['rows'] = (sql, parameters) => copy.rows(sql, parameters);
    return {
      access: { source: { rows, lastSeq: () => Promise.resolve(0) } },
      close: () => copy.close().finally(() => rm(folder, { recursive: true, force: true })),
    };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    const isHeld = error instanceof WarehouseError && error.code === 'busy';
    return { ...none, trouble: isHeld ? HELD : unreadable(error) };
  }
}

async function copied(out: string, folder: string): Promise<EventStore> {
  const store = await openEventStore(out);
  try {
    await mkdir(dirname(storeFile(folder)), { mode: 0o700 });
    await store.copyTo(storeFile(folder));
  } finally {
    await store.close();
  }
  return openEventStore(folder);
}
