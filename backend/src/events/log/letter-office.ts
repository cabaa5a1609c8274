import type { DeadLetter, Receipt } from '../../contract';
import type { EventStore } from '../store/store';
import { countLetters, listLetters, type LetterPage } from './dead-letters';
import type { KnownCustomers } from './known-customers';

/** Letters that are tried again at once. */
const TOGETHER = 500;

type Append = (events: readonly unknown[], source: string) => Promise<Receipt[]>;

interface Letter {
  seq: number;
  source: string;
  event: unknown;
}

/** What can be done with events that could not be used. */
export class LetterOffice {
  private kept = 0;

  constructor(
    private readonly store: EventStore,
    private readonly append: Append,
    private readonly known: KnownCustomers,
  ) {}

  /** All that are kept. */
  get total(): number {
    return this.kept;
  }

  /** Counts them anew. */
  async count(): Promise<{ total: number; dropped: number }> {
    const counted = await countLetters(this.store);
    this.kept = counted.total;
    return counted;
  }

  /** The letters of a page, the latest first. */
  list(page: LetterPage): Promise<DeadLetter[]> {
    return listLetters(this.store, page);
  }

  /** Deletes letters. @param seqs their numbers; undefined: all @returns how many there were */
  async remove(seqs?: readonly number[]): Promise<number> {
    const rows = await this.store.append((statements) =>
      statements.rows(`DELETE FROM dead_letters ${chosen(seqs)} RETURNING seq`, { seqs: textsOf(seqs) }),
    );
    await this.count();
    return rows.length;
  }

  /**
   * Sends letters once more: those that can be used now leave the list, the others stay in it with a new number. One that
   * was too large is not whole any more and stays as it is.
   *
   * @param seqs their numbers; undefined: all
   */
  async retry(seqs?: readonly number[]): Promise<Receipt[]> {
    return this.resend(chosen(seqs), { seqs: textsOf(seqs) });
  }

  /** Sends the letters of customers once more who were not known. */
  async retryOf(customers: readonly string[]): Promise<void> {
    if (this.kept === 0 || customers.length === 0) return;
    await this.resend(`WHERE rejection = 'unknown_customer' AND customer_id IN (SELECT unnest($customers))`, {
      customers,
    });
  }

  /** Sends the letters once more of customers who were not known and now are. */
  async retryKnown(): Promise<void> {
    if (this.kept === 0) return;
    const rows = await this.store.rows(
      `SELECT DISTINCT customer_id FROM dead_letters WHERE rejection = 'unknown_customer' AND customer_id IS NOT NULL`,
    );
    await this.retryOf([...(await this.known.among(rows.map((row) => String(row['customer_id']))))]);
  }

  private async resend(where: string, parameters: Readonly<Record<string, readonly string[]>>): Promise<Receipt[]> {
    const rows = await this.store.rows(
      `SELECT seq, source, rejection, body FROM dead_letters ${where} ORDER BY seq`,
      parameters,
    );
    const letters = rows.flatMap(({ seq, source, rejection, body }) =>
      rejection === 'too_large' ? [] : { seq: Number(seq), source: String(source), event: parsed(String(body)) },
    );
    const receipts: Receipt[] = [];
    for (const group of groupsOf(letters)) {
      const answers = await this.append(
        group.map(({ event }) => event),
        group[0]!.source,
      );
      for (const answer of answers) receipts.push({ ...answer, index: receipts.length });
      // What was rejected again has been written as a new letter.
      await this.remove(group.map(({ seq }) => seq));
    }
    return receipts;
  }
}

const chosen = (seqs: readonly number[] | undefined): string =>
  seqs === undefined ? '' : 'WHERE seq IN (SELECT cast(unnest($seqs) AS BIGINT))';
const textsOf = (seqs: readonly number[] = []): string[] => seqs.map(String);

/** Letters of one sender that follow each other, so many at a time. */
function groupsOf(letters: readonly Letter[]): Letter[][] {
  const groups: Letter[][] = [];
  for (const letter of letters) {
    const group = groups.at(-1);
    if (group && group.length < TOGETHER && group[0]!.source === letter.source) group.push(letter);
    else groups.push([letter]);
  }
  return groups;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
