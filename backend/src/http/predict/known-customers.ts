import { MAX_ROWS } from '../../contract/parameter-specs';
import { SCORED_CUSTOMER } from '../../contract/rest/schemas';
import type { Frame } from '../../contract';
import type { Ask } from '../ask';
import { frameNamed, rowsOf, type Row } from '../rows';

/** Up to so many ids are looked up one by one; for more, all scores are read once. */
const ONE_BY_ONE = 20;
const SHORTENED = /…$/;
const ID = /^[\w-]{1,64}$/;

export interface KnownCustomers {
  /** Frames that the answer comes from. */
  frames: readonly Frame[];
  /** The scored customer with this id, or what is wrong with the id. */
  find(id: string): Row | string;
}

/**
 * The scores of customers by id, or by a beginning that only one customer has.
 * @throws AnswerError where there are no scores
 */
export async function knownCustomers(ids: readonly string[], ask: Ask, asOf?: string): Promise<KnownCustomers> {
  const wanted = [...new Set(ids.map(bare))].filter((id) => ID.test(id));
  const frames = await (wanted.length > ONE_BY_ONE ? everybody(ask, asOf) : oneByOne(wanted, ask, asOf));
  const rows = frames.flatMap((frame) => rowsOf(frame, SCORED_CUSTOMER));
  return { frames, find: finderIn(rows) };
}

async function oneByOne(ids: readonly string[], ask: Ask, asOf?: string): Promise<Frame[]> {
  const asked = ids.map(async (search) =>
    // In the order of ids the whole one comes before those that only begin with it.
    frameNamed(
      await ask({ kind: 'churn_scores', search, sort: 'customer', descending: false, limit: 2, asOf }),
      'churn_scores',
    ),
  );
  return Promise.all(asked);
}

async function everybody(ask: Ask, asOf?: string): Promise<Frame[]> {
  const pages: Frame[] = [];
  for (let offset = 0, length = MAX_ROWS; length === MAX_ROWS; offset += MAX_ROWS) {
    const query = { kind: 'churn_scores', sort: 'customer', limit: MAX_ROWS, offset, asOf };
    const page = frameNamed(await ask(query), 'churn_scores');
    pages.push(page);
    length = page.fields[0]?.column.length ?? 0;
  }
  return pages;
}

const bare = (id: string): string => id.trim().replace(SHORTENED, '');

interface Entry {
  id: string;
  row: Row;
}

/** Looks ids up among customers whose ids may be shortened, and so the same. */
function finderIn(rows: readonly Row[]): KnownCustomers['find'] {
  const sorted = entriesOf(rows);
  // Who sees shortened ids may ask by as much of an id as they see, and not find out the rest by trying.
  const shortened = rows.some(({ customer_id }) => SHORTENED.test(String(customer_id)));
  const longest = shortened ? (sorted[0]?.id.length ?? 0) : Infinity;
  return (given) => {
    const key = bare(given).slice(0, longest);
    const at = lowerBound(sorted, key);
    const [found, next] = sorted.slice(at, at + 2).filter(({ id }) => ID.test(key) && id.startsWith(key));
    if (!found) return `There is no customer ${JSON.stringify(given.slice(0, 64))} as of this day.`;
    const several = next && (found.id !== key || next.id === key);
    return several ? `Several customers begin with ${JSON.stringify(key)}.` : found.row;
  };
}

/** By id, each customer once: searches may have found the same one. */
function entriesOf(rows: readonly Row[]): Entry[] {
  const entries = new Map<string, Entry>();
  for (const row of rows) {
    const id = bare(String(row.customer_id));
    entries.set([id, row.last_order, row.monetary].join(' '), { id, row });
  }
  return [...entries.values()].sort((a, b) => (a.id < b.id ? -1 : Number(a.id > b.id)));
}

/** Index of the first id that is not before the key. */
function lowerBound(sorted: readonly Entry[], key: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.id ?? '') < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
